/// The bytes that the description of a terminal (terminfo) has for its keys.
package struct KeyStrings: Sendable {
    /// What the input begins with, by the description.
    enum Match: Hashable {
        case none
        case key(Key, length: Int)
        /// The beginning of a longer key; `whole` is the key it is when nothing more comes.
        case unfinished(whole: Key?)
    }

    private var keys: [[UInt8]: Key] = [:]
    private var beginnings: Set<[UInt8]> = []
    private var longest = 0

    /// Strings with their keys; of two equal strings the first counts. Left out are strings that would hide a letter, Escape, Return
    /// or ^C, and those of the keypad's digits, which stand for themselves.
    package init(_ strings: [(bytes: [UInt8], key: Key)] = []) {
        for (bytes, key) in strings where Self.isUsable(bytes) && keys[bytes] == nil {
            keys[bytes] = key
            longest = max(longest, bytes.count)
            for length in 1..<max(1, bytes.count) { beginnings.insert(Array(bytes.prefix(length))) }
        }
    }

    private static func isUsable(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first < 0x20 || first >= 0x7F, !untouchable.contains(bytes) else { return false }
        return !(bytes.count == 3 && bytes.starts(with: [Byte.escape, UInt8(ascii: "O")]) && (0x70...0x79).contains(bytes[2]))
    }

    private static let untouchable: Set<[UInt8]> = [[Byte.escape], [0x0D], [0x03]]

    /// The longest key that `bytes` begin with.
    func match(_ bytes: ArraySlice<UInt8>) -> Match {
        guard let first = bytes.first, first < 0x20 || first >= 0x7F, longest > 0 else { return .none }
        if bytes.count < longest, beginnings.contains(Array(bytes)) { return .unfinished(whole: keys[Array(bytes)]) }
        for length in (1...min(longest, bytes.count)).reversed() {
            if let key = keys[Array(bytes.prefix(length))] { return .key(key, length: length) }
        }
        return .none
    }
}

/// Keys that are sent as SS3 and one byte: arrows in application mode, the first function keys, and the keypad.
enum KeypadKeys {
    /// The key of the byte after SS3.
    static func key(_ final: UInt8) -> Key? {
        switch final {
        case 0x70...0x79: .character(Character(Unicode.Scalar(final - 0x40)))
        case 0x6A...0x6F: .character(Character(Unicode.Scalar(final - 0x40)))
        default: named[final]
        }
    }

    private static let named: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "M"): .enter, UInt8(ascii: "I"): .tab,
        UInt8(ascii: " "): .character(" "), UInt8(ascii: "X"): .character("="),
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]
}
