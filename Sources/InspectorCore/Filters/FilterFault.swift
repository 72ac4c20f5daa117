import TextSafety

/// Why a term cannot be understood.
enum FilterFault: Error, Hashable {
    case unknownField(String, FilterPlace)
    case notHere(String, FilterPlace)
    case valueOfFlag(FilterFlag)
    case noField(String)
    case equalsSign(FilterField, String)
    case noComparison(FilterField)
    case noValue(FilterField)
    case notACount(FilterField, String)
    case notAnAge(FilterField, String)
    case openQuote
    case textAfterQuote(String)
    case quoteInWord
    case doubledNot

    /// What is wrong and what would be right, safe for a terminal.
    var message: String {
        switch self {
        case .unknownField(let name, let place): "There is no field \(name.terminalSafe). \(Self.suggestion(name, place))"
        case .notHere(let name, .configurations), .notHere(let name, .configurationsOfSessions):
            "\(name) asks about associations: open All configurations and filter there."
        case .notHere(let name, .associations), .notHere(let name, .associationsOfSessions):
            "\(name) tells several sessions apart, and this is one."
        case .notHere(let name, .commandLine): "\(name) asks about a session of the terminal UI."
        case .valueOfFlag(let flag): "\(flag.rawValue) stands alone, without a value."
        case .noField(let sign): "\(sign.terminalSafe) must follow a field directly: scanned>90d or in>1."
        case .equalsSign(let field, let value):
            "Write a colon, not =: \(field.rawValue):\(value.isEmpty ? "…" : value.terminalSafe). Quotes make it a word to look for."
        case .noComparison(let field): "\(field.rawValue) takes a text: \(field.choice)."
        case .noValue(let field): "\(field.rawValue) needs a value: \(field.choice)."
        case .notACount(let field, let value): "\(value.terminalSafe) is not a count. Write \(field.choice)."
        case .notAnAge(let field, let value): "\(value.terminalSafe) is not an age in h, d, w, mo or y. Write \(field.choice)."
        case .openQuote: "The closing quote is missing."
        case .textAfterQuote(let text): "\(text.terminalSafe) follows the closing quote. Put a space between two terms."
        case .doubledNot: "One ! in front of a term is enough. Inside quotes, ! is a character to look for."
        case .quoteInWord: "A quote must start a term or a field's value. Inside quotes, write \\\" for a quote."
        }
    }

    private static func suggestion(_ name: String, _ place: FilterPlace) -> String {
        let fields = FilterField.allCases.filter { $0.isKnown(in: place) }.map(\.rawValue)
        let words = name.suggestion(among: fields) ?? "Fields are \(fields.enumerated)."
        return words + " Quotes make it a word to look for."
    }
}

extension FilterField {
    /// How the field is written: "in:1, in>1 or in<3".
    package var choice: String { examples.joined(before: "or") }
}
