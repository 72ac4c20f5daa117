import BitCollections
import InspectorCore
import Terminal
import TextSafety

/// Which columns a list of projects has, and how wide they are.
///
/// Names, IN and STATUS are always there, and CONFIGURATION where rows of several stand side by side. Of the others, those that the
/// operator chose come first, then as many as there is room for, in this order: SCAN, LAST SCAN, PROVIDER, ACCOUNT where there is more than
/// one, VISIBILITY, PROJECT ID. While something failed, what it says has the room of all but the first two. Without any names, the ids
/// stand in their place.
struct ProjectLayout {
    /// The columns with their widths, from left to right; STATUS is the last.
    let columns: [(kind: ProjectColumn, column: Column)]
    /// Cells for STATUS.
    let statusWidth: Int
    /// Cells in front of a row: the cursor, the mark, the failure, a space.
    static let gutter = 4

    /// What a list shows of projects.
    enum Rows: Hashable {
        /// Associations: of one configuration, or of several side by side.
        case associations(hasSeveralConfigurations: Bool)
        /// Projects that no configuration has.
        case projects
    }

    init(_ rows: Rows, _ session: Session, width: Int) {
        let plan = ColumnPlan(rows, session, width: width)
        let widths = plan.widths
        statusWidth = max(1, widths[.status] ?? 1)
        columns = ProjectColumn.allCases.compactMap { kind in
            guard kind != .status, let width = widths[kind] else { return nil }
            return (
                kind,
                Column(title: kind.title, width: width, isRightAligned: kind == .count, keepsEnd: kind == .name || kind == .configuration)
            )
        }
    }

    /// Whether a column is there.
    func shows(_ kind: ProjectColumn) -> Bool { kind == .status || columns.contains { $0.kind == kind } }

    /// Where the columns are in a row.
    var cells: [ColumnCells] {
        var start = Self.gutter
        return columns.map { kind, column in
            defer { start += column.width + 1 }
            return ColumnCells(kind: kind, cells: start..<start + column.width)
        }
    }

    /// The headings.
    func headings(sorted: SortedColumn?) -> Line {
        Column.headings(
            columns.map(\.column) + [Column(title: ProjectColumn.status.title, width: statusWidth - 1)], gutter: Self.gutter, sorted: sorted
        )
    }

    /// A resource's id; where there is little room, without the word that all of them begin with.
    func idText(_ resource: AssociationResource) -> String {
        let room = columns.first { $0.kind == .id }?.column.width ?? 0
        return room < 44 && resource.projectId != nil ? String(resource.idText.trimmingPrefix("project-")) : resource.idText
    }
}

/// Gives the columns their widths.
private struct ColumnPlan {
    private let rows: ProjectLayout.Rows
    private let inventory: Inventory
    private let choice: ColumnChoice
    private let width: Int
    private let hasFailures: Bool

    init(_ rows: ProjectLayout.Rows, _ session: Session, width: Int) {
        (self.rows, self.width, choice) = (rows, width, session.columns)
        inventory = session.account.inventory
        hasFailures = !session.account.failures.isEmpty && rows != .projects
    }

    private var hasNames: Bool { !inventory.coverageState.isFailed || inventory.resources.hasNames }
    private var longestName: Int { inventory.resources.longestName }

    /// Cells for each column that is there.
    var widths: [ProjectColumn: Int] {
        var widths: [ProjectColumn: Int] = [.status: leastStatus]
        var room = width - ProjectLayout.gutter - leastStatus
        func take(_ column: ProjectColumn) -> Bool {
            let wanted = wanted(column)
            guard widths[column] == nil, wanted < room else { return false }
            widths[column] = wanted
            room -= wanted + 1
            return true
        }
        for column in always { _ = take(column) }
        for column in byImportance where choice[column] == true { _ = take(column) }
        let offered = byImportance.filter { choice[$0] == nil && isWorthwhile($0) }
        for column in offered.prefix(while: { $0 == .scan || $0 == .lastScan }) where !take(column) { break }
        grow(&widths, &room, to: min(40, longestName))
        for column in offered where !hasFailures && widths[column] == nil && !take(column) { break }
        grow(&widths, &room, to: hasFailures ? min(48, longestName) : 48)
        widths[.status] = leastStatus + room
        return widths
    }

    private func grow(_ widths: inout [ProjectColumn: Int], _ room: inout Int, to most: Int) {
        guard let name = widths[.name], most > name else { return }
        let more = min(room, most - name)
        widths[.name] = name + more
        room -= more
    }

    private var always: [ProjectColumn] {
        let first: ProjectColumn = hasNames ? .name : .id
        return switch rows {
        case .associations(hasSeveralConfigurations: true): [first, .count, .configuration].filter { choice[$0] != false }
        case .associations: [first, .count].filter { choice[$0] != false }
        case .projects: [first]
        }
    }

    /// The columns that come and go, the most important first.
    private var byImportance: [ProjectColumn] {
        let all: [ProjectColumn] = [.scan, .lastScan, .configuration, .count, .provider, .account, .visibility, .id]
        return rows == .projects ? all.filter { $0 != .configuration && $0 != .count } : all
    }

    /// Whether the column says anything where nobody asked for it.
    private func isWorthwhile(_ column: ProjectColumn) -> Bool {
        let facts = inventory.facts
        return switch column {
        case .scan: !facts.values(.reason).isEmpty || !facts.values(.statusCode).isEmpty
        case .lastScan: !facts.covered.isEmpty
        case .provider: !facts.values(.provider).isEmpty
        case .account: facts.values(.account).count > 1
        case .visibility: !facts.values(.visibility).isEmpty
        case .id: true
        case .name, .configuration, .count, .status: false
        }
    }

    private func wanted(_ column: ProjectColumn) -> Int {
        switch column {
        case .name: hasFailures ? min(leastName, max(14, longestName)) : leastName
        case .configuration: width < 80 ? 13 : width < 110 ? 16 : 24
        case .id: hasNames ? choice[.id] == true && width < 110 ? 17 : 44 : width < 80 ? 17 : 44
        case .count: 2
        case .lastScan: 9
        case .scan: 12
        case .provider: min(19, max(8, inventory.facts.values(.provider).map(\.count).max() ?? 0))
        case .visibility: 10
        case .account: 12
        case .status: leastStatus
        }
    }

    private var leastName: Int { width < 70 ? 16 : width < 80 ? 19 : 22 }

    private var leastStatus: Int {
        guard hasFailures else { return inventory.resources.unmatched.count == 0 ? 7 : 13 }
        return width < 70 ? 14 : width < 100 ? 31 : 50
    }
}
