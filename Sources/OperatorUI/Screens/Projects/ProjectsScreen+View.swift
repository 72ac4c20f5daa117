import InspectorCore
import Terminal
import TextSafety

extension ProjectsScreen {
    func view(in scene: Scene) -> ScreenView {
        let pane = pane(in: scene, isFocused: scene.isOnTop)
        var panes = [pane]
        if scene.display.hasTwoPanes, case .configurations(let left)? = scene.below.first {
            panes = [left.pane(in: scene, isFocused: false), pane]
        }
        if let details = scene.display.detailsPane { panes.append(PaneContent(details, self.details(in: scene.session, details))) }
        var view = ScreenView(title: { title(in: scene.session, room: $0) }, body: panes.sideBySide(height: scene.display.textHeight))
        view.position = list.position
        view.cursor = cursor(column: pane.pane.column)
        view.status = status(in: scene)
        view.filterCount = filterCount(of: list.all.count, in: scene.session)
        view.filterMistake = list.filter.mistake
        view.hints =
            scene.hints(.open, as: "details") + scene.hints(.list(.mark), .list(.markAll), .list(.filter), .list(.plan), .program(.help))
            + scene.hints(.program(.quit), as: "back") + scene.hints(.program(.results), .list(.sort), .list(.range), .copy)
        return view
    }

    /// The associations as a pane, alone or beside the configurations.
    func pane(in scene: Scene, isFocused: Bool) -> PaneContent {
        let pane = scene.display.rightPane(isFocused: isFocused)
        return PaneContent(pane, lines(in: scene, pane), bar: list.bar(height: scene.display.listHeight))
    }

    /// The details of the row where the cursor rests.
    private func details(in session: Session, _ pane: Pane) -> [Line] {
        let facts = FactSheet(session, Page(columns: pane.width))
        return facts.pane(list.item(at: list.settledRow).map { facts.association($0) })
    }

    /// Headings and rows.
    private func lines(in scene: Scene, _ pane: Pane) -> [Line] {
        let layout = layout(in: scene.session, width: pane.width)
        let headings = [layout.headings(sorted: SortedColumn(list.order))]
        if list.rows.isEmpty { return headings + empty(in: scene.session, Page(columns: pane.width)) }
        let (range, statuses) = (list.range, RowStatuses(scene.session.account.inventory))
        let (emphasis, cursor) = (list.filter.emphasis, scene.rowCursor(isFocused: pane.isFocused))
        return headings
            + list.visibleRows(height: scene.display.listHeight).map { row in
                let (mark, content) = (mark(of: row, in: range), ProjectRow(list.rows[row], in: scene.session, layout, statuses, emphasis))
                let line = content.line(mark).emphasizing(emphasis, columns: layout.cells)
                return mark.isCurrent ? cursor.on(line, columns: content.barWidth) : line
            }
    }

    /// Why there are no rows, and what to do.
    func empty(in session: Session, _ page: Page) -> [Line] {
        if list.isNarrowed, !list.all.isEmpty { return nothingShown("associations", in: session, page) }
        if case .view(let view) = scope { return view.nothing(in: session, page) }
        switch scope.state(in: session.account.inventory) {
        case .loading: return page.paragraph("Listing…", .dim)
        case .complete:
            return page.paragraph("No associations here: there is nothing to disassociate.", .dim)
                + page.paragraph("Esc goes back, \(session.key(.refresh)) lists again.", .dim)
        case .failed(let error):
            return page.paragraph(error.sentence, .failed) + page.paragraph("\(session.key(.refresh)) tries again.", .dim)
        }
    }

    /// What the list shows and how much of it: the numbers are never cut. The noun gives way first, then the name.
    func title(in session: Session, room: Int) -> String {
        let (name, count) = (scope.name(in: session.account.inventory), count(in: session))
        let words = count == "1" ? "1 association" : "\(count) associations"
        let shown = room - words.displayWidth - 2 < min(name.displayWidth, Self.wholeTitle) ? count : words
        return "\(name.clippedInMiddle(to: max(0, room - shown.displayWidth - 2)))  \(shown)"
    }

    /// A name of so many cells is whole rather than the noun beside it.
    private static let wholeTitle = 32

