import Testing

@testable import Curses

/// Lines that are appended, and below them what is being typed.
@Suite struct LineWriterTests {
    private func typing(_ text: String) -> TypingLine { TypingLine(label: "Filter: ", text: text) }

    @Test func typedLettersAreEchoedWhereTheyStand() {
        var writer = LineWriter()
        #expect(writer.text(["a", "b"], typing: nil) == "a\nb\n")
        #expect(writer.text([], typing: typing("")) == "Filter: ")
        #expect(writer.text([], typing: typing("c")) == "c")
        #expect(writer.text([], typing: typing("car")) == "ar")
        #expect(writer.text([], typing: typing("ca")) == "\u{8} \u{8}")
        #expect(writer.text([], typing: typing("日")) == "\nFilter: 日")
        #expect(writer.text([], typing: typing("")) == "\u{8} \u{8}\u{8} \u{8}")
        #expect(writer.text([], typing: nil) == "\n")
    }

    @Test func linesBeginOnTheirOwnLineAndWhatIsTypedComesBackWhenItChanges() {
        var writer = LineWriter()
        _ = writer.text([], typing: typing("ca"))
        #expect(writer.text(["9 of 88"], typing: typing("ca")) == "\n9 of 88\n")
        #expect(writer.text(["2 of 9"], typing: typing("ca")) == "2 of 9\n")
        #expect(writer.text([], typing: typing("car")) == "Filter: car")
        #expect(writer.text(["kept"], typing: nil) == "\nkept\n")
    }

    @Test func nothingReachesTheTerminalThatItWouldActOn() {
        var writer = LineWriter()
        #expect(writer.text(["a\u{1B}[31mb\nc"], typing: typing("\u{9B}")) == "a�[31mb c\nFilter: �")
    }
}
