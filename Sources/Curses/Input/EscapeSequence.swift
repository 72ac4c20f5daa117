import Terminal

/// Sequences of keys that the terminal's description does not know. Read as single keys they would press Escape and a few letters; most
/// terminals send the same ones, whatever they say they are.
struct EscapeSequence: Hashable {
    /// The number of codes it takes.
    let length: Int
    /// The key it stands for.
    let key: Key

    private static let escape: Int32 = 0x1B
    private static let bracket: Int32 = 0x5B
    private static let letterO: Int32 = 0x4F

    /// The sequence that starts here, if one does: ESC O and one byte, or ESC [ up to a final byte (ECMA-48, 5.4).
    init?(at codes: ArraySlice<Int32>) {
        guard codes.count > 2, codes.first == Self.escape else { return nil }
        let rest = codes.dropFirst(2)
        switch codes[codes.startIndex + 1] {
        case Self.letterO: self.init(parameters: "", rest: rest)
        case Self.bracket:
            let parameters = rest.prefix { (0x20...0x3F).contains($0) }
            self.init(parameters: Self.text(parameters), rest: rest.dropFirst(parameters.count))
        default: return nil
        }
    }

    private init?(parameters: String, rest: ArraySlice<Int32>) {
        guard let final = rest.first else {
            (length, key) = (2 + parameters.utf8.count, .unknown(Int(Self.escape)))
            return
        }
        guard (0x40...0x7E).contains(final) else { return nil }
        length = 3 + parameters.utf8.count
        key = Self.known[parameters + Self.text([final])] ?? .unknown(Int(Self.escape))
    }

    private static func text(_ codes: ArraySlice<Int32>) -> String {
        String(decoding: codes.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }

    private static let known: [String: Key] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab, "M": .enter,
        "1~": .home, "7~": .home, "4~": .end, "8~": .end, "2~": .insert, "3~": .delete, "5~": .pageUp, "6~": .pageDown,
        "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4), "15~": .function(5), "17~": .function(6),
        "18~": .function(7), "19~": .function(8), "20~": .function(9), "21~": .function(10), "23~": .function(11), "24~": .function(12),
    ]
}
