/// A filter as terms that must all hold: `!scan:SUCCESSFUL in>1 ledger`.
package struct FilterExpression: Hashable, Sendable {
    /// The terms, in the order typed; without any, everything matches.
    package var terms: [FilterTerm]

    /// A filter with these terms.
    package init(terms: [FilterTerm] = []) {
        self.terms = terms
    }
}

/// One term of a filter.
package struct FilterTerm: Hashable, Sendable {
    /// Whether `!` stands in front: what matches is left out.
    package var isNegated: Bool
    /// What must hold.
    package var condition: FilterCondition

    /// A term, without `!` unless told otherwise.
    package init(_ condition: FilterCondition, isNegated: Bool = false) {
        self.condition = condition
        self.isNegated = isNegated
    }
}

/// What a term asks of an association.
package enum FilterCondition: Hashable, Sendable {
    /// Some column shows the text, whatever its case.
    case word(String)
    /// The field contains the text, whatever its case.
    case text(FilterField, String)
    /// The project is in this many scan configurations.
    case membership(FilterComparison, Int)
    /// The last scan is longer ago, or less long; a project that was never scanned matches neither.
    case scanned(FilterAge)
    /// The project was never scanned.
    case neverScanned
    /// The flag holds.
    case flag(FilterFlag)
}

extension FilterCondition {
    /// Whether it asks about a project alone, whatever configuration a row is of.
    package var isAboutProjects: Bool {
        switch self {
        case .text(.configuration, _), .text(.status, _), .flag: false
        case .word, .text, .membership, .scanned, .neverScanned: true
        }
    }
}

/// How a count is compared.
package enum FilterComparison: Unicode.Scalar, CaseIterable, Hashable, Sendable {
    case equal = ":"
    case greater = ">"
    case less = "<"

    /// Whether `number` compares so with `bound`.
    package func holds(_ number: Int, _ bound: Int) -> Bool {
        switch self {
        case .equal: number == bound
        case .greater: number > bound
        case .less: number < bound
        }
    }
}

/// A bound for the time since the last scan.
package struct FilterAge: Hashable, Sendable {
    /// Whether the last scan must be longer ago than the bound; otherwise less long.
    package var isOlder: Bool
    /// The number of units, as typed.
    package var amount: Int
    /// The unit.
    package var unit: Unit

    /// A unit of age by its abbreviation; a month counts 30 days, a year 365.
    package enum Unit: String, CaseIterable, Hashable, Sendable {
        case hours = "h"
        case days = "d"
        case weeks = "w"
        case months = "mo"
        case years = "y"

        /// One unit in seconds.
        package var seconds: Int {
            switch self {
            case .hours: 3_600
            case .days: 86_400
            case .weeks: 7 * 86_400
            case .months: 30 * 86_400
            case .years: 365 * 86_400
            }
        }
    }

    /// A bound of `amount` units.
    package init(isOlder: Bool, amount: Int, unit: Unit) {
        self.isOlder = isOlder
        self.amount = amount
        self.unit = unit
    }

    /// Whether a last scan `seconds` ago is within the bound.
    package func holds(_ seconds: Int) -> Bool {
        let bound = amount * unit.seconds
        return isOlder ? seconds > bound : seconds < bound
    }
}

extension FilterExpression: CustomStringConvertible {
    /// The filter as one would type it; parsing this text gives the same terms.
    package var description: String { terms.map(\.description).joined(separator: " ") }
}

extension FilterTerm: CustomStringConvertible {
    package var description: String { (isNegated ? "!" : "") + condition.description }
}

extension FilterCondition: CustomStringConvertible {
    package var description: String {
        switch self {
        case .word(let text): FilterLexer.isPlainWord(text) ? text : FilterLexer.quoted(text)
        case .text(let field, let text): "\(field.rawValue):\(FilterLexer.isPlainValue(text) ? text : FilterLexer.quoted(text))"
        case .membership(let comparison, let count): "\(FilterField.membership.rawValue)\(comparison.rawValue)\(count)"
        case .scanned(let age): "\(FilterField.scanned.rawValue)\(age.isOlder ? ">" : "<")\(age.amount)\(age.unit.rawValue)"
        case .neverScanned: "\(FilterField.scanned.rawValue):never"
        case .flag(let flag): flag.rawValue
        }
    }
}
