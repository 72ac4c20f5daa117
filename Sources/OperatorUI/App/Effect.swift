package import InspectorCore

/// Something to do outside of this value; the result comes back as an ``Event``.
package enum Effect: Equatable, Sendable {
    /// Read settings and credentials, then identify the caller.
    case connect(generation: Int, ConnectionChoice, at: SessionKey = 0)
    /// Report when no key was pressed for as long as the preview is delayed.
    case delayPreview(number: Int)
    /// Report when the frame with this confirmation was written, and when the terminal has drawn it. Input typed before is
    /// discarded.
    ///
    /// With `keepsInput`, only the answer has to wait: other keys typed before still count.
    case showConfirmation(number: Int, keepsInput: Bool = false)
    /// Report when the confirmation has been on the screen long enough to be read.
    case awaitReadingTime(number: Int)
    /// List the account's configurations, associations and project names.
    case loadInventory(generation: Int, at: SessionKey = 0)
    /// List these configurations' associations once more.
    case listAgain(round: Int, scanConfigurationArns: [String], at: SessionKey = 0)
    /// Carry out a plan.
    case startRun(Plan, at: SessionKey = 0)
    /// Carry out the plans of several sessions side by side, as one group of runs.
    case startRuns([PlannedRun])
    /// Resume an earlier run.
    case resumeRun(runId: String, at: SessionKey = 0)
    /// List again what a finished run touched, and correct its outcomes. It reports as a run does.
    case verifyRun(runId: String, at: SessionKey = 0)
    /// List again, for an hour, what a finished run changed, and report what is changed back.
    case watchRun(runId: String, at: SessionKey = 0)
    /// End the watch.
    case stopWatch
    /// In every session: stop sending and let the calls in progress finish; ends a verification.
    case stopRun
    /// Abort every run; its journal records where it stands.
    case abortRun
    /// Continue a paused run.
    case continueRun(at: SessionKey = 0)
    /// Read the journals.
    case listRuns
    /// Look for runs that were interrupted.
    case findInterruptedRuns
    /// Find what an earlier session of this account and region had marked.
    case findMarks(account: String, region: String)
    /// Read the file whose marks are imported; the answer has the same number.
    case readMarks(number: Int, path: String)
    /// Find the files and folders that begin as this path does.
    case findFiles(String)
    /// Keep marks for a later session.
    case keepMarks(KeptMarks)
    /// Read one journal.
    case openRun(runId: String, RunPurpose)
    /// Have the operator edit a text in their own editor; the terminal is the editor's meanwhile.
    case editText(String)
    /// Write a file.
    case export(Export)
    /// Copy text through the terminal's clipboard (OSC 52).
    case copy(String)
    /// Answer a request for a code; `nil` when the operator cancelled it.
    case answerCode(String?)
    /// Sign in for a profile.
    case signIn(ConnectionChoice)
    /// Pass on the code that was pasted for a sign-in.
    case answerSignIn(String)
    /// Give the sign-in up.
    case cancelSignIn
    /// Draw everything again.
    case repaint
    /// Suspend the program and return to the shell.
    case suspend
    /// End the program.
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
    /// Watch it.
    case watch
    /// Refresh it where it is open, after it was resumed or verified.
    case renew
}

/// What a screen asks the program to do after it has handled a key or an event. What is large is kept elsewhere: most actions are notices,
/// and the program has hundreds of them ready, which the start of the program has to pass over.
enum Action: Equatable, Sendable {
    /// Put a screen on top.
    indirect case push(Screen)
    /// Replace this screen by another.
    indirect case replace(Screen)
    /// Close this screen.
    case close
    /// Put the run's screen on top.
    case showRun
    /// Show a notice.
    case notice(Notice)
    /// Open a prompt, or close it.
    indirect case prompt(TextPrompt?)
    /// Ask before something is lost.
    indirect case ask(Question)
    /// Connect with another profile or region.
    case connect(ConnectionChoice)
    /// List again, reconnect, or continue a waiting run.
    case refresh
    /// Tell the other list that marks have changed.
    case marksChanged
    /// Close this screen, and carry out a command as its key would.
    case perform(Command)
    /// Have an effect carried out.
    indirect case effect(Effect)

    /// An informational notice.
    static func inform(_ text: String) -> Action { .notice(Notice(.information, text)) }

    /// A warning, or the reason why a key does nothing.
    static func warn(_ text: String) -> Action { .notice(Notice(.warning, text)) }
}
