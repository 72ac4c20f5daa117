/// What reading a filter gives.
package struct ParsedFilter: Hashable, Sendable {
    /// The terms that can be understood.
    package var expression = FilterExpression()
    /// The first term that cannot be understood.
    package var mistake: FilterMistake?
}

/// A term that cannot be understood.
package struct FilterMistake: Error, Hashable, Sendable {
    /// Where the term stands, in characters of the whole text.
    package var range: Range<Int>
    /// What is wrong, and what would be right: one sentence or more, safe for a terminal.
    package var message: String
}

/// Reads filters.
///
/// The grammar: terms with blanks between them, each with `!` in front where it must not hold. A term is a word, a flag (``FilterFlag``), or a
/// field (``FilterField``) with `:`, `>` or `<` and a value. Quotes keep blanks in a value and make any text a word.
package struct FilterParser {
    private let place: FilterPlace

    /// Reads `text`; a term that is still empty (`!`) is passed over.
    package static func parse(_ text: String, in place: FilterPlace = .associations) -> ParsedFilter {
        let parser = FilterParser(place: place)
        var parsed = ParsedFilter()
        for token in FilterLexer.tokens(of: text) where !token.isEmpty {
            do throws(FilterFault) {
                parsed.expression.terms.append(FilterTerm(try parser.condition(token), isNegated: token.isNegated))
            } catch {
                parsed.mistake = parsed.mistake ?? FilterMistake(range: text.characters(ofScalars: token.range), message: error.message)
            }
        }
        return parsed
    }

    private func condition(_ token: FilterLexer.Token) throws(FilterFault) -> FilterCondition {
        if token.isOpen { throw .openQuote }
        if !token.rest.isEmpty { throw .textAfterQuote(token.rest) }
        guard let quoted = token.quoted else { return try condition(bare: token.head) }
        if token.head.isEmpty { return .word(quoted) }
        guard let term = FieldTerm(token.head), term.value.isEmpty else { throw .quoteInWord }
        return try condition(term.name, term.comparison, quoted)
    }

    private func condition(bare text: String) throws(FilterFault) -> FilterCondition {
        if text.hasPrefix("!") { throw .doubledNot }
        if let flag = FilterFlag(rawValue: text.lowercased()) {
            guard flag.isKnown(in: place) else { throw .notHere(flag.rawValue, place) }
            return .flag(flag)
        }
        if let term = FieldTerm(text) { return try condition(term.name, term.comparison, term.value) }
        guard text.unicodeScalars.first.flatMap(FilterComparison.init(rawValue:)) == nil else { throw .noField(text) }
        if let (field, value) = Self.equation(text), field.isKnown(in: place) { throw .equalsSign(field, value) }
        return .word(text)
    }

    /// A field and a value with = between them, which people write for a colon.
    private static func equation(_ text: String) -> (field: FilterField, value: String)? {
        guard let sign = text.firstIndex(of: "="), let field = FilterField(rawValue: text[..<sign].lowercased()) else { return nil }
        return (field, String(text[text.index(after: sign)...]))
    }

    /// Whether the text is read as itself where it stands alone.
    static func isWord(_ text: String) -> Bool {
        (try? FilterParser(place: .associations).condition(bare: text)) == .word(text)
    }

    private func condition(
        _ name: String, _ comparison: FilterComparison, _ value: String
    ) throws(FilterFault) -> FilterCondition {
        if let flag = FilterFlag(rawValue: name.lowercased()) { throw .valueOfFlag(flag) }
        guard let field = FilterField(rawValue: name.lowercased()) else { throw .unknownField(name, place) }
        guard field.isKnown(in: place) else { throw .notHere(field.rawValue, place) }
        if value.isEmpty { throw .noValue(field) }
        switch field.form {
        case .text:
            guard comparison == .equal else { throw .noComparison(field) }
            return .text(field, value)
        case .count:
            guard let count = Self.number(value) else { throw .notACount(field, value) }
            return .membership(comparison, count)
        case .age: return try Self.age(field, comparison, value)
        }
    }
}

extension FilterParser {
    private static func age(
        _ field: FilterField, _ comparison: FilterComparison, _ value: String
    ) throws(FilterFault) -> FilterCondition {
        if comparison == .equal {
            guard value.lowercased() == "never" else { throw .notAnAge(field, value) }
            return .neverScanned
        }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        guard let amount = number(String(digits)), let unit = FilterAge.Unit(rawValue: value[digits.endIndex...].lowercased()) else {
            throw .notAnAge(field, value)
        }
        return .scanned(FilterAge(isOlder: comparison == .greater, amount: amount, unit: unit))
    }

    /// A whole number of at most seven digits, so that no unit makes it overflow.
    private static func number(_ text: String) -> Int? {
        guard 1...7 ~= text.utf8.count, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
        return Int(text)
    }
}

extension FilterLexer.Token {
    /// Whether nothing is typed yet.
    fileprivate var isEmpty: Bool { head.isEmpty && (quoted ?? "").isEmpty && rest.isEmpty }
}

/// A term that begins like a field: letters, then `:`, `>` or `<`.
struct FieldTerm {
    let name: String
    let comparison: FilterComparison
    let value: String

    /// The beginnings of what people paste; their colon makes no field.
    private static let schemes = ["arn", "http", "https", "ssh", "git"]

    init?(_ text: String) {
        let scalars = text.unicodeScalars
        let name = String(scalars.prefix { $0.isASCII && $0.properties.isAlphabetic })
        let rest = scalars.dropFirst(name.utf8.count)
        guard !name.isEmpty, let comparison = rest.first.flatMap(FilterComparison.init(rawValue:)),
            !Self.schemes.contains(name.lowercased())
        else { return nil }
        (self.name, self.comparison, value) = (name, comparison, String(rest.dropFirst()))
    }
}
