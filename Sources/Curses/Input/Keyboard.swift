import CNcurses
import Glibc
import Terminal

/// Reads keys through ncurses without ever waiting for one. Reads from a pad of its own, for reading from a window would refresh it.
@MainActor final class Keyboard {
    private let pad: UnsafeMutablePointer<WINDOW>
    private var decoder: KeyDecoder

    /// A keyboard that knows the terminal's keys. Where ncurses has no memory for it, the screen is closed.
    init(isUTF8: Bool, on screen: Screen) throws(CursesError) {
        guard let pad = newpad(1, 1) else {
            screen.close()
            throw .notUsable(screen.type)
        }
        self.pad = pad
        decoder = KeyDecoder(isUTF8: isUTF8)
        keypad(pad, true)
        nodelay(pad, true)
    }

    /// Everything that was typed since the last time, and whether the terminal could not be read (EIO).
    func read() -> (keys: [Key], hasFailed: Bool) {
        var codes: [Int32] = []
        errno = 0
        while case let code = wgetch(pad), code != ERR {
            if code != KEY_RESIZE { codes.append(code) }
            errno = 0
        }
        let hasFailed = errno == EIO
        return (decoder.keys(from: codes), hasFailed)
    }

    /// Gives the pad back.
    func close() {
        delwin(pad)
    }
}
