import Testing

@testable import TextSafety

@Suite struct WidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("▸●✗", 3), ("👩\u{200D}👩", 4), ("❤\u{FE0F}", 1), ("ﾊﾟ", 2), ("Ａ", 2),
        ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("🇩🇪", 2), ("한글", 4),
    ])
    func countsCells(text: String, cells: Int) {
        #expect(text.displayWidth == cells)
    }

    @Test(arguments: [
        "\u{1B}[31m", "a\tb\r\n", "\u{301}\u{301}", "x" + String(repeating: "\u{301}", count: 9), "a\u{200D}日\u{200D}", "\u{202E}x",
        "\u{E000}\u{10FFFF}",
    ])
    func isTheWidthOfTheTerminalSafeText(text: String) {
        #expect(text.displayWidth == text.terminalSafe.displayWidth)
    }

    @Test func tableIsInOrder() {
        let wide = (0x1100...0x3FFFF).compactMap(Unicode.Scalar.init).filter { WideScalars.contains($0.value) }
        #expect(wide.count > 100_000)
        #expect(wide.first?.value == 0x1100)
        #expect(!WideScalars.contains(0x10FF))
        #expect(!WideScalars.contains(0x40000))
    }

    @Test(arguments: [("a", 1), ("日", 2), ("\u{301}", 0), ("\u{200D}", 0), ("\u{1B}", 1), ("\t", 1)] as [(Unicode.Scalar, Int)])
    func countsCellsOfAScalar(scalar: Unicode.Scalar, cells: Int) {
        #expect(scalar.displayWidth == cells)
    }
}
