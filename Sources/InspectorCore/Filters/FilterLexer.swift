/// Splits a filter into its terms: blanks stand between them, and quotes keep blanks together.
///
/// It reads scalars: a mark that combines with a colon or a quote must not hide it.
struct FilterLexer {
    /// One term as typed.
    struct Token: Hashable {
        /// Whether `!` stands in front.
        var isNegated = false
        /// What precedes the first quote: a field and its operator, or a word.
        var head = ""
        /// What the quotes hold, with `\` in front of a quote or another `\` resolved; absent when nothing is quoted.
        var quoted: String?
        /// What follows the closing quote.
        var rest = ""
        /// Whether the closing quote is missing.
        var isOpen = false
        /// Where the term stands, in scalars of the whole text.
        var range: Range<Int> = 0..<0
    }

    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// The terms of the text.
    static func tokens(of text: String) -> [Token] {
        var lexer = FilterLexer(text)
        var tokens: [Token] = []
        while let token = lexer.next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() -> Token? {
        while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
        guard place < scalars.count else { return nil }
        var token = Token()
        let start = place
        if scalars[place] == "!" {
            token.isNegated = true
            place += 1
        }
        token.head = bare(until: "\"")
        if place < scalars.count, scalars[place] == "\"" {
            place += 1
            token.quoted = quotation(&token)
            token.rest = bare(until: nil)
        }
        token.range = start..<place
        return token
    }

    private mutating func bare(until end: Unicode.Scalar?) -> String {
        let start = place
        while place < scalars.count, !scalars[place].properties.isWhitespace, scalars[place] != end { place += 1 }
        return String(scalars[start..<place])
    }

    private mutating func quotation(_ token: inout Token) -> String {
        var text = String.UnicodeScalarView()
        while place < scalars.count {
            defer { place += 1 }
            switch scalars[place] {
            case "\"": return String(text)
            case "\\" where place + 1 < scalars.count && (scalars[place + 1] == "\"" || scalars[place + 1] == "\\"):
                place += 1
                text.append(scalars[place])
            case let scalar: text.append(scalar)
            }
        }
        token.isOpen = true
        return String(text)
    }

    /// The text in quotes.
    static func quoted(_ text: String) -> String {
        var result = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result.append("\\") }
            result.append(scalar)
        }
        result.append("\"")
        return String(result)
    }

    /// Whether the text can follow a field without quotes.
    static func isPlainValue(_ text: String) -> Bool {
        !text.isEmpty && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "\"" }
    }

    /// Whether the text is read as a word without quotes.
    static func isPlainWord(_ text: String) -> Bool {
        isPlainValue(text) && text.unicodeScalars.first != "!" && FilterParser.isWord(text)
    }
}

extension String {
    /// The scalars as a text.
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    /// The characters to which these scalars belong.
    func characters(ofScalars range: Range<Int>) -> Range<Int> {
        let scalars = unicodeScalars
        let (before, through) = (String(scalars.prefix(range.lowerBound)).count, String(scalars.prefix(range.lowerBound + 1)).count)
        let start = before == through ? before - 1 : before
        return Swift.max(0, start)..<Swift.max(0, start, String(scalars.prefix(range.upperBound)).count)
    }
}
