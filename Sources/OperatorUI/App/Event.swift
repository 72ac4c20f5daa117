package import InspectorCore
package import Terminal

/// Something that happened.
package enum Event: Equatable, Sendable {
    /// A key was pressed.
    case keyPressed(Key)
    /// Text was pasted.
    case pasted(String)
    /// A paste began whose end never came.
    case pasteBroken
    /// The frame that shows the confirmation of this number was written, and what was typed before it was thrown away.
    case confirmationShown(number: Int)
    /// The moment of this number has passed since.
    case momentPassed(number: Int)
    /// The terminal has answered that it drew the frame, or is known never to answer.
    case confirmationDrawn(number: Int)
    /// The cursor has rested since the key of this number.
    case cursorRested(number: Int)
    /// The terminal has another size.
    case resized(TerminalSize)
    /// The program has the terminal again after a suspension.
    case resumed
    /// The terminal is gone.
    case hungUp
    /// Somebody asked the program to end.
    case terminated
    /// Settings were read; calls can be made.
    case connected(generation: Int, SessionIdentity)
    /// Who the caller is became known.
    case identified(generation: Int, account: String?, caller: String?)
    /// Settings or credentials do not work.
    case connectionFailed(generation: Int, Problem)
    /// Something about clock or caller that the operator should know, in words; calls go on.
    case sessionRemarked(generation: Int, sentence: String)
    /// A listing told something.
    case inventoryArrived(generation: Int, InventoryEvent)
    /// A listing of a few configurations told something.
    case listedAgain(round: Int, InventoryEvent)
    /// A run told something.
    case runReported(RunEvent)
    /// A run could not begin.
    case runRefused(Problem)
    /// There is something to know about the journal of the run.
    case journalWarned(Problem)
    /// The journals were read.
    case runsListed([RunSummary])
    /// Journals could not be read.
    case runsUnavailable(Problem)
    /// Runs that were interrupted, of any account, the newest first.
    case interruptedRunsFound([RunSummary])
    /// An earlier run was read.
    case runOpened(RunRecord, RunPurpose)
    /// Names of profiles, also when no connection came about.
    case profilesFound([String])
    /// Credentials need the code of a multi-factor device.
    case codeWanted(serial: String, profile: String)
    /// The code is not needed any more.
    case codeWithdrawn
    /// A file was written.
    case exported(Export)
    /// The file is there already.
    case exportExists(Export)
    /// The file could not be written.
    case exportFailed(Problem)
}
