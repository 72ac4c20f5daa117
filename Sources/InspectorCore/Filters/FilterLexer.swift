/// Splits a filter into its terms: blanks stand between them, and quotes keep blanks together.
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
        /// Where the term stands, in characters of the whole text.
        var range: Range<Int> = 0..<0
    }

    private let characters: [Character]
    private var place = 0

    init(_ text: String) {
        characters = Array(text)
    }

    /// The terms of the text.
    static func tokens(of text: String) -> [Token] {
        var lexer = FilterLexer(text)
        var tokens: [Token] = []
        while let token = lexer.next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() -> Token? {
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        guard place < characters.count else { return nil }
        var token = Token()
        let start = place
        if characters[place] == "!" {
            token.isNegated = true
            place += 1
        }
        token.head = bare(until: "\"")
        if place < characters.count, characters[place] == "\"" {
            place += 1
            token.quoted = quotation(&token)
            token.rest = bare(until: nil)
        }
        token.range = start..<place
        return token
    }

    private mutating func bare(until end: Character?) -> String {
        let start = place
        while place < characters.count, !characters[place].isWhitespace, characters[place] != end { place += 1 }
        return String(characters[start..<place])
    }

    private mutating func quotation(_ token: inout Token) -> String {
        var text = ""
        while place < characters.count {
            defer { place += 1 }
            switch characters[place] {
            case "\"": return text
            case "\\" where place + 1 < characters.count && "\"\\".contains(characters[place + 1]):
                place += 1
                text.append(characters[place])
            default: text.append(characters[place])
            }
        }
        token.isOpen = true
        return text
    }

    /// The text in quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return result + "\""
    }

    /// Whether the text can follow a field without quotes.
    static func isPlainValue(_ text: String) -> Bool {
        !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "\"" }
    }

    /// Whether the text is read as a word without quotes.
    static func isPlainWord(_ text: String) -> Bool {
        isPlainValue(text) && !text.hasPrefix("!") && FilterParser.word(text) == .word(text)
    }
}
