import Terminal
import Testing
import TextSafety

@Suite struct WrappingTests {
    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 100, ["one two three"]),
        ("one", 3, ["one"]),
        ("", 5, [""]),
        ("   ", 5, [""]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a bcdefgh i", 4, ["a", "bcde", "fgh", "i"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("one\r\ntwo", 9, ["one", "two"]),
        ("日本語", 4, ["日本", "語"]),
        ("日本語", 3, ["日", "本", "語"]),
        ("日", 1, ["日"]),
        ("one", 0, []),
    ])
    func breaksBetweenWords(text: String, columns: Int, expected: [String]) {
        #expect(text.wrapped(to: columns) == expected)
    }

    @Test(arguments: 2...30) func losesNothing(columns: Int) {
        let text = "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/0 日本語 was refused: é"
        let lines = text.wrapped(to: columns)
        #expect(lines.allSatisfy { $0.displayWidth <= columns })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}
