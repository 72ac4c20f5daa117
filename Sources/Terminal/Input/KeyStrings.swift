/// The bytes that the description of a terminal (terminfo) has for its keys.
package struct KeyStrings: Sendable {
    /// What the input begins with, by the description.
    enum Match: Hashable {
        case none
        case key(Key, length: Int)
        /// The beginning of a longer key; `whole` is the key it is when nothing more comes.
        case unfinished(whole: Key?)
    }

    /// What follows one byte: a tree, because a set of byte strings would have the runtime look up at every start how those are hashed.
    private struct Node {
        var key: Key?
        var next: [(byte: UInt8, node: Int)] = []

        func node(after byte: UInt8) -> Int? { next.first { $0.byte == byte }?.node }
    }

    private var nodes = [Node()]

    /// Strings with their keys; of two equal strings the first counts. Left out are strings that would hide a letter, Escape, Return
    /// or ^C, and those of the keypad's digits, which stand for themselves.
    package init(_ strings: [(bytes: [UInt8], key: Key)] = []) {
        for (bytes, key) in strings where Self.isUsable(bytes) {
            let end = bytes.reduce(0) { node(after: $1, of: $0) }
            if nodes[end].key == nil { nodes[end].key = key }
        }
    }

    private mutating func node(after byte: UInt8, of node: Int) -> Int {
        if let next = nodes[node].node(after: byte) { return next }
        nodes.append(Node())
        nodes[node].next.append((byte, nodes.count - 1))
        return nodes.count - 1
    }

    private static func isUsable(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first < 0x20 || first >= 0x7F else { return false }
        if bytes.count == 1 { return ![Byte.escape, 0x0D, 0x03].contains(first) }
        return !(bytes.count == 3 && bytes.starts(with: [Byte.escape, UInt8(ascii: "O")]) && (0x70...0x79).contains(bytes[2]))
    }

    /// The longest key that `bytes` begin with.
    func match(_ bytes: ArraySlice<UInt8>) -> Match {
        var (node, longest) = (0, Match.none)
        for (offset, byte) in bytes.enumerated() {
            guard let next = nodes[node].node(after: byte) else { return longest }
            node = next
            if let key = nodes[node].key { longest = .key(key, length: offset + 1) }
        }
        return nodes[node].next.isEmpty || bytes.isEmpty ? longest : .unfinished(whole: nodes[node].key)
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
