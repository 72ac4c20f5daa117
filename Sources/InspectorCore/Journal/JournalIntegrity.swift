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

    /// The word, and the numbers of the damaged lines.
    package var words: String {
        damagedLines.isEmpty ? word : "\(word): \(JournalDamage.name(damagedLines))"
    }
}

/// A line of a journal that cannot be believed, and why.
package struct JournalDamage: Hashable, Sendable {
    /// The line's number, from 1.
    package let line: Int
    /// Why, as the end of a sentence that begins with the line.
    package let reason: String

    /// "line 7", "lines 3, 7 to 9": long lists are cut short.
    package static func name(_ lines: [Int]) -> String {
        let stretches = stretches(lines)
        let shown = stretches.prefix(4).map {
            $0.count > 2 ? "\($0.lowerBound) to \($0.upperBound)" : $0.map(String.init).joined(separator: ", ")
        }
        let left = stretches.dropFirst(4).reduce(0) { $0 + $1.count }
        return "line\(lines.count == 1 ? "" : "s") \(shown.joined(separator: ", "))" + (left > 0 ? " and \(left.grouped) more" : "")
    }

    private static func stretches(_ lines: [Int]) -> [ClosedRange<Int>] {
        lines.reduce(into: []) { stretches, line in
            if let last = stretches.last, last.upperBound + 1 == line {
                stretches[stretches.count - 1] = last.lowerBound...line
            } else {
                stretches.append(line...line)
            }
        }
    }
}
