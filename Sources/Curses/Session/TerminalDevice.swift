import Glibc
import Terminal

/// The file descriptors a session works with.
struct TerminalDevice: Sendable, Hashable {
    /// The standard streams of the process.
    static let standard = TerminalDevice(input: STDIN_FILENO, output: STDOUT_FILENO, diagnostics: STDERR_FILENO)

    /// The descriptor that keys come from.
    let input: Int32
    /// The descriptor that the screen is drawn on.
    let output: Int32
    /// The descriptor that libraries and the Swift runtime write messages to.
    let diagnostics: Int32

    /// Throws unless input and output are terminals.
    func checkIsTerminal() throws(CursesError) {
        guard isatty(input) == 1 else { throw .notATerminal(.input) }
        guard isatty(output) == 1 else { throw .notATerminal(.output) }
    }

    /// The size the kernel knows, or `nil` where it knows none, as on a serial line; never more than ``largest``.
    var windowSize: TerminalSize? {
        kernelSize.map { TerminalSize(columns: min($0.columns, Self.largest.columns), rows: min($0.rows, Self.largest.rows)) }
    }

    /// Whether the kernel or the environment reports a size beyond ``largest``, for which ncurses would allocate gigabytes.
    func isOversized(environment: TerminalVariables) -> Bool {
        let (columns, rows) = (environment["COLUMNS"].flatMap { Int($0) } ?? 0, environment["LINES"].flatMap { Int($0) } ?? 0)
        return max(columns, kernelSize?.columns ?? 0) > Self.largest.columns || max(rows, kernelSize?.rows ?? 0) > Self.largest.rows
    }

    /// The largest screen that is drawn: more than any display has.
    static let largest = TerminalSize(columns: 1500, rows: 600)

    private var kernelSize: TerminalSize? {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
        return TerminalSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// The terminal's modes, or `nil` where it is gone.
    var modes: termios? {
        var modes = termios()
        return tcgetattr(input, &modes) == 0 ? modes : nil
    }

    /// Whether the process may read keys and draw: its group is the one in the foreground, or there is no job control here.
    var isInForeground: Bool {
        let group = tcgetpgrp(input)
        return group == -1 || group == getpgrp()
    }

    /// What can be read, waiting at most for the time given.
    func readiness(within time: Duration = .zero) -> Readiness {
        var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        let count = poll(&descriptor, 1, Int32((time / .milliseconds(1)).rounded(.up)))
        let events = Int32(descriptor.revents)
        if count > 0 && events & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .gone }
        guard count > 0 && events & POLLIN != 0 else { return .nothing }
        var waiting: Int32 = 0
        return ioctl(input, UInt(FIONREAD), &waiting) == 0 && waiting > 0 ? .bytes : .gone
    }

    /// Sends bytes past ncurses, which has to have sent its own before.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !CrashRecord.hasGivenBack {
            let written = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            if written < 0, errno == EAGAIN, awaitRoom() { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    /// Waits until the terminal takes more: another program may have made it one that does not wait by itself. False where it is gone.
    private func awaitRoom() -> Bool {
        var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        return poll(&descriptor, 1, -1) < 0 ? errno == EINTR : Int32(descriptor.revents) & POLLOUT != 0
    }

    /// What reading from the terminal would give.
    enum Readiness: Hashable {
        case nothing
        case bytes
        /// End of file or an error.
        case gone
    }
}
