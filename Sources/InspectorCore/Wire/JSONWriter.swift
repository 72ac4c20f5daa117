internal import TextSafety

/// Writes JSON straight into bytes: a page of a hundred associations takes some microseconds.
package struct JSONWriter: Sendable {
    /// What was written.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// An empty text with room for `capacity` bytes.
    package init(capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    /// An object whose members `content` writes.
    package mutating func object(_ content: (inout Self) -> Void) {
        container(open: "{", close: "}", content)
    }

    /// An array whose elements `content` writes.
    package mutating func array(_ content: (inout Self) -> Void) {
        container(open: "[", close: "]", content)
    }

    /// A member's name; its value follows.
    package mutating func key(_ name: StaticString) {
        separate()
        raw("\"")
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        raw("\"")
        raw(":")
        needsComma = false
    }

    /// A string.
    package mutating func string(_ text: String) {
        separate()
        quote(text)
        needsComma = true
    }

    /// A string that needs no escapes, written by `content`.
    package mutating func plainString(_ content: (inout [UInt8]) -> Void) {
        separate()
        raw("\"")
        content(&bytes)
        raw("\"")
        needsComma = true
    }

    /// The end of a line of JSON lines.
    mutating func endLine() {
        raw("\n")
        needsComma = false
    }

    /// A number.
    package mutating func number(_ value: Double) {
        separate()
        bytes.append(contentsOf: "\(value)".utf8)
        needsComma = true
    }

    /// A whole number that is a member.
    package mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        whole(value)
    }

    /// A member that is a list of whole numbers.
    package mutating func member(_ name: StaticString, _ values: [Int]?) {
        list(name, values) { $0.whole($1) }
    }

    /// JSON that is there already.
    package mutating func value(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// A string member.
    package mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        string(text)
    }

    /// A member that is a list of strings.
    package mutating func member(_ name: StaticString, _ texts: [String]?) {
        list(name, texts) { $0.string($1) }
    }

    private mutating func list<Value>(_ name: StaticString, _ values: [Value]?, _ write: (inout Self, Value) -> Void) {
        guard let values else { return }
        key(name)
        array { list in
            for value in values { write(&list, value) }
        }
    }

    private mutating func whole(_ value: Int) {
        separate()
        bytes.append(contentsOf: "\(value)".utf8)
        needsComma = true
    }

    private mutating func container(open: Unicode.Scalar, close: Unicode.Scalar, _ content: (inout Self) -> Void) {
        separate()
        raw(open)
        needsComma = false
        content(&self)
        raw(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { raw(",") }
    }

    private mutating func raw(_ character: Unicode.Scalar) {
        bytes.append(UInt8(ascii: character))
    }
}

extension JSONWriter {
    /// An object of strings, sorted by name.
    package mutating func object(_ members: [String: String]) {
        object { object in
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                object.separate()
                object.quote(name)
                object.raw(":")
                object.needsComma = false
                object.string(value)
            }
        }
    }

    private mutating func quote(_ text: String) {
        raw("\"")
        if text.utf8.contains(where: Self.isSpecial) {
            for scalar in text.unicodeScalars { bytes.append(contentsOf: scalar.inJSONString.utf8) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        raw("\"")
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte >= 0x7F
    }
}
