internal import TextSafety

/// A value that can be written as JSON.
package protocol JSONWritable {
    /// Writes the value where the writer stands.
    func write(to json: inout JSONWriter)
}

extension JSONWritable {
    /// The value on one line.
    package var json: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }

    /// The value as a document for people and programs: indented, with a line feed at its end.
    package var jsonDocument: [UInt8] {
        var json = JSONWriter(layout: .indented)
        write(to: &json)
        json.endLine()
        return json.bytes
    }
}

extension JSONWritable {
    /// The same document in pieces, each when it is made, so that a long one is never in memory as a whole.
    package func writeDocument(to sink: @escaping @Sendable ([UInt8]) -> Void) {
        var json = JSONWriter(layout: .indented, sink: sink)
        write(to: &json)
        json.endLine()
        sink(json.bytes)
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes the values as an array.
    package func write(to json: inout JSONWriter) { json.array(self) }
}

/// Writes JSON straight into bytes: a page of a hundred associations takes some microseconds.
///
/// Names stay exact, and whatever is hidden in them is escaped: a terminal finds nothing in the text that it would obey, and a reader
/// nothing to overlook.
package struct JSONWriter: Sendable {
    /// Where line breaks and blanks go.
    package enum Layout: Sendable {
        /// Nowhere: everything stands on one line.
        case compact
        /// After each member and element, indented by two spaces a level, as `JSONEncoder` prints it.
        case indented
    }

    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    private let layout: Layout
    /// Takes the bytes so far each time they are many; without one they all stay.
    private let sink: (@Sendable ([UInt8]) -> Void)?
    private var depth = 0
    private var isFirst = true
    private var followsName = true

    /// An empty text with room for `capacity` bytes.
    package init(layout: Layout = .compact, capacity: Int = 256, sink: (@Sendable ([UInt8]) -> Void)? = nil) {
        (self.layout, self.sink) = (layout, sink)
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

    /// An array of values, each as it writes itself.
    package mutating func array(_ values: [some JSONWritable]) {
        array { array in
            for value in values { value.write(to: &array) }
        }
    }

    /// A member's name, which holds nothing that JSON escapes; its value follows.
    package mutating func key(_ name: StaticString) {
        separate()
        raw("\"")
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        raw("\"")
        colon()
    }

    /// A string, escaped where it has to be.
    package mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// A string that needs no escapes, written by `content`.
    package mutating func plainString(_ content: (inout [UInt8]) -> Void) {
        separate()
        raw("\"")
        content(&bytes)
        raw("\"")
    }

    /// A number; `null` for infinity and NaN, which JSON cannot hold.
    package mutating func number(_ value: Double) { literal(value.isFinite ? "\(value)" : "null") }

    /// A number that is given as it is to be written, `true`, `false` or `null`.
    mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// The end of a document, or of a line of JSON lines.
    package mutating func endLine() {
        raw("\n")
        followsName = true
    }
}

extension JSONWriter {
    /// A string member; none for nil.
    package mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        string(text)
    }

    /// A member that is a whole number; none for nil.
    package mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        literal("\(value)")
    }

    /// A member that is a number; none for nil.
    package mutating func member(_ name: StaticString, _ value: Double?) {
        guard let value else { return }
        key(name)
        number(value)
    }

    /// A member that is `true` or `false`; none for nil.
    package mutating func member(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        key(name)
        literal(value ? "true" : "false")
    }

    /// A member that writes itself; none for nil.
    package mutating func member(_ name: StaticString, _ value: (some JSONWritable)?) {
        guard let value else { return }
        key(name)
        value.write(to: &self)
    }

    /// A member that is a list of strings; none for nil.
    package mutating func member(_ name: StaticString, _ texts: [String]?) {
        guard let texts else { return }
        key(name)
        array { list in
            for text in texts { list.string(text) }
        }
    }

    /// A member that is a list of whole numbers; none for nil.
    package mutating func member(_ name: StaticString, _ values: [Int]?) {
        guard let values else { return }
        key(name)
        array { list in
            for value in values { list.literal("\(value)") }
        }
    }

    /// A member that is an object of strings, sorted by name; none for nil.
    package mutating func member(_ name: StaticString, _ members: [String: String]?) {
        guard let members else { return }
        key(name)
        object(members)
    }

    /// An object of strings, sorted by name.
    package mutating func object(_ members: [String: String]) {
        object { object in
            for (name, text) in members.sorted(by: { $0.key < $1.key }) { object.member(named: name) { $0.string(text) } }
        }
    }

    /// A member of any name, whose value `content` writes.
    mutating func member(named name: String, _ content: (inout Self) -> Void) {
        separate()
        quote(name)
        colon()
        content(&self)
    }
}

extension JSONWriter {
    private mutating func container(open: Unicode.Scalar, close: Unicode.Scalar, _ content: (inout Self) -> Void) {
        separate()
        raw(open)
        depth += 1
        isFirst = true
        if layout == .indented { raw("\n") }
        content(&self)
        depth -= 1
        isFirst = false
        if layout == .indented {
            raw("\n")
            indent()
        }
        raw(close)
    }

    /// What stands before a value or a member's name: nothing behind a name, else the comma that ends the one before.
    private mutating func separate() {
        if let sink, bytes.count >= Self.piece {
            sink(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        guard !followsName else { return followsName = false }
        if !isFirst {
            raw(",")
            if layout == .indented { raw("\n") }
        }
        isFirst = false
        if layout == .indented { indent() }
    }

    /// How many bytes a piece has at least.
    private static let piece = 1 << 16

    private mutating func colon() {
        if layout == .indented { raw(" ") }
        raw(":")
        if layout == .indented { raw(" ") }
        followsName = true
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }

    private mutating func raw(_ character: Unicode.Scalar) {
        bytes.append(UInt8(ascii: character))
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

extension Unicode.Scalar {
    /// The scalar inside a JSON string: as itself, or where that would be hidden or end the string, escaped (RFC 8259, section 7).
    fileprivate var inJSONString: String {
        switch self {
        case "\"", "\\": "\\\(self)"
        case "\u{08}": "\\b"
        case "\u{0C}": "\\f"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: isHidden ? escaped : String(self)
        }
    }

    /// `\u` with four hexadecimal digits, twice for a scalar beyond U+FFFF.
    private var escaped: String {
        String(self).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
