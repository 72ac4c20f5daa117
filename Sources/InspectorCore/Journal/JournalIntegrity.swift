/// Whether a journal's lines are as they were written.
package enum JournalIntegrity: Hashable, Sendable {
    /// Every line bears out its checksum.
    case checked
    /// A journal of version 1, whose lines carry none.
    case unchecked
    /// These lines are not as they were written, or not behind the lines that they were written behind.
    case damaged([JournalDamage])

    /// The numbers of the damaged lines, from 1, ascending.
    package var damagedLines: [Int] {
        switch self {
        case .checked, .unchecked: []
        case .damaged(let damages): damages.map(\.line)
        }
    }

    /// One word for scripts: `checked`, `unchecked` or `damaged`.
    package var word: String {
        switch self {
        case .checked: "checked"
        case .unchecked: "unchecked"
        case .damaged: "damaged"
        }
    }
}

/// A line of a journal that cannot be trusted, and why.
package struct JournalDamage: Hashable, Sendable {
    /// The line's number, from 1.
    package let line: Int
    /// Why, as the end of a sentence that begins with the line.
    package let reason: String
}
