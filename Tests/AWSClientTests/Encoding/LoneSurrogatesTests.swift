import Foundation
import TestSupport
import Testing

@testable import AWSClient

@Suite("Halves of surrogate pairs")
struct LoneSurrogatesTests {
    @Test(
        "become U+FFFD, pairs and everything else stay",
        arguments: [
            (#""a\ud800b""#, "a\u{FFFD}b"), (#""\udc00""#, "\u{FFFD}"), (#""\uD800\u0041""#, "\u{FFFD}A"),
            (#""\ud800\ud83d\ude00\udfff""#, "\u{FFFD}😀\u{FFFD}"), (#""\ud800\ud800""#, "\u{FFFD}\u{FFFD}"),
            (#""\\ud800""#, #"\ud800"#), (#""\\\ud800""#, "\\\u{FFFD}"), (#""\u00e9""#, "é"),
        ])
    func replaced(json: String, text: String) {
        #expect(JSONValue(bytes: Array(json.utf8)) == .string(text))
    }

    @Test("nothing is copied where there is none", arguments: [#"{"a":"😀 \ud83d\ude00 \n"}"#, "", #"\"#, #""\u12"#, #""\uzzzz""#])
    func untouched(json: String) {
        #expect(LoneSurrogates.replaced(in: Array(json.utf8)) == nil)
    }

    @Test("any text with halves in it can be read afterwards")
    func anything() {
        let broken = Property.counterexample(2000) { random in
            let units = random.list(upTo: 8) { random in random.pick([0xD83D, 0xDE00, 0xD800, 0xDFFF, 0x41, 0x5C, 0x22] as [UInt16]) }
            let json = "\"" + units.map { String(format: "\\u%04x", $0) }.joined() + "\""
            guard case .string(let text) = JSONValue(bytes: Array(json.utf8)) else { return json }
            return text == String(decoding: units, as: UTF16.self) ? nil : json
        }
        #expect(broken == nil)
    }
}
