/// Completes the term at the end of a filter.
package struct FilterCompletion {
    private let place: FilterPlace
    private let values: (FilterField) -> [String]

    /// - Parameter values: Values that a field is known to have, in the order to offer them.
    package init(in place: FilterPlace = .associations, values: @escaping (FilterField) -> [String]) {
        (self.place, self.values) = (place, values)
    }

    /// The texts that the filter may become, in the order to offer them; empty when nothing fits. Each can be read, or needs no more than
    /// a value at its end.
    package func candidates(for text: String) -> [String] {
        let tokens = FilterLexer.tokens(of: text)
        guard let last = tokens.last, last.range.upperBound == text.unicodeScalars.count else {
            return endings(of: "", nil).map { text + $0 }
        }
        guard last.rest.isEmpty, last.quoted == nil || last.isOpen else { return [] }
        let before = String(text.unicodeScalars.prefix(last.range.lowerBound)) + (last.isNegated ? "!" : "")
        return endings(of: last.head, last.quoted).map { before + $0 }
    }

    /// What a term may become.
    private func endings(of head: String, _ quoted: String?) -> [String] {
        if let term = FieldTerm(head), let field = FilterField(rawValue: term.name.lowercased()) {
            guard field.isKnown(in: place) else { return [] }
            return endings(of: field, term, term.value + (quoted ?? ""))
        }
        if quoted != nil { return [] }
        let fields = FilterField.allCases.filter { $0.isKnown(in: place) }.flatMap(\.beginnings)
        let flags = FilterFlag.allCases.filter { $0.isKnown(in: place) }.map(\.rawValue)
        return (fields + flags).filter { $0.hasPrefix(head.lowercased()) }
    }

    private func endings(of field: FilterField, _ term: FieldTerm, _ typed: String) -> [String] {
        let start = field.rawValue + String(Character(term.comparison.rawValue))
        switch field.form {
        case .text where term.comparison == .equal: return known(field, typed).map { FilterTerm(.text(field, $0)).description }
        case .text: return []
        case .count, .age: return field.examples.filter { $0.hasPrefix(start + typed.lowercased()) }
        }
    }

    /// The known values that begin with what is typed; where none does, those that have it elsewhere.
    private func known(_ field: FilterField, _ typed: String) -> [String] {
        let (known, typed) = (values(field).filter { !$0.isEmpty }, typed.lowercased())
        let beginning = known.filter { $0.lowercased().hasPrefix(typed) }
        return beginning.isEmpty ? known.filter { $0.lowercased().contains(typed) } : beginning
    }
}

extension FilterField {
    /// How terms about the field begin.
    fileprivate var beginnings: [String] {
        switch form {
        case .text: [rawValue + ":"]
        case .count, .age: examples
        }
    }
}
