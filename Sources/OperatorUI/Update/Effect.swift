package import InspectorCore

/// Something to do outside; its result comes back as an ``Event``.
package enum Effect: Equatable, Sendable {
    /// Read settings, then tell who the caller is.
    case connect(generation: Int)
    /// List the account.
    case loadInventory(generation: Int)
    /// Carry out a plan.
    case startRun(Plan)
    /// Send nothing more; calls under way end.
    case stopRun
    /// Leave the run at once; the journal tells where it stands.
    case abandonRun
    /// Go on after a pause.
    case continueRun
    /// Draw everything again.
    case repaint
    /// Give the shell its terminal back.
    case suspend
    /// Leave.
    case quit
}
