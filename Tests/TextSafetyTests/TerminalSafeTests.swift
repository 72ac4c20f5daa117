import Testing

@testable import TextSafety

@Suite struct TerminalSafeTests {
    @Test(arguments: [
        ("plain text ~", "plain text ~"),
        ("\u{1B}[31mred\u{1B}[0m", "�[31mred�[0m"),
        ("\u{1B}]52;c;ZXZpbA==\u{07}", "�]52;c;ZXZpbA==�"),
        ("\u{9B}2J \u{85} \u{7F} \u{00}", "�2J � � �"),
        ("one\ntwo\tthree\r\n", "one two three  "),
        ("a\u{2028}b\u{2029}c", "a�b�c"),
        ("\u{061C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}", "�������"),
        ("pay\u{200B}ments\u{FEFF}\u{2060}\u{AD}", "pay�ments���"),
        ("pay\u{200D}ments", "pay�ments"),
        ("\u{E000}\u{F8FF}\u{0378}\u{FFFF}\u{10FFFF}", "�����"),
        ("\u{3164}\u{115F}\u{E0041}", "���"),
        ("❤\u{FE0F}", "❤"),
        ("👩\u{200D}👩\u{200D}👦", "👩👩👦"),
        ("👍\u{1F3FD}", "👍"),
        ("e\u{301}", "e\u{301}"),
        ("\u{301}e", "�e"),
        ("日本語 한글 ไทย ✗", "日本語 한글 ไทย ✗"),
    ])
    func showsWhatCannotBeShown(text: String, expected: String) {
        #expect(Array(text.terminalSafe.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func linesStayLines() {
        let lines = "a:\n\u{1B}[31mb\u{0B}\r\n\u{202E}\n"
        #expect(Array(lines.terminalSafeLines.unicodeScalars) == Array("a:\n�[31mb� \n�\n".unicodeScalars))
        #expect("".terminalSafeLines.isEmpty)
    }

    @Test func leavesOutMarksThatAreStackedTooHigh() {
        let stacked = "e" + String(repeating: "\u{301}", count: 50) + "x"
        #expect(Array(stacked.terminalSafe.unicodeScalars) == ["e", "\u{301}", "\u{301}", "\u{301}", "x"])
    }

    @Test func isSettledAfterOneTime() {
        let text = String(String.UnicodeScalarView((0...0x3FFF).compactMap(Unicode.Scalar.init)))
        #expect(text.terminalSafe.terminalSafe == text.terminalSafe)
    }

    @Test func letsNoControlThrough() {
        let values: [ClosedRange<UInt32>] = [0...0x3FFFF, 0xE0000...0xE0FFF, 0xF0000...0xF00FF, 0x10FF00...0x10FFFF]
        let text = String(String.UnicodeScalarView(values.joined().compactMap(Unicode.Scalar.init)))
        let isRefused: (Unicode.Scalar) -> Bool = { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
            default: scalar.properties.isDefaultIgnorableCodePoint
            }
        }
        #expect(text.terminalSafe.unicodeScalars.allSatisfy { !isRefused($0) })
    }

    @Test(arguments: ["", " ", "plain", "~", "a\u{7F}", "a\u{1F}", "é"])
    func knowsPlainASCII(text: String) {
        #expect(text.isPlainASCII == text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
    }
}
