/// What parsing a filter gives.
package struct ParsedFilter: Hashable, Sendable {
    /// The terms that can be understood.
    package var expression = FilterExpression()
    /// What cannot be understood, in the order of the text.
    package var mistakes: [FilterMistake] = []
}

/// A term that cannot be understood.
package struct FilterMistake: Error, Hashable, Sendable {
    /// Where the term stands, in characters of the whole text.
    package var range: Range<Int>
    /// What is wrong, and what would be right: one sentence or two, safe for a terminal.
    package var message: String
}

/// Reads filters.
///
/// The grammar: terms with blanks between them, each with `!` in front where it must not hold. A term is a word, a flag (``FilterFlag``), or a
/// field (``FilterField``) with `:`, `>` or `<` and a value. Quotes keep blanks in a value and make any text a word.
package struct FilterParser {
    /// Reads `text`; a term that is still empty (`!`) is passed over.
    package static func parse(_ text: String) -> ParsedFilter {
        var parsed = ParsedFilter()
        for token in FilterLexer.tokens(of: text) where !token.isEmpty {
            do throws(FilterFault) {
                parsed.expression.terms.append(FilterTerm(try condition(token), isNegated: token.isNegated))
            } catch {
                parsed.mistakes.append(FilterMistake(range: token.range, message: error.message))
            }
        }
        return parsed
    }

    private static func condition(_ token: FilterLexer.Token) throws(FilterFault) -> FilterCondition {
        if token.isOpen { throw .openQuote }
        if !token.rest.isEmpty { throw .textAfterQuote(token.rest) }
        guard let quoted = token.quoted else { return try condition(bare: token.head) }
        if token.head.isEmpty { return .word(quoted) }
        guard let parts = FieldTerm(token.head) else { throw .quoteInWord }
        guard parts.value.isEmpty else { throw .quoteInWord }
        return try condition(parts.name, parts.comparison, quoted)
    }

    private static func condition(bare text: String) throws(FilterFault) -> FilterCondition {
        if let word = word(text) { return word }
        guard let parts = FieldTerm(text) else { return .word(text) }
        return try condition(parts.name, parts.comparison, parts.value)
    }

    /// The condition of a text without a field; nil when it has one.
    static func word(_ text: String) -> FilterCondition? {
        if let flag = FilterFlag(rawValue: text.lowercased()) { return .flag(flag) }
        return FieldTerm(text) == nil ? .word(text) : nil
    }

    private static func condition(
        _ name: String, _ comparison: FilterComparison, _ value: String
    ) throws(FilterFault) -> FilterCondition {
        guard let field = FilterField(rawValue: name.lowercased()) else { throw .unknownField(name) }
        switch field.form {
        case .text:
            guard comparison == .equal else { throw .noComparison(field) }
            guard !value.isEmpty else { throw .noValue(field) }
            return .text(field, value)
        case .count:
            guard !value.isEmpty else { throw .noValue(field) }
            guard let count = number(value) else { throw .notACount(field, value) }
            return .membership(comparison, count)
        case .age: return try age(field, comparison, value)
        }
    }

    private static func age(
        _ field: FilterField, _ comparison: FilterComparison, _ value: String
    ) throws(FilterFault) -> FilterCondition {
        guard !value.isEmpty else { throw .noValue(field) }
        if comparison == .equal {
            guard value.lowercased() == "never" else { throw .notAnAge(field, value) }
            return .neverScanned
        }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        guard let amount = number(String(digits)), let unit = FilterAge.Unit(rawValue: value.dropFirst(digits.count).lowercased()) else {
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
private struct FieldTerm {
    let name: String
    let comparison: FilterComparison
    let value: String

    /// The beginnings of what people paste; their colon makes no field.
    private static let schemes = ["arn", "http", "https", "ssh", "git"]

    init?(_ text: String) {
        let name = text.prefix { $0.isASCII && $0.isLetter }
        guard !name.isEmpty, let comparison = text.dropFirst(name.count).first.flatMap(FilterComparison.init(rawValue:)),
            !Self.schemes.contains(name.lowercased())
        else { return nil }
        self.name = String(name)
        self.comparison = comparison
        value = String(text.dropFirst(name.count + 1))
    }
}
