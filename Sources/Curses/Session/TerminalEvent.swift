package import Terminal

/// What the terminal, or the system on its behalf, has to tell. Keys are not among it: they wait to be taken, so that all this overtakes them.
package enum TerminalEvent: Sendable, Hashable {
    /// There is something to be had from ``CursesSession/nextInput()``.
    case inputWaits
    /// Somebody asks the program to stop what it does: SIGINT.
    case interrupt
    /// Somebody asks the program to give the terminal back for a while: SIGTSTP.
    case suspend
    /// The terminal has another size now.
    case resized(TerminalSize)
    /// The program goes on after it had been stopped; the last frame is on the screen again.
    case resumed
    /// The terminal is gone: SIGHUP, end of file, or EIO. It comes once.
    case hangUp
    /// The system asks the program to end, by SIGTERM or SIGQUIT.
    case terminate(signal: Int32)
}
