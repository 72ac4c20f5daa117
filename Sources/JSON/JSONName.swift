/// The name of a member, matched against literals without making a string of it.
package struct JSONName {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Set for a name with escapes in it or beyond ASCII.
    private let text: String?

    init(bytes: UnsafeBufferPointer<UInt8>) {
        (self.bytes, text) = (bytes, nil)
    }

    init(text: String) {
        (bytes, self.text) = (UnsafeBufferPointer(start: nil, count: 0), text)
    }

    /// The name with its escapes resolved.
    package var string: String { text ?? String(decoding: bytes, as: UTF8.self) }

    /// Lets `switch` compare a name with literals.
    package static func ~= (literal: StaticString, name: JSONName) -> Bool {
        let wanted = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        if let text = name.text { return text.utf8.elementsEqual(wanted) }
        return name.bytes.count == wanted.count && name.bytes.elementsEqual(wanted)
    }

    fileprivate func isSame(as other: JSONName) -> Bool {
        if text == nil, other.text == nil { return bytes.count == other.bytes.count && bytes.elementsEqual(other.bytes) }
        return string == other.string
    }
}

/// The names of one object's members so far. Most objects have a few: only the names of large ones become strings.
struct JSONNames {
    private static let few = 32
    private var first: JSONName?
    private var others: [JSONName] = []
    private var many: Set<String> = []

    /// Takes a name in; false when it was there already. Names that are canonically equivalent in Unicode count as one.
    mutating func insert(_ name: JSONName) -> Bool {
        guard let first else {
            first = name
            return true
        }
        if !many.isEmpty { return many.insert(name.string).inserted }
        if first.isSame(as: name) || others.contains(where: { $0.isSame(as: name) }) { return false }
        if others.isEmpty { others.reserveCapacity(8) }
        others.append(name)
        if others.count == Self.few { many = Set(([first] + others).map(\.string)) }
        return true
    }
}
