import BitCollections
import InspectorCore
import Terminal
import TextSafety

/// The projects of the coverage that no configuration has. They can be found, sorted, exported, and marked to be associated with one.
struct UnconfiguredScreen: AssociationListScreen {
    /// The projects.
    var list = List([ResourceNumber](), sortedBy: ProjectColumn.name)

    var screen: Screen { .unconfigured(self) }

    func filterPlace(in session: Session) -> FilterPlace { session.isFleet ? .associationsOfSessions : .associations }

    init(in session: inout Session, on display: Display) {
        session.account.updateRankings()
        session.account.updateViews(now: session.now)
        recompute(.everything, in: session, on: display)
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .rowsChanged: recompute(.everything, in: session, on: display)
        case .uncovered(by: .columns(let chooser)): if let order = chooser.order { sort(by: order, in: &session, on: display) }
        case .event(.resized): list.scrollToCursor(height: display.listHeight)
        case .frameDue, .marksChanged, .uncovered, .event: break
        }
        return []
    }

    mutating func recompute(_ part: ListPart, in session: Session, on display: Display) {
        let all = part == .everything ? sorted(session) : list.all
        let marked = list.showsMarkedOnly ? all.filter { session.account.projectMarks.contains(Int($0)) } : all
        let rows = found(among: marked, session, on: display)
        list.show(rows, of: all, height: display.listHeight)
        list.hiddenMarks = list.isNarrowed ? self.marked(in: session).subtracting(BitSet(rows.lazy.map { Int($0) })).count : 0
    }

    private func found(among all: [ResourceNumber], _ session: Session, on display: Display) -> [ResourceNumber] {
        guard !list.filter.isEmpty else { return all }
        var subject = FilterSubject(session.account.inventory, texts: session.account.index, seesConfigurations: false, now: session.now)
        let layout = ProjectLayout(.projects, session, sortedBy: list.order.column, width: display.size.columns)
        subject.shownFields = Set(layout.columns.compactMap(\.kind.field))
        let filter = RowFilter(list.filter.expression, of: subject, among: all)
        return all.filter(filter.includes(project:))
    }

    private func sorted(_ session: Session) -> [ResourceNumber] {
        let members = session.account.members(of: .withoutConfiguration, now: session.now).projects
        let projects = ProjectOrder(session.account).projects(by: list.order.column).filter { members.contains(Int($0)) }
        return list.order.isReversed ? projects.reversed() : projects
    }

}

extension UnconfiguredScreen {
    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .list(.otherPane), .open: .disabled("This list stands alone: \(session.key(.copy)) copies the ID, Esc goes back.")
        case .list(let command):
            markingAvailability(of: command, in: session) ?? rowAvailability(of: .list(command), in: session, on: display)
        case .move, .back, .refresh, .copy, .export, .run, .program: rowAvailability(of: command, in: session, on: display)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .list(let command):
            performMarking(command, in: &session, on: display) ?? performOnRows(.list(command), in: &session, on: display)
        case .copy: list.current.map { CopyScreen.offer(CopyChoice.choices(of: $0, in: session)) } ?? []
        case .export: Export.prompt(projects: list.rows, in: session)
        case .move, .open, .back, .refresh, .run, .program: performOnRows(command, in: &session, on: display)
        }
    }

    func sortColumns(alsoHidden: Bool, in session: Session, on display: Display) -> [ProjectColumn] {
        let layout = ProjectLayout(.projects, session, sortedBy: list.order.column, width: display.widePane.width)
        return ProjectColumn.allCases.filter { column in
            column != .status && (alsoHidden || layout.shows(column)) && list.all.differ(in: column, session.account.inventory.facts)
        }
    }

    func columnsScreen(in session: Session, on display: Display) -> ColumnsScreen { ColumnsScreen(.projects, order: list.order) }

    func associations(inRows range: ClosedRange<Int>?, in session: Session) -> AssociationRows { AssociationRows() }

    func hiddenMarks(in session: Session) -> Marks { Marks() }

    func failedRows(in session: Session) -> [Int] { [] }

    mutating func markCurrent(in session: inout Session, on display: Display) -> [Action] { [] }

    var rangeRefusal: String? { nil }

    var emptyReason: String { "There is no row to mark." }

    mutating func goToOtherPane(in session: inout Session, on display: Display) -> [Action] { [] }
}

extension UnconfiguredScreen {
    func view(in scene: Scene) -> ScreenView {
        var view = view(titled: "", lines(in: scene), in: scene, details: scene.display.detailsPane.map { details(in: scene.session, $0) })
        view.title = { title(in: scene.session, room: $0) }
        view.status = status(in: scene)
        view.filterCount = filterCount(of: list.all.count, in: scene.session)
        view.filterMistake = list.filter.mistake
        view.hints =
            scene.hints(.list(.mark), .list(.associate), .list(.filter), .export, .program(.help))
            + scene.hints(.program(.quit), as: "back") + scene.hints(.list(.sort), .list(.columns), .copy)
        return view
    }

    private func title(in session: Session, room: Int) -> String {
        let (part, name) = (list.isNarrowed ? "\(list.rows.count.grouped) of " : "", CoverageView.withoutConfiguration.name(room: 0))
        let words = part + list.all.count.counted("project")
        let count = room - words.count - 2 < name.count ? part + list.all.count.grouped : words
        return "\(CoverageView.withoutConfiguration.name(room: room - count.count - 2))  \(count)"
    }

    /// The details of the row where the cursor rests.
    private func details(in session: Session, _ pane: Pane) -> [Line] {
        let facts = FactSheet(session, Page(columns: pane.width))
        return facts.pane(list.item(at: list.settledRow).map { facts.project($0) })
    }

    private func lines(in scene: Scene) -> [Line] {
        let (session, pane) = (scene.session, scene.display.widePane)
        let (layout, page) = (ProjectLayout(.projects, session, sortedBy: list.order.column, width: pane.width), Page(columns: pane.width))
        let headings = [layout.headings(sorted: SortedColumn(list.order))]
        if list.rows.isEmpty {
            return headings
                + (list.isNarrowed && !list.all.isEmpty
                    ? nothingShown("projects", in: session, page)
                    : CoverageView.withoutConfiguration.nothing(in: session, page))
        }
        let (statuses, range) = (RowStatuses(session.account.inventory), list.range)
        return headings
            + list.visibleRows(height: scene.display.listHeight).map { row in
                var cells = ProjectCells(list.rows[row], in: session, layout, statuses)
                cells.emphasis = list.filter.emphasis
                let isMarked = session.account.projectMarks.contains(Int(list.rows[row]))
                let mark = mark(of: row, in: range)
                let gutter = [Span(" "), Span(mark.isInRange ? "+" : isMarked ? "●" : " ", .marked), Span("  ")]
                let style: Style = isMarked || mark.isInRange ? .marked : .text
                let line = Line(gutter + cells.spans(style)).emphasizing(list.filter.emphasis, columns: layout.cells)
                return self.row(row, line, in: scene, barOver: cells.name.clipped(to: layout.nameWidth), gutter: ProjectLayout.gutter)
            }
    }
}
