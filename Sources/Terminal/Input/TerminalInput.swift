/// What a terminal sent, decoded. Unrequested reports, such as those of the mouse or of the focus, are dropped.
package enum TerminalInput: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted, between the marks of bracketed paste; of a long one the beginning.
    case paste(String)
    /// A paste began whose end never came: its text is lost.
    case brokenPaste
    /// The answer to a status query (DSR 5): the terminal has acted on all that was sent to it before the query.
    case statusReport
    /// The answer to a query for a private mode (DECRPM): 1 and 3 stand for set, 2 and 4 for reset, 0 for a mode that is not known.
    case modeReport(mode: Int, setting: Int)
}
