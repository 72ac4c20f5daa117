import Testing

@testable import Curses

@Suite struct PasteModeTests {
    private static let off = Array("\u{1B}[?2004l".utf8)

    @Test func itIsSwitchedOffUnlessItWasOn() {
        var mode = PasteMode(isKnown: true, isDescribed: true)
        #expect(mode.entering == Array("\u{1B}[?2004$p\u{1B}[?2004h".utf8))
        #expect(mode.leaving == Self.off)
        mode.learn(mode: 2004, setting: 2)
        #expect(mode.leaving == Self.off)
        mode.learn(mode: 1049, setting: 1)
        #expect(mode.leaving == Self.off)
        mode.learn(mode: 2004, setting: 1)
        #expect(mode.leaving.isEmpty)
        mode.forget()
        #expect(mode.leaving == Self.off)
    }

    @Test func nothingIsSaidToATerminalThatDoesNotKnowIt() {
        let mode = PasteMode(isKnown: false, isDescribed: true)
        #expect(mode.entering.isEmpty)
        #expect(mode.leaving.isEmpty)
        #expect(!mode.marksPastes)
    }

    @Test(
        arguments: [(nil, false, false), (nil, true, true), (0, true, false), (4, true, false), (1, false, true), (2, false, true)]
            as [(Int?, Bool, Bool)])
    func whatTheTerminalSaysCountsBeforeItsDescription(reported: Int?, isDescribed: Bool, marks: Bool) {
        var mode = PasteMode(isKnown: true, isDescribed: isDescribed)
        if let reported { mode.learn(mode: 2004, setting: reported) }
        #expect(mode.marksPastes == marks)
    }
}
