/// How a list is ordered.
package struct SortOrder<Column: Hashable & Sendable & CaseIterable>: Hashable, Sendable {
    /// What rows are ordered by.
    package var column: Column
    /// Whether the last comes first.
    package var isReversed = false

    init(_ column: Column) {
        self.column = column
    }

    /// Orders by the next of the columns offered, the first after the last; those that would change nothing are not offered.
    mutating func advance(among offered: [Column]) {
        let all = Array(Column.allCases)
        let place = all.firstIndex(of: column) ?? 0
        let following = all[(place + 1)...] + all[...place]
        guard let next = following.first(where: offered.contains) else { return }
        column = next
        isReversed = false
    }
}

/// What associations are ordered by.
package enum ProjectColumn: String, Hashable, Sendable, CaseIterable {
    /// The repository's name; without one, the id.
    case name = "PROJECT"
    /// The project's id.
    case id = "PROJECT ID"
    /// The configuration's name, then the project's.
    case configuration = "CONFIGURATION"
    /// How many configurations the project is in, the fewest first.
    case count = "IN"
    /// What the column says: what failed first, by statusCode, what is blank last.
    case status = "STATUS"
}

/// What configurations are ordered by.
package enum ConfigurationColumn: String, Hashable, Sendable, CaseIterable {
    /// As the service lists them.
    case service = "the service's order"
    /// The name.
    case name = "CONFIGURATION"
    /// How many associations there are, the most first.
    case associations = "ASSOC"
    /// How many of them are marked, the most first.
    case marked = "MARKED"
    /// How many of them failed, the most first.
    case failures
}

extension SortOrder<ProjectColumn> {
    /// Whether what is less comes first.
    var isAscending: Bool { !isReversed }
}

extension SortOrder<ConfigurationColumn> {
    /// Whether what is less comes first; nothing where no column shows what rows are ordered by.
    var isAscending: Bool? {
        switch column {
        case .service, .failures: nil
        case .name: !isReversed
        case .associations, .marked: isReversed
        }
    }
}
