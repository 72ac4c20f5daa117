import Curses
import Testing

@Suite struct CursesErrorTests {
    @Test(
        arguments: [
            (.notATerminal(.input), "standard input is not one"), (.notATerminal(.output), "standard output is not one"),
            (.terminalTypeUnset, "TERM is not set"), (.terminalTypeUnknown("foo"), "\"foo\""), (.terminalTypeTooSimple("dumb"), "\"dumb\""),
            (.notUsable("xterm"), "\"xterm\""),
        ] as [(CursesError, String)])
    func saysWhatWasTriedAndWhatWorks(error: CursesError, cause: String) {
        let text = String(describing: error)
        #expect(text.contains(cause))
        #expect(text.contains("\"scanconfig list\" and \"scanconfig disassociate\" work without a screen"))
    }
}
