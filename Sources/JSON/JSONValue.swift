/// Any JSON value, for documents of which only a few members are known and the rest must survive.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number exactly as it is written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The number that is written with the digits of `value`.
    package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }
}

extension JSONValue: JSONReadable {
    /// Reads whatever value comes next.
    package init(_ json: inout JSONReader) throws(JSONError) {
        switch json.kind {
        case .object:
            var members: [String: JSONValue] = [:]
            try json.members { json, name throws(JSONError) in members[name.string] = try JSONValue(&json) }
            self = .object(members)
        case .array: self = .array(try json.list(of: JSONValue.self))
        case .string: self = .string(try json.string())
        case .number, .boolean, .null, nil: self = try json.literal()
        }
    }

    /// Reads one document; nil when the bytes are not JSON. Half a surrogate pair becomes U+FFFD, and of several members of one name the
    /// first counts: what somebody else keeps in a file is taken as long as it can be understood.
    package init?(bytes: [UInt8]) {
        guard let value = try? JSONValue(json: bytes, tolerating: [.loneSurrogates, .repeatedNames]) else { return nil }
        self = value
    }
}

extension JSONValue: JSONWritable {
    /// Writes the value, members sorted by name.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.literal("null")
        case .boolean(let value): json.literal(value ? "true" : "false")
        case .number(let text): json.literal(text)
        case .string(let text): json.string(text)
        case .array(let values): json.array(values)
        case .object(let members):
            json.object { object in
                for (name, value) in members.sorted(by: { $0.key < $1.key }) { object.member(named: name) { value.write(to: &$0) } }
            }
        }
    }
}

extension JSONValue {
    /// A member of an object; nil when this is no object, or the member is absent or `null`.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members[name], value != .null else { return nil }
        return value
    }

    /// The text of a string.
    package var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The value of a number, as near as a `Double` can hold it; nil beyond its range.
    package var number: Double? {
        guard case .number(let text) = self, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// The elements of an array.
    package var array: [JSONValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    /// The value nearly as JSON has it, for people.
    package var words: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let value), .string(let value): value
        case .array(let values): "[" + values.map(\.words).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.sorted { $0.key < $1.key }.map { "\($0): \($1.words)" }.joined(separator: ", ") + "}"
        }
    }
}
