/// A value of JSON5 (spec.json5.org), the format of files that people write, with the line on which it begins.
package struct JSON5Value: Equatable, Sendable {
    /// The value without its place.
    package enum Content: Equatable, Sendable {
        case null
        case boolean(Bool)
        /// A number as near as a `Double` holds it; JSON5 has infinities and NaN.
        case number(Double)
        case string(String)
        case array([JSON5Value])
        /// The members in the order in which they stand.
        case object([JSON5Member])
    }

    /// The line on which the value begins, from 1.
    package let line: Int
    /// The value itself.
    package let content: Content

    /// Reads a document that holds one value; nil when it holds nothing but blanks and comments. A name that an object has twice is an
    /// error, as in ``JSONReader``.
    package init?(reading text: String) throws(JSONError) {
        guard let value = try JSON5Reader.read(text) else { return nil }
        self = value
    }

    init(line: Int, _ content: Content) {
        (self.line, self.content) = (line, content)
    }

    /// What kind of value it is.
    package var kind: JSONKind {
        switch content {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

/// A member of an object.
package struct JSON5Member: Equatable, Sendable {
    /// Its name, without quotes and escapes.
    package let name: String
    /// The line on which the name stands.
    package let line: Int
    /// What it is set to.
    package let value: JSON5Value
}