    private func count(in session: Session) -> String {
        let inventory = session.account.inventory
        let isOpen =
            switch scope {
            case .all: !inventory.isComplete
            case .configuration(let number): inventory.entries[Int(number)].state != .complete
            case .view(let view): !session.account.members(of: view, now: session.now).isProven
            }
        let all = list.all.count.grouped + (isOpen ? "+" : "")
        return list.isNarrowed ? "\(list.rows.count.grouped) of \(all)" : all
    }
}

extension AssociationScope {
    fileprivate func name(in inventory: Inventory) -> String {
        switch self {
        case .all: "All configurations"
        case .view(let view): view.name()
        case .configuration(let number): inventory.entries[Int(number)].configuration.name.terminalSafe
        }
    }

    /// How far the listing is.
    fileprivate func state(in inventory: Inventory) -> ListingState {
        switch self {
        case .all, .view: inventory.isLoading ? .loading : .complete
        case .configuration(let number): inventory.entries[Int(number)].state
        }
    }
}

extension ProjectsScreen {
    /// The columns of the list.
    func layout(in session: Session, width: Int) -> ProjectLayout {
        ProjectLayout(
            .associations(hasSeveralConfigurations: scope.hasSeveralConfigurations), session, sortedBy: list.order.column, width: width)
    }
}

extension CoverageView {
    /// Why a list of what answers the question is empty.
    func nothing(in session: Session, _ page: Page) -> [Line] {
        let inventory = session.account.inventory
        if session.account.members(of: self, now: session.now).isProven {
            return page.paragraph("No project matches this view.", .dim)
                + page.paragraph("Esc goes back, \(session.key(.refresh)) lists again.", .dim)
        }
        if inventory.isLoading || inventory.coverageState == .loading { return page.paragraph("Listing…", .dim) }
        return page.paragraph("Unknown: some listings failed, so this view is incomplete.", .warning)
            + page.paragraph("\(session.key(.program(.results))) shows why, \(session.key(.refresh)) lists again.", .dim)
    }
}

/// One association as a row.
private struct ProjectRow {
    private let id: AssociationID
    private let session: Session
    private let layout: ProjectLayout
    private let statuses: RowStatuses
    private let failure: Outcome?
    private var cells: ProjectCells

    init(_ id: AssociationID, in session: Session, _ layout: ProjectLayout, _ statuses: RowStatuses, _ emphasis: [Emphasis]) {
        (self.id, self.session, self.layout, self.statuses, failure) = (id, session, layout, statuses, session.account.failures[id])
        cells = ProjectCells(id.resource, in: session, layout, statuses)
        cells.emphasis = emphasis
        cells.configuration = session.title(of: id.configuration).terminalSafe
    }

    /// How many cells the cursor's bar takes.
    var barWidth: Int { RowCursor.columns(over: cells.name, gutter: ProjectLayout.gutter, width: layout.nameWidth + 1) }

    func line(_ mark: RowMark) -> Line {
        let isMarked = session.account.marks.contains(id)
        let sign = failure.map { Span($0.isFailure ? "✗ " : "- ", $0.style) } ?? Span("  ")
        let gutter = [Span(" "), Span(mark.isInRange ? "+" : isMarked ? "●" : " ", .marked), sign]
        let name: Style = isMarked || mark.isInRange ? .marked : .text
        let status = status
        return Line(gutter + cells.spans(name, columns: status.isEmpty ? .max : layout.columnsBeforeStatus) + status)
    }

    /// What happened to the row, or why it cannot be marked: a code in colour, its message as text.
    private var status: [Span] {
        guard let failure else { return statuses[id.resource] == .unknownKind ? [span(unmarkableReason, .warning)] : [] }
        let words = failure.statusText
        guard let gap = words.firstRange(of: "  ") else { return [span(words, failure.style)] }
        let line = Line([Span(String(words[..<gap.lowerBound]), failure.style), Span(String(words[gap.lowerBound...]))])
        return line.clipped(to: layout.statusRoom).spans
    }

    private func span(_ text: String, _ style: Style) -> Span { Span(text.clipped(to: layout.statusRoom), style) }

    /// Why the row cannot be marked.
    private var unmarkableReason: String {
        statuses.isOfUnknownKind(id.resource) ? RowStatuses.unknownKind : RowStatuses.unmatched
    }
}
