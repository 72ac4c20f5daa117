import CNcurses
import Glibc
import Terminal

/// A hold on the terminal: by ncurses, which draws on it, or by its modes alone, where lines are written on it.
@MainActor protocol TerminalHold: AnyObject {
    /// The size that is written for.
    var size: TerminalSize { get }
    /// Writes for another size from now on.
    func resize(to size: TerminalSize)
    /// Calls `draw`, and sends what it draws in one piece.
    func inOnePiece(_ draw: () -> Void)
    /// Sends everything that is shown again, where anything is.
    func repaint()
    /// Gives the terminal back, for a while or for good.
    func leave()
    /// Takes the terminal again, and calls `greet`.
    func enter(then greet: () -> Void)
    /// Lets go; gives the terminal back before, unless that is done.
    func close(restoring: Bool)
}

/// The hold of a program that writes lines on the normal screen: keys come one by one, without an echo, and nothing else is different.
@MainActor final class LineTerminal: TerminalHold {
    private(set) var size: TerminalSize
    private let device: TerminalDevice
    private let modes: termios

    /// Takes the terminal. Its type decides only which keys it has: an unknown one has the usual ones.
    init(device: TerminalDevice, options: CursesOptions) throws(CursesError) {
        let type = options.environment["TERM", default: ""]
        guard let modes = device.modes else { throw .notUsable(type) }
        (self.device, self.modes) = (device, modes)
        size = device.windowSize ?? Self.usualSize
        var status: Int32 = 0
        if !type.isEmpty { _ = ncurses_read_terminal_type(type, device.output, &status) }
        setModes()
    }

    private static let usualSize = TerminalSize(columns: 80, rows: 24)

    private func setModes() {
        var raw = modes
        raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON)
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
        tcsetattr(device.input, TCSANOW, &raw)
    }

    func resize(to size: TerminalSize) { self.size = size }

    func inOnePiece(_ draw: () -> Void) { draw() }

    func repaint() {}

    func leave() {
        var modes = modes
        tcsetattr(device.input, TCSANOW, &modes)
    }

    func enter(then greet: () -> Void) {
        setModes()
        greet()
    }

    func close(restoring: Bool) {
        if restoring { leave() }
    }
}
