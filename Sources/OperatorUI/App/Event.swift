package import InspectorCore
package import Terminal

/// Something that happened outside of this value.
package enum Event: Equatable, Sendable {
    /// A key was pressed.
    case keyPressed(Key)
    /// A key came together with others on a terminal that does not mark pasted text: it may have been pasted.
    case keyInBurst(Key)
    /// Text was pasted.
    case pasted(String)
    /// A paste began, and its end never arrived.
    case pasteBroken
    /// The frame with the confirmation of this number was written, and input typed before was discarded.
    case confirmationShown(number: Int)
    /// The reading time of this number has passed.
    case readingTimePassed(number: Int)
    /// The terminal reported that it has drawn the frame, or is known never to report.
    case confirmationDrawn(number: Int)
    /// Keys have paused since the one of this number.
    case previewDelayPassed(number: Int)
    /// The terminal's size changed.
    case resized(TerminalSize)
    /// The program was resumed after a suspension.
    case resumed
    /// The terminal hung up.
    case hungUp
    /// The program received a signal to terminate.
    case terminated
    /// Settings were read; calls can be made.
    case connected(generation: Int, SessionIdentity, at: SessionKey = 0)
    /// The caller became known.
    case identified(generation: Int, account: String?, caller: String?, at: SessionKey = 0)
    /// Settings or credentials do not work.
    case connectionFailed(generation: Int, Problem, at: SessionKey = 0)
    /// A warning about the clock or the caller; calls continue.
    case sessionWarned(generation: Int, sentence: String, at: SessionKey = 0)
    /// The listing of the account reported something.
    case inventoryArrived(generation: Int, InventoryEvent, at: SessionKey = 0)
    /// The listing of a few configurations reported something.
    case listedAgain(round: Int, InventoryEvent, at: SessionKey = 0)
    /// The run reported something.
    case runReported(RunEvent, at: SessionKey = 0)
    /// The watch of a run reported something.
    case watchReported(runId: String, WatchEvent)
    /// The watch could not start.
    case watchRefused(runId: String, Problem)
    /// The run could not start.
    case runRefused(Problem, at: SessionKey = 0)
    /// A warning about the run's journal.
    case journalWarned(Problem)
    /// The journals were read.
    case runsListed([RunSummary])
    /// Journals could not be read.
    case runsUnavailable(Problem)
    /// Runs that were interrupted, of any account, the newest first.
    case interruptedRunsFound([RunSummary])
    /// What an earlier session had marked.
    case marksFound(KeptMarks)
    /// The file of an import was read.
    case marksRead(number: Int, InputTable)
    /// The file of an import cannot be read, or is refused; a sentence.
    case marksRefused(number: Int, ImportFailure)
    /// The paths that begin as the one in the prompt does.
    case filesFound(String, [String])
    /// An earlier run was read.
    case runOpened(RunRecord, RunPurpose)
    /// The profiles, also when connecting failed.
    case profilesFound([KnownProfile])
    /// Credentials need the code of a multi-factor device.
    case codeRequested(serial: String, profile: String)
    /// The request for a code was cancelled.
    case codeCancelled
    /// Where to sign in became known.
    case signInShown(SignInNotice)
    /// The operator has signed in for a profile.
    case signedIn(profile: String)
    /// The sign-in came to nothing.
    case signInFailed(Problem)
    /// The editor ended with this content of its file.
    case textEdited([UInt8])
    /// The text could not be edited, in words.
    case editingFailed(String)
    /// A file was written.
    case exported(Export)
    /// The file already exists.
    case exportExists(Export)
    /// The file could not be written.
    case exportFailed(Problem)
}

extension Event {
    /// Whether a key was pressed, or may have been.
    package var isKey: Bool {
        switch self {
        case .keyPressed, .keyInBurst: true
        default: false
        }
    }
}
