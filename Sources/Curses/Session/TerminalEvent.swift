package import Terminal

/// What the terminal, or the system on its behalf, has to tell.
package enum TerminalEvent: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// The terminal has another size now.
    case resized(TerminalSize)
    /// The program goes on after it had been stopped; the last frame is on the screen again.
    case resumed
    /// The terminal is gone: SIGHUP, end of file, or EIO. It comes once.
    case hangUp
    /// The system asks the program to end: SIGTERM.
    case terminate
}
