import Foundation
import Glibc
import Terminal

@testable import Curses

/// A terminal of the test's own: it reads what is sent to the screen, and types.
final class PseudoTerminal: Sendable {
    let screenEnd: Int32
    let programEnd: Int32
    let path: String

    init(columns: Int = 80, rows: Int = 24) throws {
        var (screenEnd, programEnd): (Int32, Int32) = (-1, -1)
        guard openpty(&screenEnd, &programEnd, nil, nil, nil) == 0, let name = ttyname(programEnd) else { throw POSIXError(.EIO) }
        for end in [screenEnd, programEnd] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (self.screenEnd, self.programEnd, path) = (screenEnd, programEnd, String(cString: name))
        resize(columns: columns, rows: rows)
    }

    var device: TerminalDevice {
        TerminalDevice(input: programEnd, output: programEnd, diagnostics: -1)
    }

    var modes: [tcflag_t] {
        var modes = termios()
        tcgetattr(programEnd, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }

    func resize(columns: Int, rows: Int) {
        var window = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(screenEnd, UInt(TIOCSWINSZ), &window)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(screenEnd, bytes, bytes.count)
    }

    /// Waits until so many bytes that were typed are there to be read: the kernel hands them on in its own time.
    func waitUntilReadable(_ count: Int) {
        var waiting: Int32 = 0
        while ioctl(programEnd, UInt(FIONREAD), &waiting) == 0, waiting < count { sched_yield() }
    }

    /// Everything that was sent to the screen up to now, held back by nothing: a mark is sent after it and waited for.
    func sent() -> String {
        let mark = "<<mark>>"
        let bytes = Array(mark.utf8)
        _ = write(programEnd, bytes, bytes.count)
        return String(sent(until: mark).dropLast(mark.count))
    }

    /// What was sent to the screen up to and including `end`, or whatever there is when that never comes.
    func sent(until end: String) -> String {
        let deadline = Date(timeIntervalSinceNow: 120)
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: received, as: UTF8.self).contains(end), Date() < deadline {
            var descriptor = pollfd(fd: screenEnd, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, 100) > 0 else { continue }
            let count = read(screenEnd, &buffer, buffer.count)
            guard count > 0 else { break }
            received += buffer.prefix(count)
        }
        return String(decoding: received, as: UTF8.self)
    }

    func hangUp() {
        close(screenEnd)
    }
}
