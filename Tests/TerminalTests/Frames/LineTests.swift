import Terminal
import Testing
import TextSafety

@Suite struct LineTests {
    @Test func saysWhatItsSpansSay() {
        let line = Line([Span("a", .key), Span("日"), Span("")])
        #expect(line.text == "a日")
        #expect(line.displayWidth == 3)
        #expect(Line.empty.text.isEmpty)
    }

    @Test func isLeftAloneWhenItFits() {
        let line = Line([Span("ab", .key), Span("cd"), Span("")])
        #expect(line.clipped(to: 4) == line)
    }

    @Test func isCutInsideASpan() {
        let line = Line([Span("ab", .key), Span("cdef", .failed)])
        #expect(line.clipped(to: 4) == Line([Span("ab", .key), Span("c…", .failed)]))
    }

    @Test func isCutAtTheEndOfASpan() {
        let line = Line([Span("ab", .key), Span("cd", .failed)])
        #expect(line.clipped(to: 2) == Line([Span("a…", .key)]))
    }

    @Test func nothingFitsNowhere() {
        #expect(Line("abc").clipped(to: 0).text.isEmpty)
        #expect(Line("abc").clipped(to: -3).text.isEmpty)
    }

    @Test(arguments: 0...12) func neverGetsWiderThanAsked(columns: Int) {
        let line = Line([Span("a日", .key), Span("本é", .dim), Span(""), Span("語x語", .failed)])
        #expect(line.clipped(to: columns).displayWidth <= columns)
        #expect(line.padded(to: columns).displayWidth == columns)
    }

    @Test func isFilledUpWithPlainSpaces() {
        #expect(Line("ab", .failed).padded(to: 4) == Line([Span("ab", .failed), Span("  ", .text)]))
    }
}
