/// A control string (OSC, DCS, APC, PM, SOS) that is being skipped: up to ST or BEL, or to a byte that cannot be part of it.
struct ControlString: Hashable, Sendable {
    /// What a byte does to the string.
    enum Step {
        case continues, ends
        /// The Escape before this byte is not part of ST: it began something else, which this byte continues.
        case breaksOff
    }

    /// Whether an Escape came last.
    private(set) var isEscaped = false
    /// Bytes still to come of a character in UTF-8: none of them is a control character.
    private var continuations = 0
    private var mayBeControl = false
    /// The beginning of its content.
    private var content: [UInt8] = []

    /// The most that is kept of its content: more than any report that is understood has.
    private static let kept = 32

    /// The background's colour, if the string reports it: "11;rgb:1010/1414/1818".
    var background: RGBColor? {
        let text = String(decoding: content.prefix { $0 < 0x80 }, as: UTF8.self)
        return content.count < Self.kept && text.hasPrefix("11;") ? RGBColor(x11: text.dropFirst(3)) : nil
    }

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) -> Step {
        if content.count < Self.kept, byte >= 0x20, !isEscaped { content.append(byte) }
        if isEscaped { return byte == UInt8(ascii: "\\") ? .ends : .breaksOff }
        switch byte {
        case Byte.bell, Byte.cancel, Byte.substitute: return .ends
        case Byte.escape: isEscaped = true
        case 0x80...0xBF: return proceed(byte)
        default: begin(byte)
        }
        return .continues
    }

    private mutating func begin(_ byte: UInt8) {
        mayBeControl = byte == 0xC2
        continuations = (0xC2...0xDF).contains(byte) ? 1 : (0xE0...0xEF).contains(byte) ? 2 : (0xF0...0xF4).contains(byte) ? 3 : 0
    }

    /// ST as one byte, alone or encoded, but not inside of a character.
    private mutating func proceed(_ byte: UInt8) -> Step {
        defer { (continuations, mayBeControl) = (max(0, continuations - 1), false) }
        return byte == Byte.stringTerminator && (continuations == 0 || mayBeControl) ? .ends : .continues
    }
}

/// The text of a paste that is being received, up to the mark at its end.
struct PasteText: Hashable, Sendable {
    /// How many bytes are kept, however long the paste is.
    static let limit = 4096

    private static let endMarks: [[UInt8]] = [Array("\u{1B}[201~".utf8), [0x9B] + Array("201~".utf8)]

    private var bytes: [UInt8] = []
    /// The last bytes, as many as an end mark has.
    private var tail: [UInt8] = []

    /// Adds the next byte; true when the paste ends with it.
    mutating func take(_ byte: UInt8) -> Bool {
        if bytes.count < Self.limit + Self.endMarks[0].count { bytes.append(byte) }
        tail.append(byte)
        if tail.count > Self.endMarks[0].count { tail.removeFirst() }
        guard byte == UInt8(ascii: "~"), let mark = Self.endMarks.first(where: { tail.suffix($0.count).elementsEqual($0) }) else {
            return false
        }
        if bytes.suffix(mark.count).elementsEqual(mark) { bytes.removeLast(mark.count) }
        return true
    }

    /// The text so far, at most ``limit`` bytes of it.
    var text: String { String(decoding: bytes.prefix(Self.limit), as: UTF8.self) }
}
