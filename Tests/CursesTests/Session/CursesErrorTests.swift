import Curses
import Testing

@Suite struct CursesErrorTests {
    @Test(
        arguments: [
            (.notATerminal(.input), "standard input is not one", false), (.notATerminal(.output), "standard output is not one", false),
            (.inBackground, "started in the background", false), (.terminalTypeUnset, "TERM is not set", true),
            (.terminalTypeUnknown("foo"), "\"foo\"", true), (.terminalTypeTooSimple("dumb"), "\"dumb\"", true),
            (.notUsable("xterm"), "\"xterm\"", true),
        ] as [(CursesError, String, Bool)])
    func saysWhatWasTriedAndWhatWorks(error: CursesError, cause: String, linesWork: Bool) {
        let text = String(describing: error)
        #expect(text.contains(cause))
        #expect(text.contains("\"scanconfig --accessible\" writes lines") == linesWork)
        #expect(text.contains("\"scanconfig list\" and \"scanconfig disassociate\" work without a screen"))
    }
}
