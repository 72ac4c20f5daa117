import TextSafety

/// Why a term cannot be understood.
enum FilterFault: Error, Hashable {
    case unknownField(String)
    case noComparison(FilterField)
    case noValue(FilterField)
    case notACount(FilterField, String)
    case notAnAge(FilterField, String)
    case openQuote
    case textAfterQuote(String)
    case quoteInWord

    /// What is wrong and what would be right, safe for a terminal.
    var message: String {
        switch self {
        case .unknownField(let name):
            "There is no field \(name.terminalSafe). \(Self.suggestion(name)) Put the text in quotes to search for it."
        case .noComparison(let field): "\(field.rawValue) takes a text: \(Self.examples(field))."
        case .noValue(let field): "\(field.rawValue) needs a value: \(Self.examples(field))."
        case .notACount(let field, let value): "\(value.terminalSafe) is not a count. Write \(Self.examples(field))."
        case .notAnAge(let field, let value): "\(value.terminalSafe) is not an age in h, d, w, mo or y. Write \(Self.examples(field))."
        case .openQuote: "The closing quote is missing."
        case .textAfterQuote(let text): "\(text.terminalSafe) follows the closing quote. Put a blank between two terms."
        case .quoteInWord: "A quote begins a term or a field's value. Write \\\" for a quote inside of quotes."
        }
    }

    private static func examples(_ field: FilterField) -> String {
        field.examples.formattedAsChoice
    }

    private static func suggestion(_ name: String) -> String {
        let name = name.lowercased()
        let near = FilterField.allCases.map(\.rawValue).filter { $0.hasPrefix(name) || name.hasPrefix($0) }
        let names = near.isEmpty ? FilterField.allCases.map(\.rawValue) : near
        return (near.isEmpty ? "Fields are " + names.joined(separator: ", ") : "Did you mean " + names.formattedAsChoice)
            + (near.isEmpty ? "." : "?")
    }
}

extension [String] {
    /// The words as a choice: "a", "a or b", "a, b or c".
    fileprivate var formattedAsChoice: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
