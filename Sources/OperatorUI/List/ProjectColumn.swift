/// A column of a list of associations, in the order they stand from left to right.
package enum ProjectColumn: String, CaseIterable, Hashable, Sendable {
    /// The repository's name; without one, the id.
    case name = "PROJECT"
    /// The configuration's name, then the project's.
    case configuration = "CONFIGURATION"
    /// The project's id.
    case id = "PROJECT ID"
    /// How many configurations the project is in, the fewest first.
    case count = "IN"
    /// How long ago the project was last scanned: what never was first, then the longest ago.
    case lastScan = "LAST SCAN"
    /// How its scans go: what somebody has to do something about first.
    case scan = "SCAN"
    /// Where the repository is.
    case provider = "PROVIDER"
    /// Whether it is public.
    case visibility = "VISIBILITY"
    /// The account that owns the repository.
    case account = "ACCOUNT"
    /// What happened: what failed first, by statusCode, what is blank last.
    case status = "STATUS"
}

extension ProjectColumn {
    /// The column as the configuration file names it: its title as a member name, `lastScan`.
    package var name: String {
        let words = rawValue.split(separator: " ").map { $0.lowercased() }
        return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension ProjectColumn: SortColumn {
    var title: String { rawValue }
    var isAscending: Bool? { true }

    var letter: Character {
        switch self {
        case .name: "p"
        case .configuration: "c"
        case .id: "d"
        case .count: "i"
        case .lastScan: "l"
        case .scan: "s"
        case .provider: "r"
        case .visibility: "v"
        case .account: "a"
        case .status: "t"
        }
    }
}

/// Which columns lists of associations have. What is not chosen follows the width, see ``ProjectLayout``.
package struct ColumnChoice: Hashable, Sendable {
    private var choices: [ProjectColumn: Bool] = [:]

    /// Every column follows the width.
    package init() {}

    /// Whether the operator wants the column or does not; nothing where it follows the width. The names, and what happened, stay.
    package subscript(column: ProjectColumn) -> Bool? {
        get { choices[column] }
        set { if Self.offered.contains(column) { choices[column] = newValue } }
    }

    /// The columns that can be chosen.
    package static let offered: [ProjectColumn] = ProjectColumn.allCases.filter { $0 != .name && $0 != .status }
}
