package import InspectorCore

/// Something to do outside; its result comes back as an ``Event``.
package enum Effect: Equatable, Sendable {
    /// Read settings, then tell who the caller is.
    case connect(generation: Int, ConnectionChoice)
    /// Tell when no key was pressed for a moment.
    case awaitRest(number: Int)
    /// Tell when the frame that shows the confirmation of this number was written, and when the terminal has drawn it. What was typed
    /// before is thrown away.
    case showConfirmation(number: Int)
    /// Tell when the moment has passed that a confirmation has to be on the screen.
    case awaitMoment(number: Int)
    /// List the account.
    case loadInventory(generation: Int)
    /// List these configurations' associations once more.
    case listAgain(round: Int, scanConfigurationArns: [String])
    /// Carry out a plan.
    case startRun(Plan)
    /// Take an earlier run up again.
    case resumeRun(runId: String)
    /// List again what a finished run touched, and correct its outcomes. It tells what it does as a run does.
    case verifyRun(runId: String)
    /// Send nothing more; calls under way end. Ends the wait of a verification.
    case stopRun
    /// Leave the run at once; the journal tells where it stands.
    case abandonRun
    /// Go on after a pause.
    case continueRun
    /// Read the journals.
    case listRuns
    /// Look for runs that were interrupted.
    case findInterruptedRuns
    /// Read one journal.
    case openRun(runId: String, RunPurpose)
    /// Write a file.
    case export(Export)
    /// Hand text to the terminal's clipboard.
    case copy(String)
    /// The code that was asked for; nothing when the operator declines.
    case answerCode(String?)
    /// Draw everything again.
    case repaint
    /// Give the shell its terminal back.
    case suspend
    /// Leave.
    case quit
}

/// What is done with an earlier run once its journal is read.
package enum RunPurpose: Hashable, Sendable {
    /// Show it.
    case show
    /// Plan the rest of it.
    case resume
    /// Plan the way back.
    case undo
    /// Verify it again.
    case verify
    /// Show it anew where it is open, after it was resumed or verified.
    case renew
}
