import BitCollections
import InspectorCore

/// Decides which associations a filter shows.
struct RowMatcher {
    private let expression: FilterExpression
    private let subject: FilterSubject
    private let projectCount: Int

    /// - Parameters:
    ///   - columns: The columns that the list shows: words look at those.
    ///   - seesConfigurations: Whether words look at configurations' names, which tell rows of one configuration apart from nothing.
    ///   - now: Seconds since 1970.
    init(_ filter: Filter, _ account: Account, columns: [ProjectColumn], seesConfigurations: Bool, now: Int64) {
        expression = filter.expression
        projectCount = account.index.count
        var subject = FilterSubject(account.inventory, texts: account.index, seesConfigurations: seesConfigurations, now: now)
        subject.shownFields = Set(columns.compactMap(\.field))
        subject.session = FilterSession(account)
        self.subject = subject
    }

    /// The rows for which every term holds.
    func rows(among candidates: AssociationRows) -> AssociationRows {
        if expression.terms.isEmpty { return candidates }
        let filter = RowFilter(expression, of: subject, among: projects(of: candidates))
        if filter.isAboutProjects, let rows = candidates.filter(projects: filter.includes(project:)) { return rows }
        return candidates.filter(filter)
    }

    /// The projects of a few rows; of many it takes longer to find out than to look at all projects there are.
    private func projects(of rows: AssociationRows) -> [ResourceNumber]? {
        guard rows.count <= projectCount / 2 else { return nil }
        var projects = BitSet()
        rows.forEach { projects.insert(Int($0.resource)) }
        return projects.map { ResourceNumber($0) }
    }
}

extension ProjectColumn {
    /// The field that the column shows.
    var field: FilterField? {
        switch self {
        case .name: .name
        case .configuration: .configuration
        case .id: .id
        case .count: .membership
        case .lastScan: .scanned
        case .scan: .scan
        case .provider: .provider
        case .visibility: .visibility
        case .account: .account
        case .status: .status
        }
    }
}

extension FilterSession {
    /// What happened in the session to the rows of an account, as their STATUS shows it.
    init(_ account: Account) {
        self.init()
        let statuses = RowStatuses(account.inventory)
        marked = account.marks.rows
        failed = account.failures.failedRows
        self.statuses = account.failures.rowsByText
        projectStatuses = statuses.texts
    }
}
