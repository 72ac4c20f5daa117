import Foundation
import TestSupport
import TextSafety
import Testing

@testable import JSON

@Suite struct JSONWriterTests {
    private func written(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private struct Sample: JSONWritable {
        let text: String

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.key("empty")
                json.array { _ in }
                json.member("absent", nil as String?)
                json.member("list", ["a", "b"])
                json.member("none", [] as [Sample])
                json.member("number", 1.5)
                json.member("numbers", [1, -2])
                json.member("tags", ["z": "1", "a\"": "2"])
                json.member("text", text)
                json.member("true", true)
                json.member("whole", 7)
            }
        }
    }

    @Test func whatIsWrittenIsReadByFoundation() throws {
        let awkward = "quote \" backslash \\ newline \n bell \u{7} é 漢 🚀 /"
        for bytes in [Sample(text: awkward).json, Sample(text: awkward).jsonDocument] {
            let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            #expect(Set(read.keys) == ["text", "list", "none", "number", "numbers", "empty", "tags", "true", "whole"])
            #expect(read["text"] as? String == awkward)
            #expect(read["list"] as? [String] == ["a", "b"])
            #expect(read["number"] as? Double == 1.5)
            #expect(read["numbers"] as? [Int] == [1, -2])
            #expect((read["empty"] as? [Any])?.isEmpty == true)
            #expect(read["tags"] as? [String: String] == ["z": "1", "a\"": "2"])
        }
    }

    @Test func aDocumentIsIndentedAndEndsItsLine() {
        struct Document: JSONWritable {
            func write(to json: inout JSONWriter) {
                json.object { json in
                    json.key("a")
                    json.array { $0.object(["b": "c"]) }
                    json.key("d")
                    json.object { _ in }
                }
            }
        }
        #expect(
            String(decoding: Document().jsonDocument, as: UTF8.self)
                == "{\n  \"a\" : [\n    {\n      \"b\" : \"c\"\n    }\n  ],\n  \"d\" : {\n\n  }\n}\n")
        #expect(String(decoding: Document().json, as: UTF8.self) == #"{"a":[{"b":"c"}],"d":{}}"#)
    }

    @Test(arguments: [
        ("plain", "plain"), ("日本語 é ✗", "日本語 é ✗"), ("\u{1B}[31m", "\\u001b[31m"), ("\u{7F}\u{9B}", "\\u007f\\u009b"),
        ("a\"b\\c/", "a\\\"b\\\\c/"), ("\u{202E}\u{2066}\u{200B}\u{2028}", "\\u202e\\u2066\\u200b\\u2028"),
        ("\u{E0041}", "\\udb40\\udc41"), ("❤\u{FE0F}", "❤\\ufe0f"), ("\u{3164}", "\\u3164"),
        ("\n\r\t\u{8}\u{C}\0", "\\n\\r\\t\\b\\f\\u0000"),
    ]) func whatIsHiddenIsEscapedAndExact(text: String, expected: String) throws {
        #expect(written(text) == "\"\(expected)\"")
        #expect(try JSONSerialization.jsonObject(with: Data(written(text).utf8), options: .fragmentsAllowed) as? String == text)
    }

    @Test func noTextHidesAnythingAndEachComesBack() {
        let broken = Property.counterexample(1000) { random in
            let text = random.text()
            let json = written(text)
            if json.unicodeScalars.contains(where: \.isHidden) { return json }
            return JSONValue(bytes: Array(json.utf8))?.string.map { Array($0.utf8) } == Array(text.utf8) ? nil : json
        }
        #expect(broken == nil)
    }

    @Test func aNumberThatJSONCannotHoldIsNull() {
        var json = JSONWriter()
        json.array { list in
            for number in [1.5, .infinity, .nan] { list.number(number) }
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == "[1.5,null,null]")
    }

    @Test(arguments: ["0", "-0", "1.0", "1e3", "12345678901234567890", "0.1000", "1e999"]) func aNumberComesBackAsItWasWritten(text: String)
    {
        #expect(JSONValue(bytes: Array(text.utf8)).map { String(decoding: $0.json, as: UTF8.self) } == text)
    }
}
