/// A value that can be read from JSON.
package protocol JSONReadable {
    /// Reads the value that comes next.
    init(_ json: inout JSONReader) throws(JSONError)
}

extension JSONReadable {
    /// Reads a document that holds the value and nothing else.
    package init(json bytes: [UInt8], tolerating: JSONReader.Tolerance = .loneSurrogates) throws(JSONError) {
        self = try JSONReader.read(bytes, tolerating: tolerating) { json throws(JSONError) in try Self(&json) }
    }
}

/// Reads JSON (RFC 8259) straight from its bytes, value after value in the order in which they stand: a page of a hundred associations
/// takes 10 µs.
///
/// The same name twice in an object is an error, whether or not that member is asked for: programs make different things of such a
/// document, so that it proves nothing. In strings that are read over, bytes that are not UTF-8 pass.
package struct JSONReader {
    /// What RFC 8259 allows although programs disagree about it.
    package struct Tolerance: OptionSet, Sendable {
        /// One bit for each kind.
        package let rawValue: Int

        /// The kinds of these bits.
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Half a surrogate pair among the escapes of a string (section 8.2) becomes U+FFFD: one such name must not hide an account.
        package static let loneSurrogates = Self(rawValue: 1)
        /// Of several members of one name (section 4) the first counts.
        package static let repeatedNames = Self(rawValue: 2)
    }

    /// Arrays and objects in one another beyond which a document is refused, as `JSONDecoder` does.
    static let maximumDepth = 512

    let bytes: UnsafeBufferPointer<UInt8>
    let tolerance: Tolerance
    var place = 0
    private var lines = 1
    /// Where the line begins that is being read.
    private var lineStart = 0
    private var depth = 0
    private var member: JSONName?

    private init(bytes: UnsafeBufferPointer<UInt8>, tolerance: Tolerance) {
        (self.bytes, self.tolerance) = (bytes, tolerance)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (place, lineStart) = (3, 3) }
    }

    /// Reads a document with `body`, which has to read all of it. A byte order mark before it does not count.
    @inlinable
    package static func read<Value>(
        _ bytes: [UInt8], tolerating: Tolerance = .loneSurrogates, _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try read(buffer, tolerating: tolerating, body) }
    }

    /// Reads the document in `buffer` with `body`, as ``read(_:tolerating:_:)`` does.
    package static func read<Value>(
        _ buffer: UnsafeBufferPointer<UInt8>, tolerating: Tolerance = .loneSurrogates,
        _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        var json = JSONReader(bytes: buffer, tolerance: tolerating)
        let value = try body(&json)
        json.skipSpace()
        guard json.place == buffer.count else { throw json.error(.trailingText) }
        return value
    }

    /// The line on which the next value begins, from 1.
    package var line: Int {
        mutating get {
            skipSpace()
            return lines
        }
    }

    /// Where the next value begins.
    package var position: JSONPosition {
        mutating get {
            skipSpace()
            return here
        }
    }

    private var here: JSONPosition { JSONPosition(line: lines, column: place - lineStart + 1) }

    /// The kind of the next value; nil where none begins.
    package var kind: JSONKind? {
        mutating get {
            skipSpace()
            return place < bytes.count ? JSONKind(firstByte: bytes[place]) : nil
        }
    }

    func error(_ problem: JSONError.Problem) -> JSONError { JSONError(line: lines, column: here.column, problem) }

    /// An error about what is missing: on the line of what stands before it.
    func errorBefore(_ problem: JSONError.Problem) -> JSONError {
        let blanks = bytes[..<place].reversed().prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        let ends = blanks.count { $0 == 0x0A }
        return JSONError(line: lines - ends, column: ends == 0 ? here.column - blanks.count : 0, problem)
    }

    /// Why the next value is not of the kind that was expected.
    package mutating func wrongKind(_ expected: JSONKind) -> JSONError {
        if let kind { return error(.wrongKind(kind, expected: expected, member: member?.string)) }
        return place < bytes.count ? error(.notJSON(unreadable())) : errorBefore(.endsTooEarly)
    }
}

extension JSONReader {
    /// An object: `member` reads the values of those names it knows; a value it leaves alone is read over. A member that is `null` counts
    /// as absent.
    package mutating func object(_ member: (inout JSONReader, JSONName) throws(JSONError) -> Void) throws(JSONError) {
        try members { json, name throws(JSONError) in
            guard json.kind != .null else { return }
            try member(&json, name)
        }
    }

