/// Sequences of keys that the terminal's description does not know. Read as single keys they would press Escape and a few letters.
enum EscapeSequence {
    private static let escape: Int32 = 0x1B
    private static let bracket: Int32 = 0x5B
    private static let letterO: Int32 = 0x4F

    /// The number of codes in the sequence that starts here, if one does: ESC O and one byte, or ESC [ up to a final byte (ECMA-48, 5.4).
    static func length(at codes: ArraySlice<Int32>) -> Int? {
        let head = codes.prefix(3)
        guard head.count == 3, head.first == escape else { return nil }
        switch codes[codes.startIndex + 1] {
        case letterO: return isFinal(codes[codes.startIndex + 2]) ? 3 : nil
        case bracket: return controlSequenceLength(codes)
        default: return nil
        }
    }

    private static func controlSequenceLength(_ codes: ArraySlice<Int32>) -> Int? {
        let rest = codes.dropFirst(2).drop { (0x20...0x3F).contains($0) }
        guard let final = rest.first else { return codes.count }
        return isFinal(final) ? rest.startIndex - codes.startIndex + 1 : nil
    }

    private static func isFinal(_ code: Int32) -> Bool {
        (0x40...0x7E).contains(code)
    }
}
