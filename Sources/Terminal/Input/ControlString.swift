/// A string of the terminal (OSC, DCS, APC, PM, SOS) that is being skipped: up to ST or BEL, or to what cannot be part of it.
struct ControlString: Hashable, Sendable {
    /// What a byte does to the string.
    enum Step {
        case goesOn, ends
        /// An Escape that is no part of ST began something else, which goes on with this byte.
        case breaksOff
    }

    /// Whether an Escape came last.
    private(set) var isEscaped = false
    /// Bytes still to come of a character in UTF-8: none of them is a control character.
    private var continuations = 0
    private var mayBeControl = false

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) -> Step {
        if isEscaped { return byte == UInt8(ascii: "\\") ? .ends : .breaksOff }
        switch byte {
        case Byte.bell, Byte.cancel, Byte.substitute: return .ends
        case Byte.escape: isEscaped = true
        case 0x80...0xBF: return proceed(byte)
        default: begin(byte)
        }
        return .goesOn
    }

    private mutating func begin(_ byte: UInt8) {
        mayBeControl = byte == 0xC2
        continuations = (0xC2...0xDF).contains(byte) ? 1 : (0xE0...0xEF).contains(byte) ? 2 : (0xF0...0xF4).contains(byte) ? 3 : 0
    }

    /// ST as one byte, alone or encoded, but not inside of a character.
    private mutating func proceed(_ byte: UInt8) -> Step {
        defer { (continuations, mayBeControl) = (max(0, continuations - 1), false) }
        return byte == Byte.stringTerminator && (continuations == 0 || mayBeControl) ? .ends : .goesOn
    }
}
