import BitCollections
import InspectorCore
import Terminal
import TextSafety

/// Which columns a list of projects has, and how wide they are.
///
/// Names and IN are always there, and CONFIGURATION where rows of several stand side by side. The others come with the width of the list, in
/// this order: the one that the list is sorted by, SCAN, those that the operator chose, LAST SCAN, names as wide as the longest, a chosen
/// PROJECT ID, PROVIDER, ACCOUNT where there is more than one, VISIBILITY, PROJECT ID. What happened to a row never changes a width: it stands over what says the least of a row
/// that failed, in STATUS where that is wide enough, otherwise from SCAN or LAST SCAN on. Without any names, the ids stand in their place.
struct ProjectLayout {
    /// The columns with their widths, from left to right; STATUS is the last.
    let columns: [(kind: ProjectColumn, column: Column)]
    /// Cells for STATUS.
    let statusWidth: Int
    /// How many of the columns stand in front of what happened to a row.
    let columnsBeforeStatus: Int
    /// Whether something may stand in STATUS.
    private let hasStatus: Bool
    /// Cells in front of a row: the cursor, the mark, the failure, a space.
    static let gutter = 4
    /// Cells for what happened: a code, and the beginning of its message.
    private static let roomForStatus = 50

    /// What a list shows of projects.
    enum Rows: Hashable {
        /// Associations: of one configuration, or of several side by side.
        case associations(hasSeveralConfigurations: Bool)
        /// Projects that no configuration has.
        case projects
    }

    /// The layout of a list in so many cells; the column that it is sorted by comes first.
    init(_ rows: Rows, _ session: Session, sortedBy sorted: ProjectColumn? = nil, width: Int) {
        let widths = ColumnPlan(rows, session, sortedBy: sorted, width: width).widths
        statusWidth = widths[.status] ?? 0
        let hasRoom = statusWidth > ProjectColumn.status.title.count && rows != .projects
        hasStatus = hasRoom && (!session.account.failures.isEmpty || session.account.inventory.resources.unmatched.count > 0)
        columns = ProjectColumn.allCases.compactMap { kind in
            guard kind != .status, let width = widths[kind] else { return nil }
            return (
                kind,
                Column(
                    title: kind.title, width: width, isRightAligned: kind == .count, gap: kind.gap,
                    keepsEnd: kind == .name || kind == .configuration)
            )
        }
        let least = 1 + (columns.lastIndex { [.name, .configuration, .count].contains($0.kind) } ?? 0)
        var (place, room) = (columns.count, statusWidth)
        while place > least, room < Self.roomForStatus {
            place -= 1
            room += columns[place].column.room
        }
        columnsBeforeStatus = place
    }

    /// Whether a column is there.
    func shows(_ kind: ProjectColumn) -> Bool { kind == .status || columns.contains { $0.kind == kind } }

    /// Where the columns are in a row.
    var cells: [ColumnCells] {
        var start = Self.gutter
        return columns.map { kind, column in
            defer { start += column.width + 1 }
            return ColumnCells(kind, at: start, width: column.width)
        }
    }

    /// Cells for what happened to a row.
    var statusRoom: Int { columns[columnsBeforeStatus...].reduce(statusWidth) { $0 + $1.column.room } }

    /// How wide the first column is: the name, or the id in its place.
    var nameWidth: Int { columns.first?.column.width ?? 0 }

    /// The headings.
    func headings(sorted: SortedColumn?) -> Line {
        let status = Column(title: hasStatus ? ProjectColumn.status.title : "", width: statusWidth - 1)
        return Column.headings(columns.map(\.column) + (statusWidth > 1 ? [status] : []), gutter: Self.gutter, sorted: sorted)
    }
}

extension AssociationResource {
    /// A project's id without the word that all of them begin with; what else a resource is called.
    var shortID: String { projectId == nil ? idText : String(idText.trimmingPrefix("project-")) }
}

/// Gives the columns their widths.
private struct ColumnPlan {
    private let rows: ProjectLayout.Rows
    private let session: Session
    private let inventory: Inventory
    private let choice: ColumnChoice
    private let sorted: ProjectColumn?
    private let width: Int