    /// An object, those members among it that are `null`.
    mutating func members(_ member: (inout JSONReader, JSONName) throws(JSONError) -> Void) throws(JSONError) {
        var seen = JSONNames()
        try container(.object, "{", "}") { json throws(JSONError) in
            let name = try json.name()
            guard json.take(":") else { throw json.errorBefore(.missingColon(after: name.string)) }
            guard seen.insert(name) else {
                guard json.tolerance.contains(.repeatedNames) else { throw json.error(.repeatedName(name.string)) }
                return try json.skip()
            }
            json.skipSpace()
            let start = json.place
            json.member = name
            try member(&json, name)
            if json.place == start { try json.skip() }
        }
    }

    /// An array whose elements `element` reads.
    package mutating func array(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        try container(.array, "[", "]") { json throws(JSONError) in
            json.member = nil
            try element(&json)
        }
    }

    /// An array of what `element` reads.
    @inlinable
    package mutating func list<Value>(_ element: (inout JSONReader) throws(JSONError) -> Value) throws(JSONError) -> [Value] {
        var all: [Value] = []
        try array { json throws(JSONError) in all.append(try element(&json)) }
        return all
    }

    /// An array of values that know how they are read.
    @inlinable
    package mutating func list<Value: JSONReadable>(of type: Value.Type) throws(JSONError) -> [Value] {
        try list { json throws(JSONError) in try Value(&json) }
    }

    /// An array of strings; any other element is an error.
    package mutating func strings() throws(JSONError) -> [String] {
        try list { json throws(JSONError) in try json.string() }
    }

    /// An array of whole numbers; any other element is an error.
    package mutating func integers() throws(JSONError) -> [Int] {
        try list { json throws(JSONError) in try json.integer() }
    }

    /// An object of strings, by their names.
    package mutating func texts() throws(JSONError) -> [String: String] {
        var texts: [String: String] = [:]
        try members { json, name throws(JSONError) in texts[name.string] = try json.string() }
        return texts
    }

    /// Reads over a value of any kind.
    package mutating func skip() throws(JSONError) {
        switch kind {
        case .object: try members { _, _ throws(JSONError) in }
        case .array: try array { json throws(JSONError) in try json.skip() }
        case .string: try skipString()
        case .number, .boolean, .null, nil: try skipLiteral()
        }
    }

    /// What `read` makes of the next value; a value that it cannot read is read over, and is nil. What is no JSON is an error all the same.
    package mutating func readable<Value>(
        _ read: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value? {
        let start = self
        do throws(JSONError) {
            return try read(&self)
        } catch {
            self = start
            try skip()
            return nil
        }
    }

    /// A string; any other value is read over, and is nil.
    package mutating func readableString() throws(JSONError) -> String? {
        try readable { json throws(JSONError) in try json.string() }
    }

    private mutating func container(
        _ kind: JSONKind, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ element: (inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        guard take(open) else { throw wrongKind(kind) }
        let opening = JSONPosition(line: lines, column: here.column - 1)
        depth += 1
        guard depth <= Self.maximumDepth else { throw error(.nestedTooDeeply) }
        if !take(close) {
            repeat {
                skipSpace()
                guard place < bytes.count else { throw unclosed(kind, opening, close) }
                guard bytes[place] != UInt8(ascii: close) else { throw errorBefore(.commaTooMany(before: close)) }
                try element(&self)
            } while take(",")
            guard take(close) else {
                throw place < bytes.count
                    ? errorBefore(.missingComma(before: close)) : unclosed(kind, opening, close)
            }
        }
        depth -= 1
    }

    private func unclosed(_ kind: JSONKind, _ opening: JSONPosition, _ close: Unicode.Scalar) -> JSONError {
        JSONError(line: opening.line, column: opening.column, .unclosed(kind, missing: close))
    }
}

extension JSONReader {
    mutating func skipSpace() {
        while place < bytes.count, bytes[place] <= 0x20 {
            switch bytes[place] {
            case 0x0A: (lines, lineStart) = (lines + 1, place + 1)
            case 0x20, 0x09, 0x0D: break
            default: return
            }
            place += 1
        }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }
}
