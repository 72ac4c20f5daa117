/// The text of a paste that is being received, up to the mark at its end.
struct PasteText: Hashable, Sendable {
    /// Bytes that are kept; a paste may be of any length.
    static let limit = 4096

    private static let endMarks: [[UInt8]] = [Array("\u{1B}[201~".utf8), [0x9B] + Array("201~".utf8)]

    private var bytes: [UInt8] = []
    /// The last bytes, as many as the mark at the end may have.
    private var tail: [UInt8] = []

    /// Takes the next byte; says whether the paste ends with it.
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