    init(_ rows: ProjectLayout.Rows, _ session: Session, sortedBy sorted: ProjectColumn?, width: Int) {
        (self.rows, self.sorted, self.width, choice) = (rows, sorted, width, session.columns)
        (inventory, self.session) = (session.account.inventory, session)
    }

    private var hasNames: Bool { !inventory.coverageState.isFailed || inventory.resources.hasNames }

    /// Cells for each column that is there.
    var widths: [ProjectColumn: Int] {
        var widths: [ProjectColumn: Int] = [:]
        var room = width - ProjectLayout.gutter
        func take(_ column: ProjectColumn, _ wanted: Int) -> Bool {
            guard widths[column] == nil, wanted + column.gap <= room else { return false }
            widths[column] = wanted
            room -= wanted + column.gap
            return true
        }
        let offered = offered
        for column in always { _ = take(column, wanted(column)) }
        if let sorted, sorted != .id, offered.contains(sorted) { _ = take(sorted, wanted(sorted)) }
        if choice[.scan] == true || offered.contains(.scan) { _ = take(.scan, wanted(.scan)) }
        for column in Self.byImportance where choice[column] == true && column != .id { _ = take(column, wanted(column)) }
        if offered.contains(.lastScan) { _ = take(.lastScan, wanted(.lastScan)) }
        func grow(_ column: ProjectColumn, to longest: Int) {
            guard let width = widths[column], width < longest else { return }
            let more = min(room, longest - width)
            widths[column] = width + more
            room -= more
        }
        // Without the whole name of its session a row cannot be told from that of another one.
        if session.shown == nil { grow(.configuration, to: longestConfiguration) }
        grow(.name, to: longestName)
        if choice[.id] == true, room > Self.leastID { _ = take(.id, min(Self.wholeID, room - 1)) }
        grow(.configuration, to: longestConfiguration)
        for column in offered where widths[column] == nil {
            if column == .id, room < Self.roomBesideID { break }
            if !take(column, wanted(column)) { break }
        }
        widths[.status] = room
        return widths
    }

    /// A row that matches no project has its id in place of a name.
    private var longestName: Int { max(inventory.resources.longestName, inventory.resources.unmatched.count > 0 ? Self.wholeID : 0) }

    private var longestConfiguration: Int { inventory.listed.map { session.title(of: $0).count }.max() ?? 0 }

    private var always: [ProjectColumn] {
        let first: ProjectColumn = hasNames ? .name : .id
        return switch rows {
        case .associations(hasSeveralConfigurations: true): [first, .count, .configuration].filter { choice[$0] != false }
        case .associations: [first, .count].filter { choice[$0] != false }
        case .projects: [first]
        }
    }

    /// The columns that come and go, the most important first.
    private static let byImportance: [ProjectColumn] = [
        .scan, .lastScan, .configuration, .count, .provider, .account, .visibility, .id,
    ]

    /// Those that come by themselves and say anything here.
    private var offered: [ProjectColumn] { Self.byImportance.filter { choice[$0] == nil && isWorthwhile($0) } }

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

    /// A column is never narrower than its title with the arrow of a sorted list.
    private func wanted(_ column: ProjectColumn) -> Int {
        switch column {
        case .name: 18
        case .configuration: session.shown == nil ? 24 : 14
        case .id: hasNames || width >= 79 ? Self.wholeID : 17
        case .count: 2
        case .lastScan: 10
        case .scan: 13
        case .provider: min(19, max(9, inventory.facts.values(.provider).map(\.count).max() ?? 0))
        case .visibility: 11
        case .account: 12
        case .status: 0
        }
    }

    /// Cells for a whole id, and for one that still tells rows apart.
    private static let (wholeID, leastID) = (36, 11)
    /// An id that nobody asked for leaves room for what happened to a row.
    private static let roomBesideID = 70
}

extension ProjectColumn {
    /// Cells after the column: a number on the right is not to touch what follows.
    fileprivate var gap: Int { self == .count ? 2 : 1 }
}
