package import InspectorCore
package import Terminal

/// Something that happened.
package enum Event: Equatable, Sendable {
    /// A key was pressed.
    case keyPressed(Key)
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
    /// A listing told something.
    case inventoryArrived(generation: Int, InventoryEvent)
    /// A run told something.
    case runReported(RunEvent)
    /// A run could not begin.
    case runRefused(Problem)
}
