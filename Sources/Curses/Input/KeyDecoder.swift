import Terminal

/// Makes keys of the codes ncurses hands out: bytes, and numbers above 255 for the keys it knows.
struct KeyDecoder: Sendable {
    /// Whether bytes above 0x7F are UTF-8. Where they are not, they are unknown keys.
    let isUTF8: Bool
    private var partial: [UInt8] = []

    /// A decoder for a terminal that sends UTF-8, or nothing but ASCII.
    init(isUTF8: Bool) {
        self.isUTF8 = isUTF8
    }

    /// The keys of codes that arrived together. A character whose last bytes are still to come is kept for the next time.
    mutating func keys(from codes: [Int32]) -> [Key] {
        var keys: [Key] = []
        var rest = codes[...]
        while let code = rest.first {
            if let sequence = EscapeSequence(at: rest) {
                rest.removeFirst(sequence.length)
                keys += unfinished() + [sequence.key]
            } else {
                rest.removeFirst()
                keys += decode(code)
            }
        }
        return keys
    }

    private mutating func decode(_ code: Int32) -> [Key] {
        guard let byte = UInt8(exactly: code) else { return unfinished() + [KeyCodes.key(code)] }
        guard byte >= 0x80 else { return unfinished() + [KeyCodes.key(ascii: byte)] }
        guard isUTF8 else { return [.unknown(Int(byte))] }
        return byte & 0xC0 == 0x80 ? proceed(byte) : start(byte)
    }

    private mutating func start(_ byte: UInt8) -> [Key] {
        let keys = unfinished()
        guard (0xC2...0xF4).contains(byte) else { return keys + [.unknown(Int(byte))] }
        partial = [byte]
        return keys
    }

    private mutating func proceed(_ byte: UInt8) -> [Key] {
        guard let first = partial.first else { return [.unknown(Int(byte))] }
        partial.append(byte)
        guard partial.count == Self.length(startingWith: first) else { return [] }
        guard let text = String(validating: partial, as: UTF8.self), let character = text.first else { return unfinished() }
        partial = []
        return [.character(character)]
    }

    /// The bytes of a character that was never finished, each an unknown key.
    private mutating func unfinished() -> [Key] {
        defer { partial = [] }
        return partial.map { .unknown(Int($0)) }
    }

    /// Bytes in the UTF-8 form that starts with `first` (RFC 3629).
    private static func length(startingWith first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        default: 4
        }
    }
}
