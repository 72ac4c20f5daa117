/// What a key stands for. The key table binds them; help and key hints are made from it.
package enum Command: Hashable, Sendable {
    /// Move the cursor or the text.
    case move(Motion)
    /// Open what the cursor is on, or answer yes to nothing: Enter.
    case open
    /// One screen back.
    case back
    /// Mark the row, or take its mark off, and step down.
    case mark
    /// Mark everything shown.
    case markAll
    /// Take all marks off.
    case clearMarks
    /// Open the plan.
    case plan
    /// Send the plan.
    case send
    /// Results and errors.
    case results
    /// Stop the run; calls under way end first.
    case stop
    /// List again, try again, or go on with a run that waits.
    case refresh
    /// Draw everything again.
    case repaint
    /// Give the shell its terminal back for a while.
    case suspend
    /// Help.
    case help
    /// Back, then leave.
    case quit
    /// Stop a run, else leave.
    case interrupt
}
