internal import Glibc

extension JSONReader {
    /// A string with its escapes resolved.
    package mutating func string() throws(JSONError) -> String {
        guard take("\"") else { throw wrongKind(.string) }
        guard let content = plainContent() else { return try text(of: unescapedContent()) }
        return try text(of: content)
    }

    /// The name of a member.
    mutating func name() throws(JSONError) -> JSONName {
        guard take("\"") else { throw error(.missingName) }
        guard let content = plainContent() else { return JSONName(text: try text(of: unescapedContent())) }
        return content.isASCII ? JSONName(bytes: content) : JSONName(text: try text(of: content))
    }

    mutating func skipString() throws(JSONError) {
        guard take("\"") else { throw wrongKind(.string) }
        if plainContent() == nil { _ = try unescapedContent() }
    }

    private func text(of content: some Collection<UInt8>) throws(JSONError) -> String {
        guard let text = String(validating: content, as: UTF8.self) else { throw error(.notUTF8) }
        return text
    }

    /// Reads a string to its end when nothing in it has to be looked at; nil when something has, and then nothing is read.
    private mutating func plainContent() -> UnsafeBufferPointer<UInt8>? {
        guard place < bytes.count, let first = bytes.baseAddress, let quote = memchr(first + place, 0x22, bytes.count - place) else {
            return nil
        }
        let content = UnsafeBufferPointer(rebasing: bytes[place..<(UnsafeRawPointer(quote) - UnsafeRawPointer(first))])
        guard content.isPlain else { return nil }
        place += content.count + 1
        return content
    }

    private mutating func unescapedContent() throws(JSONError) -> [UInt8] {
        var content: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return content
            case UInt8(ascii: "\\"): content += String(try escape()).utf8
            case 0x0A: throw error(.unclosedLine)
            case ..<0x20: throw error(.controlCharacter)
            default: content.append(byte)
            }
        }
        throw error(.unclosedString)
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        guard place < bytes.count else { throw error(.unclosedString) }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error(.unknownEscape)
        }
    }

    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        guard let unit = hexadecimal(at: place) else { throw error(.badHexadecimal) }
        place += 4
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, place + 2 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u"),
            let low = hexadecimal(at: place + 2), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        {
            place += 6
            return scalar
        }
        guard tolerance.contains(.loneSurrogates) else { throw error(.loneSurrogate) }
        return "\u{FFFD}"
    }

    /// The value of four hexadecimal digits; nil when something else stands there.
    private func hexadecimal(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}

extension JSONReader {
    /// A whole number; one that is written with a fraction or an exponent has to be whole all the same.
    package mutating func integer() throws(JSONError) -> Int {
        let word = try number()
        if let value = Self.integer(word) { return value }
        let text = String(decoding: word, as: UTF8.self)
        guard text.utf8.contains(where: { ".eE".utf8.contains($0) }), let value = Double(text).flatMap(Int.init(exactly:)) else {
            throw error(.notWhole(text))
        }
        return value
    }

    private static func integer(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        let isNegative = word.first == UInt8(ascii: "-")
        var value = 0
        for byte in word[(isNegative ? 1 : 0)...] {
            let digit = Int(byte) - Int(UInt8(ascii: "0"))
            let (shifted, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) =
                isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            guard (0...9).contains(digit), !isTooLong, !isTooLarge else { return nil }
            value = sum
        }
        return value
    }

    /// The value of `true` or `false`.
    package mutating func boolean() throws(JSONError) -> Bool {
        guard kind == .boolean else { throw wrongKind(.boolean) }
        switch try literal() {
        case .boolean(let value): return value
        default: throw wrongKind(.boolean)
        }
    }

    /// A number as it is written.
    mutating func number() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
        guard kind == .number else { throw wrongKind(.number) }
        let word = word()
        guard JSONNumber.isNumber(word) else { throw error(.notJSON(String(decoding: word, as: UTF8.self))) }
        return word
    }

    /// A number, `true`, `false` or `null`.
    mutating func literal() throws(JSONError) -> JSONValue {
        guard kind != nil else { throw wrongKind(.null) }
        let word = word()
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default:
            guard JSONNumber.isNumber(word) else { throw error(.notJSON(text)) }
            return .number(text)
        }
    }

    mutating func skipLiteral() throws(JSONError) {
        switch kind {
        case .number: _ = try number()
        case .boolean, .null, .string, .array, .object, nil: _ = try literal()
        }
    }

    /// What stands where a value should: a word, or the one mark.
    mutating func unreadable() -> String {
        let word = word()
        return word.isEmpty ? String(decoding: bytes[place..<place + 1], as: UTF8.self) : String(decoding: word, as: UTF8.self)
    }

    /// All up to the next mark, quote or blank.
    mutating func word() -> UnsafeBufferPointer<UInt8> {
        let start = place
        while place < bytes.count, !Self.endsWord(bytes[place]) { place += 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<place])
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case ...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "["),
            UInt8(ascii: "{"):
            true
        default: false
        }
    }
}

/// The grammar of numbers (RFC 8259, section 6).
struct JSONNumber {
    private var rest: Slice<UnsafeBufferPointer<UInt8>>

    /// Whether the word is a number and nothing else.
    static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var number = JSONNumber(rest: word[...])
        return number.takeWhole() && number.takeFraction() && number.takeExponent() && number.rest.isEmpty
    }

    private mutating func takeWhole() -> Bool {
        _ = take("-")
        return take("0") || takeDigits()
    }

    private mutating func takeFraction() -> Bool {
        !take(".") || takeDigits()
    }

    private mutating func takeExponent() -> Bool {
        guard take("e") || take("E") else { return true }
        if !take("+") { _ = take("-") }
        return takeDigits()
    }

    private mutating func takeDigits() -> Bool {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there are no escapes and no control characters; without a way out of the loop, which lets it take many bytes at a time.
    fileprivate var isPlain: Bool {
        var (lowest, escapes) = (UInt8.max, UInt8(0))
        for byte in self {
            lowest = Swift.min(lowest, byte)
            escapes |= byte == UInt8(ascii: "\\") ? 1 : 0
        }
        return lowest >= 0x20 && escapes == 0
    }

    /// Whether no byte is beyond 0x7F.
    fileprivate var isASCII: Bool {
        reduce(0) { $0 | $1 } < 0x80
    }
}
