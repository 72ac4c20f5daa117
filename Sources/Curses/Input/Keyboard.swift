import Glibc
import Terminal

/// Reads what the terminal sends, as it comes, without ever waiting for it.
@MainActor final class Keyboard {
    /// Bytes that are read at once. What is left stays in the terminal's own queue, which is bounded as well.
    static let portion = 1024

    private var decoder: KeyDecoder
    /// How often something was read.
    private(set) var readings = 0

    /// A keyboard that knows the keys of the terminal that ncurses holds.
    init(isUTF8: Bool) {
        decoder = KeyDecoder(isUTF8: isUTF8, keyStrings: KeyCapabilities.current())
    }

    /// The number of what has begun and is not whole yet, if anything.
    var waiting: Int? { decoder.waiting }

    /// What a portion of the bytes means that are there to be read, and whether the terminal could not be read: it ended, or EIO.
    func read(from input: Int32) -> (inputs: [TerminalInput], hasFailed: Bool) {
        var bytes = [UInt8](repeating: 0, count: Self.portion)
        let count = Glibc.read(input, &bytes, bytes.count)
        readings += 1
        guard count > 0 else { return ([], count == 0 || errno != EINTR && errno != EAGAIN) }
        return (decoder.decode(Array(bytes.prefix(count))), false)
    }

    /// What the beginning of something is when nothing followed it for a moment.
    func pause() -> [TerminalInput] { decoder.pause() }

    /// What is left of something whose rest did not come.
    func giveUp() -> [TerminalInput] { decoder.giveUp() }
}
