extension JSON5Reader {
    /// A string in either kind of quotes.
    mutating func string() throws(JSONError) -> String {
        let opening = error(.unclosedString)
        guard let quote = step() else { throw opening }
        var text = String.UnicodeScalarView()
        while let scalar = step() {
            switch scalar {
            case quote: return String(text)
            case "\\": if let escaped = try escape(opening) { text.append(escaped) }
            case "\n", "\r": throw JSONError(line: opening.line, .unclosedLine)
            default: text.append(scalar)
            }
        }
        throw opening
    }

    /// What an escape stands for; nothing where it continues a string on the next line.
    private mutating func escape(_ opening: JSONError) throws(JSONError) -> Unicode.Scalar? {
        guard let scalar = step() else { throw opening }
        switch scalar {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case "0" where current?.isDigit != true: return "\0"
        case "0"..."9": throw error(.unknownEscape)
        case "x": return Unicode.Scalar(try hexadecimal(digits: 2))
        case "u": return try unicodeEscape()
        case "\r":
            if current == "\n" { _ = step() }
            return nil
        default: return scalar.endsLineInJSON5 ? nil : scalar
        }
    }

    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let unit = try hexadecimal(digits: 4)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, step() == "\\", step() == "u" else { throw error(.loneSurrogate) }
        let low = try hexadecimal(digits: 4)
        guard (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)) else {
            throw error(.loneSurrogate)
        }
        return scalar
    }

    private mutating func hexadecimal(digits: Int) throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = current, scalar.isASCII, let digit = Character(scalar).hexDigitValue else { throw error(.badHexadecimal) }
            place += 1
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// A name without quotes: an identifier of ECMAScript.
    mutating func identifier() throws(JSONError) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = current, scalar == "\\" || scalar.isInIdentifiers {
            place += 1
            name.append(scalar == "\\" ? try identifierEscape() : scalar)
        }
        guard let first = name.first, first.beginsIdentifiers, name.allSatisfy(\.isInIdentifiers) else { throw error(.missingName) }
        return String(name)
    }

    private mutating func identifierEscape() throws(JSONError) -> Unicode.Scalar {
        guard step() == "u" else { throw error(.unknownEscape) }
        return try unicodeEscape()
    }

    /// `null`, `true`, `false` or a number.
    mutating func literal() throws(JSONError) -> JSON5Value.Content {
        let word = word()
        switch word {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default:
            guard let number = JSON5Number(word)?.value else { throw error(.unquoted(word)) }
            return .number(number)
        }
    }

    /// All up to the next mark, quote or blank; a mark alone where one stands in place of a word.
    private mutating func word() -> String {
        let start = place
        while let scalar = current, !scalar.endsWord { place += 1 }
        return String(String.UnicodeScalarView(scalars[start..<max(place, start + 1)]))
    }
}

/// A number as JSON5 writes it.
private struct JSON5Number {
    let value: Double

    init?(_ word: String) {
        let isNegative = word.hasPrefix("-")
        let magnitude = isNegative || word.hasPrefix("+") ? String(word.dropFirst()) : word
        guard let value = Self.magnitude(magnitude) else { return nil }
        self.value = isNegative ? -value : value
    }

    private static func magnitude(_ word: String) -> Double? {
        switch word {
        case "Infinity": .infinity
        case "NaN": .nan
        case _ where word.hasPrefix("0x") || word.hasPrefix("0X"): hexadecimal(word.utf8.dropFirst(2))
        default: decimal(word)
        }
    }

    private static func hexadecimal(_ digits: Substring.UTF8View) -> Double? {
        var value = 0.0
        for digit in digits {
            guard let digit = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            value = value * 16 + Double(digit)
        }
        return digits.isEmpty ? nil : value
    }

    /// A number of JSON, or one that begins or ends with its point.
    private static func decimal(_ word: String) -> Double? {
        var mantissa = String(word.prefix { $0 != "e" && $0 != "E" })
        let exponent = word.dropFirst(mantissa.count)
        guard mantissa != ".", mantissa.count(where: { $0 == "." }) <= 1, word.first != "-" else { return nil }
        if mantissa.hasPrefix(".") { mantissa = "0" + mantissa }
        if mantissa.hasSuffix(".") { mantissa.removeLast() }
        let plain = mantissa + exponent
        return Array(plain.utf8).withUnsafeBufferPointer { JSONNumber.isNumber($0) } ? Double(plain) : nil
    }
}

extension Unicode.Scalar {
    fileprivate var endsWord: Bool { isBlankInJSON5 || ",:[]{}\"'/".unicodeScalars.contains(self) }

    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var beginsIdentifiers: Bool { self == "$" || self == "_" || properties.isIDStart }

    fileprivate var isInIdentifiers: Bool { self == "$" || self == "\u{200C}" || self == "\u{200D}" || properties.isIDContinue }
}
