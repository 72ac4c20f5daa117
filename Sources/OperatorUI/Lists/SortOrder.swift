/// How a list is ordered.
package struct SortOrder<Column: Hashable & Sendable & CaseIterable>: Hashable, Sendable {
    /// What rows are ordered by.
    package var column: Column
    /// Whether the last comes first.
    package var isReversed = false

    init(_ column: Column) {
        self.column = column
    }

    /// Orders by the column after this one, the first after the last.
    mutating func advance() {
        let all = Array(Column.allCases)
        let place = all.firstIndex(of: column) ?? 0
        column = all[(place + 1) % all.count]
        isReversed = false
    }
}

/// What associations are ordered by.
package enum ProjectColumn: String, Hashable, Sendable, CaseIterable {
    /// The repository's name; without one, the id.
    case name
    /// The project's id.
    case id
    /// The configuration's name, then the project's.
    case configuration
    /// How many configurations the project is in, the fewest first.
    case count = "IN"
    /// What failed first, by statusCode.
    case status
}

/// What configurations are ordered by.
package enum ConfigurationColumn: String, Hashable, Sendable, CaseIterable {
    /// As the service lists them.
    case service = "the service's order"
    /// The name.
    case name
    /// How many projects are associated, the most first.
    case projects
    /// How many of them are marked, the most first.
    case marked
    /// What failed first.
    case failures
}
