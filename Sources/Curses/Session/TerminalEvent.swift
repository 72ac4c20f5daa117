package import Terminal

/// What the terminal or the system reports. Keys are not among it: they wait to be taken, so that these events overtake them.
package enum TerminalEvent: Sendable, Hashable {
    /// ``CursesSession/nextInput()`` has something to take.
    case inputWaits
    /// SIGINT asks the program to stop what it is doing.
    case interrupt
    /// SIGTSTP asks the program to give the terminal back for a while.
    case suspend
    /// The terminal has this size now.
    case resized(TerminalSize)
    /// The program goes on after it had been stopped; the last frame is on the screen again.
    case resumed
    /// The terminal is gone: SIGHUP, end of file, or EIO. Emitted once.
    case hangUp
    /// The system asks the program to end, by SIGTERM or SIGQUIT.
    case terminate(signal: Int32)
}
