/// The bytes that the description of a terminal (terminfo) has for its keys.
package struct KeyStrings: Sendable {
    /// What the beginning of the input is.
    enum Match: Hashable {
        case none
        case key(Key, length: Int)
        /// The beginning of a longer key; `whole` is the key it is when nothing more comes.
        case unfinished(whole: Key?)
    }

    private var keys: [[UInt8]: Key] = [:]
    private var beginnings: Set<[UInt8]> = []
    private var longest = 0

    /// Strings and their keys, the first of two that are alike. Left out are those that would take a letter, Escape, Return or ^C away,
    /// and those of digits of the keypad, which mean themselves.
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
