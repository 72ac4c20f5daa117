/// Reads JSON (RFC 8259) and keeps the line of every value.
struct JSONReader {
    private static let deepest = 64
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var depth = 0

    /// The value in `text`, which holds nothing else.
    static func read(_ text: String) throws(PlanInputProblem) -> PositionedJSON {
        var reader = JSONReader(bytes: Array(text.utf8))
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.current == nil else { throw reader.problem("text follows the JSON value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func problem(_ reason: String) -> PlanInputProblem {
        PlanInputProblem(line: line, reason: reason)
    }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            if byte == 0x0A { line += 1 }
            position += 1
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}

extension JSONReader {
    private mutating func value() throws(PlanInputProblem) -> PositionedJSON {
        skipBlanks()
        let start = line
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem("this is nested too deeply") }
        guard let byte = current else { throw problem("the JSON ends too early") }
        let value: PositionedJSON.Value =
            switch byte {
            case UInt8(ascii: "{"): .object(try object())
            case UInt8(ascii: "["): .array(try array())
            case UInt8(ascii: "\""): .string(try string())
            default: try literal()
            }
        return PositionedJSON(line: start, value: value)
    }

    private mutating func array() throws(PlanInputProblem) -> [PositionedJSON] {
        position += 1
        skipBlanks()
        if take("]") { return [] }
        var values: [PositionedJSON] = []
        repeat {
            values.append(try value())
            skipBlanks()
        } while take(",")
        guard take("]") else { throw problem("a comma or ] is missing") }
        return values
    }

    private mutating func object() throws(PlanInputProblem) -> [(name: String, value: PositionedJSON)] {
        position += 1
        skipBlanks()
        if take("}") { return [] }
        var members: [(name: String, value: PositionedJSON)] = []
        repeat { members.append(try member()) } while take(",")
        guard take("}") else { throw problem("a comma or } is missing") }
        return members
    }

    private mutating func member() throws(PlanInputProblem) -> (name: String, value: PositionedJSON) {
        skipBlanks()
        guard current == UInt8(ascii: "\"") else { throw problem("a member's name in quotes is missing") }
        let name = try string()
        skipBlanks()
        guard take(":") else { throw problem("a colon is missing after \(name.quoted)") }
        let value = try value()
        skipBlanks()
        return (name, value)
    }

    private mutating func literal() throws(PlanInputProblem) -> PositionedJSON.Value {
        let start = position
        while let byte = current, byte > 0x20, !",]}:\"[{".utf8.contains(byte) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default:
            guard JSONNumber.isNumber(word) else { throw problem("\(word.quoted) is not JSON") }
            return .number(word)
        }
    }
}

extension JSONReader {
    private mutating func string() throws(PlanInputProblem) -> String {
        position += 1
        var content: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): content += Array(String(try escape()).utf8)
            case ..<0x20: throw problem("a string is not closed on its line")
            default: content.append(byte)
            }
        }
        throw problem("a string has no end")
    }

    private mutating func escape() throws(PlanInputProblem) -> Unicode.Scalar {
        guard let byte = current else { throw problem("a string has no end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw problem("an unknown escape in a string")
        }
    }

    private mutating func unicodeEscape() throws(PlanInputProblem) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard take("\\"), take("u") else { throw problem("half a surrogate pair in a string") }
        let second = try hexadecimal()
        guard (0xD800...0xDBFF).contains(first), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw problem("half a surrogate pair in a string") }
        return scalar
    }

    private mutating func hexadecimal() throws(PlanInputProblem) -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw problem("\\u is not followed by four hexadecimal digits") }
        position += 4
        return value
    }
}
