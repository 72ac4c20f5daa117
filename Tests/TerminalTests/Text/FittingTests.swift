import Testing

@testable import Terminal
import TextSafety

@Suite struct FittingTests {
    @Test(arguments: [
        ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("hello", -1, ""), ("", 0, ""),
        ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 3, "日…"), ("日本語", 2, "…"), ("日", 1, "…"),
        ("e\u{301}a\u{301}o\u{301}", 2, "e\u{301}…"),
    ])
    func cutsBetweenCharacters(text: String, columns: Int, expected: String) {
        #expect(text.clipped(to: columns) == expected)
    }

    @Test(arguments: [
        ("acme/payments-api", 17, "acme/payments-api"), ("acme/payments-api", 12, "acm…ents-api"), ("acme/payments-api", 5, "acme…"),
        ("日本語日本語日本語", 9, "日…日本語"), ("e\u{301}e\u{301}e\u{301}abcdefgh", 9, "e\u{301}e\u{301}…cdefgh"),
    ])
    func theMiddleGoesWhereBothEndsMatter(text: String, columns: Int, expected: String) {
        #expect(text.clippedInMiddle(to: columns) == expected)
        #expect(text.clippedInMiddle(to: columns).displayWidth <= columns)
    }

    @Test(arguments: 0...9) func paddingFillsExactly(columns: Int) {
        for text in ["", "abc", "日本語x", "e\u{301}日\u{1B}"] {
            #expect(text.padded(to: columns).displayWidth == columns)
            #expect(text.leftPadded(to: columns).displayWidth == columns)
        }
    }

    @Test func paddingIsOnTheSideAskedFor() {
        #expect("7".padded(to: 3) == "7  ")
        #expect("7".leftPadded(to: 3) == "  7")
        #expect("日本".leftPadded(to: 3) == "日…")
    }

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
