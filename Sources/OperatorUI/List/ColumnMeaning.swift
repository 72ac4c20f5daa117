import Terminal
import TextSafety

extension ProjectColumn {
    /// What the column says.
    var meaning: String {
        switch self {
        case .name: "the repository's name; without one, the project's ID"
        case .configuration: "the scan configuration of the association"
        case .id: "the project's ID, without \"project-\" at its beginning"
        case .count: "in how many configurations this project is"
        case .lastScan: "how long ago it was last scanned"
        case .scan: "the state of its scans, or why there are none"
        case .provider: "where the repository is"
        case .visibility: "whether the repository is public"
        case .account: "the account that owns the repository"
        case .status: "what the last run said of the association"
        }
    }
}

extension ConfigurationColumn {
    /// The columns of the list of configurations, with what each says.
    static let meanings: [(title: String, meaning: String)] = [
        ("SCOPE", "all: all repositories, new ones automatically; org: the organization's"),
        ("SCHEDULE", "how often it scans"),
        ("ASSOC", "how many projects: + still listing, ! incomplete"),
        ("ROOM", "how many more projects it can take, when few are left"),
        ("MARKED", "how many of these associations are marked"),
    ]
}

extension Page {
    /// What the columns of the lists say, a line or more each, behind labels of so many cells.
    func columnLegend(width: Int) -> [Line] {
        (ConfigurationColumn.meanings + ProjectColumn.allCases.map { ($0.title, $0.meaning) }).flatMap { title, meaning in
            labelled(Span("  \(title)", .key), width: max(17, width), meaning, room: columns - max(17, width) - 2)
        }
    }
}
