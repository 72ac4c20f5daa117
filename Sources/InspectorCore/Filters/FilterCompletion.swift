/// Completes the term at the end of a filter.
package struct FilterCompletion {
    /// Values that a field is known to have, for completion and for hints.
    private let values: (FilterField) -> [String]

    /// - Parameter values: Values that a field is known to have, in the order to offer them.
    package init(values: @escaping (FilterField) -> [String]) {
        self.values = values
    }

    /// The texts that the filter may become, in the order to offer them; empty when nothing fits.
    package func candidates(for text: String) -> [String] {
        let start = text.lastIndex(where: \.isWhitespace).map(text.index(after:)) ?? text.startIndex
        let (before, term) = (text[..<start], text[start...])
        let sign = term.hasPrefix("!") ? "!" : ""
        return endings(of: term.dropFirst(sign.count)).map { before + sign + $0 }
    }

    private func endings(of term: Substring) -> [String] {
        if let colon = term.firstIndex(of: ":"), let field = FilterField(rawValue: term[..<colon].lowercased()) {
            let known = field == .scanned ? ["never"] : values(field)
            return known.filter { $0.lowercased().hasPrefix(term[term.index(after: colon)...].lowercased()) }
                .map { FilterTerm(.text(field, $0)).description }
        }
        let fields = FilterField.allCases.map { $0.form == .text ? $0.rawValue + ":" : $0.rawValue }
        return (fields + FilterFlag.allCases.map(\.rawValue)).filter { $0.hasPrefix(term.lowercased()) }
    }
}
