import InspectorCore

/// What the operator typed to see less.
struct Filter: Hashable, Sendable {
    /// The text as typed.
    let text: String
    /// What is in effect: of a text with a mistake, what was before the mistake was made.
    let expression: FilterExpression
    /// What cannot be understood of the text.
    let mistake: FilterMistake?

    /// The filter for what was typed.
    ///
    /// - Parameter old: The filter in effect until now; it stays in effect while the text cannot be understood.
    init(_ text: String = "", in place: FilterPlace = .associations, after old: FilterExpression = FilterExpression()) {
        let parsed = FilterParser.parse(text, in: place)
        self.text = text
        mistake = parsed.mistake
        expression = mistake == nil ? parsed.expression : old.without(fieldIn: text, mistake)
    }

    /// Whether everything is shown.
    var isEmpty: Bool { expression.terms.isEmpty }

    /// What is in effect, as typed where that can be understood.
    var effect: String { mistake == nil ? text : expression.description }

    /// Whether everything this filter shows is also shown by `other`, as when a letter is added.
    func narrows(_ other: Filter) -> Bool {
        guard expression.terms.count >= other.expression.terms.count, other.expression.terms.allSatisfy(\.isLasting) else { return false }
        return zip(expression.terms, other.expression.terms).allSatisfy { $0 == $1 || $0.continues($1) }
    }
}

extension Filter {
    /// The texts that the rows shown have, to be emphasised there.
    var emphasis: [Emphasis] {
        expression.terms.compactMap { term in
            if term.isNegated { return nil }
            return switch term.condition {
            case .word(let text): SearchText(text).map { Emphasis(text: $0) }
            case .text(let field, let text):
                if let column = field.column, let text = SearchText(text) {
                    Emphasis(text: text, atWordStart: field.findsWordStarts, column: column)
                } else {
                    nil
                }
            case .membership, .scanned, .neverScanned, .flag: nil
            }
        }
    }
}

extension FilterField {
    /// The column that shows what the field looks at; nothing where no list does.
    fileprivate var column: ProjectColumn? {
        self == .reason ? .scan : ProjectColumn.allCases.first { $0.field == self }
    }
}

extension FilterExpression {
    /// Without the word that has become a field by the sign after it: until then the word was looked for, and probably nothing had it.
    fileprivate func without(fieldIn text: String, _ mistake: FilterMistake?) -> Self {
        guard let mistake, let last = terms.last, case .word(let word) = last.condition, FilterField(rawValue: word.lowercased()) != nil
        else { return self }
        let term = text.dropFirst(mistake.range.lowerBound).drop { $0 == "!" }
        return term.hasPrefix(word) && term.count > word.count ? FilterExpression(terms: terms.dropLast()) : self
    }
}

extension FilterTerm {
    /// Whether the term holds for the same rows until they are computed anew; time passes and marks change without that.
    fileprivate var isLasting: Bool {
        switch condition {
        case .word, .text, .membership, .neverScanned, .flag(.failed): true
        case .scanned, .flag(.marked): false
        }
    }

    /// Whether letters were added to the other term's text, so that no more rows have it.
    fileprivate func continues(_ other: FilterTerm) -> Bool {
        if isNegated || other.isNegated { return false }
        switch (condition, other.condition) {
        case (.word(let new), .word(let old)): return new.continues(old)
        case (.text(let field, let new), .text(let other, let old)): return field == other && new.continues(old)
        case (.word, _), (.text, _), (.membership, _), (.scanned, _), (.neverScanned, _), (.flag, _): return false
        }
    }
}

extension String {
    /// Whether whatever has this text has the old one too. A text that has grown to the beginning of an id is looked for in ids as one.
    fileprivate func continues(_ old: String) -> Bool {
        guard let new = SearchText(self), let old = SearchText(old) else { return false }
        return new.bytes.starts(with: old.bytes) && (new.idPart == nil || old.idPart != nil)
    }
}
