/// What a key stands for. The key table binds them; help and key hints are made from it.
package enum Command: Hashable, Sendable {
    /// Move the cursor or the text.
    case move(Motion)
    /// Open what the cursor is on, or give the harmless answer: Enter.
    case open
    /// One screen back.
    case back
    /// Mark the row, or take its mark off, and step down.
    case mark
    /// Begin a range of rows, or mark the one that was begun.
    case range
    /// Mark everything shown.
    case markAll
    /// Mark what is shown and not marked, and the other way round.
    case invert
    /// Take all marks off.
    case clearMarks
    /// Show only what is marked, or everything again.
    case onlyMarked
    /// Type words that rows have to hold.
    case filter
    /// Order by the next column.
    case sort
    /// Order the other way round.
    case reverse
    /// Open the plan.
    case plan
    /// Send the plan.
    case send
    /// Plan what is left of a run, or what failed in the last one once more.
    case retry
    /// List again what a run touched, and correct its outcomes.
    case verify
    /// Plan the way back from the last run.
    case undo
    /// Results and errors.
    case results
    /// To the next failed row.
    case nextFailed
    /// To the failed row before.
    case previousFailed
    /// Write the list or the results to a file.
    case export
    /// Hand the id to the terminal's clipboard.
    case copy
    /// Choose profile and region.
    case profiles
    /// The runs in this machine's journals.
    case earlierRuns
    /// The other of two panes.
    case otherPane
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
