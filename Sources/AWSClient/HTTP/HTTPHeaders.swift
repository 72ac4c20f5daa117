/// Header fields in the order they were added; names compare without case (RFC 9110, 5.1).
package struct HTTPHeaders: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    /// One header field.
    package struct Field: Equatable, Sendable {
        /// The name as it is written on the wire.
        package var name: String
        /// The value without surrounding white space.
        package var value: String

        /// One header field.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All fields, repeated names included.
    package private(set) var fields: [Field] = []

    /// No fields.
    package init() {}

    /// Fields in the order given.
    package init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// Fields in the order written.
    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value of a name; assigning replaces every field of that name, nil removes them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.matches($0.name, name) }?.value }
        set {
            fields.removeAll { Self.matches($0.name, name) }
            if let newValue { add(name, newValue) }
        }
    }

    /// Every value of a name, in order.
    package func values(of name: String) -> [String] {
        fields.filter { Self.matches($0.name, name) }.map(\.value)
    }

    /// The fields of several names, in their order here.
    package func fields(named names: [String]) -> HTTPHeaders {
        var found = self
        found.fields.removeAll { field in !names.contains { Self.matches(field.name, $0) } }
        return found
    }

    /// The first field whose name begins with `prefix` and is none of `names`.
    package func field(prefixed prefix: String, exceptFor names: [String]) -> Field? {
        fields.first { field in
            Self.matches(field.name.utf8.prefix(prefix.utf8.count), prefix.utf8) && !names.contains { Self.matches(field.name, $0) }
        }
    }

    /// The name of the first field whose value HTTP cannot carry, for it holds a control character (RFC 9110, 5.5).
    var unwritable: String? {
        fields.first { field in field.value.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F } }?.name
    }

    /// Adds a field without touching others of the same name.
    package mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Adds all fields of another set.
    package mutating func add(_ other: HTTPHeaders) {
        fields += other.fields
    }

    private static func matches(_ left: String, _ right: String) -> Bool {
        matches(left.utf8, right.utf8)
    }

    private static func matches(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { lowerCase($0) == lowerCase($1) }
    }

    private static func lowerCase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
