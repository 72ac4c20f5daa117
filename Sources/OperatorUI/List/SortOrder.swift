/// What a list can be sorted by.
protocol SortColumn: Hashable, Sendable, CaseIterable {
    /// The column's heading, or what the order is called where no column shows it.
    var title: String { get }
    /// Whether the smallest comes first before the order is reversed; nothing where no column shows what rows are sorted by.
    var isAscending: Bool? { get }
    /// The letter that sorts by it after S.
    var letter: Character { get }
}

/// How a list is sorted.
struct SortOrder<Column: SortColumn>: Hashable, Sendable {
    /// What rows are sorted by.
    var column: Column
    /// Whether the last comes first.
    var isReversed = false

    init(_ column: Column) {
        self.column = column
    }

    /// Whether the smallest comes first; nothing where no column shows what rows are sorted by.
    var isAscending: Bool? { column.isAscending.map { $0 != isReversed } }

    /// Sorts by the next of the columns offered, the first after the last; those that would change nothing are not offered.
    mutating func advance(among offered: [Column]) {
        let all = Array(Column.allCases)
        let place = all.firstIndex(of: column) ?? 0
        let following = all[(place + 1)...] + all[...place]
        guard let next = following.first(where: offered.contains) else { return }
        column = next
        isReversed = false
    }

    /// Sorts by the column offered to the right of this one, or to the left; false where there is none.
    mutating func step(right: Bool, among offered: [Column]) -> Bool {
        let all = Array(Column.allCases)
        let place = all.firstIndex(of: column) ?? 0
        guard let next = right ? all[(place + 1)...].first(where: offered.contains) : all[..<place].last(where: offered.contains) else {
            return false
        }
        (column, isReversed) = (next, false)
        return true
    }

    /// "PROJECT, descending".
    var words: String {
        column.title + (isAscending.map { $0 ? ", ascending" : ", descending" } ?? (isReversed ? ", reversed" : ""))
    }
}

/// The order of a list that cannot be sorted.
enum Unsorted: SortColumn {
    /// As the rows come.
    case asGiven

    var title: String { "the order given" }
    var isAscending: Bool? { nil }
    var letter: Character { "o" }
}
