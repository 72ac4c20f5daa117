import TestSupport
import Testing

@testable import TextSafety

@Suite struct JSONEscapingTests {
    @Test(arguments: [
        ("plain", "plain"), ("日本語 é ✗", "日本語 é ✗"), ("\u{1B}[31m", "\\u001b[31m"), ("\u{7F}\u{9B}", "\\u007f\\u009b"),
        ("a\"b\\c", "a\\\"b\\\\c"), ("\u{202E}\u{2066}\u{200B}\u{2028}", "\\u202e\\u2066\\u200b\\u2028"),
        ("\u{E0041}", "\\udb40\\udc41"), ("❤\u{FE0F}", "❤\\ufe0f"), ("\u{3164}", "\\u3164"),
    ])
    func aStringHoldsNothingHidden(text: String, expected: String) {
        #expect(text.unicodeScalars.map(\.inJSONString).joined() == expected)
    }

    @Test func aDocumentKeepsItsLinesAndItsNames() {
        let document = "{\n  \"a\" : \"é\u{7F}\u{202E}\u{85}日\"\n}\n"
        #expect(String(decoding: Array(document.utf8).jsonTerminalSafe, as: UTF8.self) == "{\n  \"a\" : \"é\\u007f\\u202e\\u0085日\"\n}\n")
    }

    @Test func whatIsShownOfEscapedTextIsTheText() {
        let broken = Property.counterexample(1000) { random in
            let escaped = random.text().unicodeScalars.map(\.inJSONString).joined()
            return escaped.unicodeScalars.allSatisfy { !$0.isHidden } ? nil : escaped
        }
        #expect(broken == nil)
    }
}
