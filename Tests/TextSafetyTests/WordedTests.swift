import Testing
import TextSafety

@Suite struct WordedTests {
    private struct Remark: Worded {
        let words: String
    }

    @Test func sentenceIsOneLineThatATerminalMayBeGiven() {
        #expect(Remark(words: "A\u{1B}[31m name\nand \u{202E}more.").sentence == "A�[31m name and �more.")
        #expect(Remark(words: "Nothing is wrong.").sentence == "Nothing is wrong.")
    }

    @Test(arguments: [("a", "a."), ("a.", "a."), ("a!", "a!"), ("a?", "a?"), ("a…", "a…"), ("", "")])
    func fullStopIsAddedWhereNoneIs(text: String, expected: String) {
        #expect(text.stopped == expected)
    }

    @Test(arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
    func enumerationEndsWithAnd(texts: [String], expected: String) {
        #expect(texts.enumerated == expected)
    }
}
