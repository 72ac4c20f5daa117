/// Reads a document of JSON5 into a ``JSON5Value``.
///
/// `JSONDecoder` reads JSON5 too, but names no line when it refuses a document, and none of a value that turns out to be wrong later.
struct JSON5Reader {
    let scalars: [Unicode.Scalar]
    var place = 0
    private(set) var line = 1
    /// The line on which the last part before blanks and comments ended.
    private var lastLine = 1
    private var depth = 0

    /// The value that is all of the document, if it has any.
    static func read(_ text: String) throws(JSONError) -> JSON5Value? {
        var reader = JSON5Reader(scalars: Array(text.unicodeScalars))
        guard try reader.next() != nil else { return nil }
        let value = try reader.value()
        guard try reader.next() == nil else { throw reader.error(.trailingText) }
        return value
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    func error(_ problem: JSONError.Problem) -> JSONError { JSONError(line: line, problem) }

    /// An error about what is missing: on the line of what stands before it.
    private func errorBefore(_ problem: JSONError.Problem) -> JSONError { JSONError(line: lastLine, problem) }

    private mutating func value() throws(JSONError) -> JSON5Value {
        guard let first = try next() else { throw errorBefore(.endsTooEarly) }
        let start = line
        switch first {
        case "{": return JSON5Value(line: start, .object(try members()))
        case "[": return JSON5Value(line: start, .array(try elements()))
        case "\"", "'": return JSON5Value(line: start, .string(try string()))
        default: return JSON5Value(line: start, try literal())
        }
    }

    private mutating func members() throws(JSONError) -> [JSON5Member] {
        var members: [JSON5Member] = []
        var names: Set<String> = []
        try container(.object, "{", "}") { reader throws(JSONError) in
            let (name, line) = (try reader.name(), reader.line)
            guard names.insert(name).inserted else { throw reader.error(.repeatedName(name)) }
            guard try reader.take(":") else { throw reader.errorBefore(.missingColon(after: name)) }
            members.append(JSON5Member(name: name, line: line, value: try reader.value()))
        }
        return members
    }

    private mutating func elements() throws(JSONError) -> [JSON5Value] {
        var elements: [JSON5Value] = []
        try container(.array, "[", "]") { reader throws(JSONError) in elements.append(try reader.value()) }
        return elements
    }

    /// What stands between brackets, a comma after each; the last may have one too.
    private mutating func container(
        _ kind: JSONKind, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ element: (inout JSON5Reader) throws(JSONError) -> Void
    ) throws(JSONError) {
        guard try take(open) else { throw error(.missingComma(before: open)) }
        let unclosed = error(.unclosed(kind, missing: close))
        depth += 1
        guard depth <= JSONReader.maximumDepth else { throw error(.nestedTooDeeply) }
        while try !take(close) {
            guard try next() != nil else { throw unclosed }
            try element(&self)
            if try take(",") { continue }
            guard try take(close) else { throw try next() == nil ? unclosed : errorBefore(.missingComma(before: close)) }
            break
        }
        depth -= 1
    }

    private mutating func name() throws(JSONError) -> String {
        switch try next() {
        case "\"", "'": return try string()
        case nil: throw errorBefore(.endsTooEarly)
        default: return try identifier()
        }
    }

    private mutating func take(_ wanted: Unicode.Scalar) throws(JSONError) -> Bool {
        guard try next() == wanted else { return false }
        place += 1
        return true
    }
}

extension JSON5Reader {
    /// The scalar at the reader's place.
    var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    /// Moves over a scalar, and returns it.
    mutating func step() -> Unicode.Scalar? {
        guard let scalar = current else { return nil }
        place += 1
        if scalar == "\n" { line += 1 }
        return scalar
    }

    /// Moves over blanks and comments; returns what follows them.
    private mutating func next() throws(JSONError) -> Unicode.Scalar? {
        let (start, startLine) = (place, line)
        defer { if place > start { lastLine = startLine } }
        while let scalar = current {
            if scalar == "/" {
                try skipComment()
            } else if scalar.isBlankInJSON5 {
                _ = step()
            } else {
                return scalar
            }
        }
        return nil
    }

    private mutating func skipComment() throws(JSONError) {
        switch place + 1 < scalars.count ? scalars[place + 1] : nil {
        case "/": while let scalar = current, !scalar.endsLineInJSON5 { place += 1 }
        case "*": try skipLongComment()
        default: throw error(.unquoted("/"))
        }
    }

    private mutating func skipLongComment() throws(JSONError) {
        let opening = error(.unclosedComment)
        place += 2
        while let scalar = step() {
            if scalar == "*", current == "/" {
                place += 1
                return
            }
        }
        throw opening
    }
}

extension Unicode.Scalar {
    /// Whether a line ends here, for a comment or an escape.
    var endsLineInJSON5: Bool { ["\n", "\r", "\u{2028}", "\u{2029}"].contains(self) }

    /// Whether this may stand between any two parts of a document.
    var isBlankInJSON5: Bool {
        switch self {
        case "\t", "\n", "\u{B}", "\u{C}", "\r", " ", "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200A}", "\u{2028}", "\u{2029}", "\u{202F}",
            "\u{205F}", "\u{3000}", "\u{FEFF}":
            true
        default: false
        }
    }
}
