import TestSupport
import Testing

@testable import TextSafety

@Suite struct PastedLineTests {
    @Test(
        arguments: [
            ("ledger", "ledger", false), ("ledger\n", "ledger", false), ("\r\n  a\tb \nsecond", "  a b ", true), ("a\rb", "a", true),
            ("a\u{2028}b", "a", true), ("\u{1B}[31mred\u{7}", "[31mred", false), ("e\u{301}日👍", "e\u{301}日👍", false),
            ("\u{202E}evil\u{200B}\u{FEFF}", "evil", false), ("\u{3}\n\u{1A}", "", false), ("", "", false),
        ])
    func oneLineWithoutControlCharacters(pasted: String, line: String, hasMore: Bool) {
        #expect(pasted.pastedLine == line)
        #expect(pasted.hasFurtherLines == hasMore)
    }

    @Test func whateverIsPastedCanBeShown() {
        let broken = Property.counterexample(2000) { random in
            let line = random.text().pastedLine
            return line.unicodeScalars.contains { $0.kind == .refused || $0.kind == .blank && $0 != " " } ? line : nil
        }
        #expect(broken == nil)
    }
}
