import Glibc
import Terminal

/// Reads and decodes what the terminal has sent, without ever waiting for it.
@MainActor final class Keyboard {
    /// How many bytes are read at once. The rest stays in the terminal's own queue, which is bounded as well.
    static let portion = 1024

    private var decoder: KeyDecoder
    /// How many times the terminal was read.
    private(set) var readings = 0

    /// A keyboard that knows the keys of the terminal that ncurses holds.
    init(isUTF8: Bool) {
        decoder = KeyDecoder(isUTF8: isUTF8, keyStrings: KeyCapabilities.current())
    }

    /// The number of the unfinished input, if there is one.
    var waiting: Int? { decoder.waiting }

    /// Decodes a portion of what can be read. Also says whether reading failed: at the end of the file, or with EIO.
    func read(from input: Int32) -> (inputs: [TerminalInput], hasFailed: Bool) {
        var bytes = [UInt8](repeating: 0, count: Self.portion)
        let count = Glibc.read(input, &bytes, bytes.count)
        readings += 1
        guard count > 0 else { return ([], count == 0 || errno != EINTR && errno != EAGAIN) }
        return (decoder.decode(Array(bytes.prefix(count))), false)
    }

    /// What the unfinished input means if nothing has followed it for a moment.
    func pause() -> [TerminalInput] { decoder.pause() }

    /// What the unfinished input means if its rest never comes.
    func giveUp() -> [TerminalInput] { decoder.giveUp() }
}

/// Inputs that were read from the terminal and not taken yet.
struct InputQueue {
    /// How many inputs may wait before no more is read.
    static let limit = 256

    private var inputs: [SessionInput] = []
    private var taken = 0

    /// Whether nothing waits.
    var isEmpty: Bool { taken == inputs.count }

    /// Whether ``limit`` is reached.
    var isFull: Bool { inputs.count - taken >= Self.limit }

    /// Adds inputs at the end.
    mutating func append(_ new: [SessionInput]) {
        if isEmpty { (inputs, taken) = ([], 0) }
        inputs += new
    }

    /// Takes the first input out.
    mutating func next() -> SessionInput? {
        guard !isEmpty else { return nil }
        defer { taken += 1 }
        return inputs[taken]
    }

    /// Takes all inputs out.
    mutating func removeAll() -> [SessionInput] {
        defer { (inputs, taken) = ([], 0) }
        return Array(inputs[taken...])
    }
}
