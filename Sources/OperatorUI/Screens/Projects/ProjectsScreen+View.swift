import InspectorCore
import Terminal
import TextSafety

extension ProjectsScreen {
    func view(in scene: Scene) -> ScreenView {
        let pane = scene.display.rightPane(isFocused: scene.isOnTop)
        var view = ScreenView(title: { title(in: scene.session, room: $0) }, body: body(in: scene, pane))
        view.cursor = list.rows.isEmpty ? nil : cursor(column: pane.column)
        view.status = status(in: scene)
        view.filterCount = filterCount(of: list.all.count, in: scene.session)
        view.filterMistake = list.filter.mistake
        view.hints =
            scene.hints(.open, as: "details") + scene.hints(.list(.mark), .list(.markAll), .list(.filter), .list(.plan), .program(.help))
            + scene.hints(.program(.quit), as: "back") + scene.hints(.program(.results), .list(.sort), .list(.range), .copy)
        return view
    }

    /// The associations, on a wide terminal beside the configurations.
    private func body(in scene: Scene, _ pane: Pane) -> [Line] {
        let right = lines(in: scene, pane)
        guard scene.display.hasTwoPanes else { return right }
        let (left, empty) = (scene.viewBelow.body, scene.display.leftPane(isFocused: false).divided())
        return (0..<max(left.count, right.count)).map { row in
            Line((row < left.count ? left[row] : empty).spans + (row < right.count ? right[row].spans : []))
        }
    }

    /// Headings and rows.
    func lines(in scene: Scene, _ pane: Pane) -> [Line] {
        let layout = ProjectLayout(scope, scene.session, width: pane.width)
        let columns = layout.columns + [Column(title: "STATUS", width: layout.statusWidth - 1)]
        let headings = [Column.headings(columns, gutter: ProjectLayout.gutter, sorted: SortedColumn(list.order))]
        if list.rows.isEmpty { return headings + empty(in: scene.session, Page(columns: pane.width)) }
        let (range, statuses) = (list.range, RowStatuses(scene.session.account.inventory))
        let emphasis = list.filter.emphasis
        return headings
            + list.visibleRows(height: scene.display.listHeight).map { row in
                ProjectRow(list.rows[row], in: scene.session, layout, statuses).line(mark(of: row, in: range), pane).emphasizing(emphasis)
            }
    }

    /// Why there are no rows, and what to do.
    private func empty(in session: Session, _ page: Page) -> [Line] {
        if list.isNarrowed, !list.all.isEmpty { return nothingShown("associations", page) }
        switch scope.state(in: session.account.inventory) {
        case .loading: return page.paragraph("Listing…", .dim)
        case .complete:
            return page.paragraph("No associations here: there is nothing to disassociate.", .dim)
                + page.paragraph("Esc goes back, r lists again.", .dim)
        case .failed(let error):
            return page.paragraph(error.sentence, .failed) + page.paragraph("r tries again.", .dim)
        }
    }

    /// What the list shows and how much of it: the numbers are never cut. The name gives way first, then the noun.
    func title(in session: Session, room: Int) -> String {
        let (name, count) = (scope.name(in: session.account.inventory), count(in: session.account.inventory))
        let words = count == "1" ? "1 association" : "\(count) associations"
        let shown = room - words.displayWidth - 2 < Self.narrowestTitle ? count : words
        return "\(name.clippedInMiddle(to: max(0, room - shown.displayWidth - 2)))  \(shown)"
    }

    private static let narrowestTitle = 12

    private func count(in inventory: Inventory) -> String {
        let isOpen =
            switch scope {
            case .all: !inventory.isComplete
            case .configuration(let number): inventory.entries[Int(number)].state != .complete
            }
        let all = list.all.count.grouped + (isOpen ? "+" : "")
        return list.isNarrowed ? "\(list.rows.count.grouped) of \(all)" : all
    }
}

extension AssociationScope {
    fileprivate func name(in inventory: Inventory) -> String {
        switch self {
        case .all: "All configurations"
        case .configuration(let number): inventory.entries[Int(number)].configuration.name.terminalSafe
        }
    }

    /// How far the listing is.
    fileprivate func state(in inventory: Inventory) -> ListingState {
        switch self {
        case .all: inventory.isLoading ? .loading : .complete
        case .configuration(let number): inventory.entries[Int(number)].state
        }
    }
}

/// One association as a row.
private struct ProjectRow {
    private let id: AssociationID
    private let session: Session
    private let layout: ProjectLayout
    private let statuses: RowStatuses
    private let failure: Outcome?

    init(_ id: AssociationID, in session: Session, _ layout: ProjectLayout, _ statuses: RowStatuses) {
        (self.id, self.session, self.layout, self.statuses, failure) = (id, session, layout, statuses, session.account.failures[id])
    }

    func line(_ mark: RowMark, _ pane: Pane) -> Line {
        let isMarked = session.account.marks.contains(id)
        let isFailed = failure?.isFailure ?? false
        let style: Style = isFailed ? failure?.style ?? .failed : isMarked || mark.isInRange ? .marked : .text
        let glyphs = (mark.isInRange ? "+" : isMarked ? "●" : " ") + (isFailed ? "✗ " : failure != nil ? "- " : "  ")
        let text = zip(layout.columns, cells).map { $0.cell($1) }.joined()
        return Line([mark.cursor(pane), Span(glyphs + text, style), status])
    }

    private var cells: [String] {
        let inventory = session.account.inventory
        var cells = [String(inventory.configurationCount(of: id.resource))]
        if layout.showsId { cells.insert(layout.idText(inventory.resources[id.resource]), at: 0) }
        if layout.showsConfiguration { cells.insert(inventory.entries[Int(id.configuration)].configuration.name.terminalSafe, at: 0) }
        if layout.showsName { cells.insert(inventory.projectName(of: id.resource)?.terminalSafe ?? "", at: 0) }
        return cells
    }

    private var status: Span {
        if let failure { return span(failure.statusText, failure.style) }
        switch statuses[id.resource] {
        case .unknownKind: return span(unmarkableReason, .warning)
        case .lastConfiguration: return Span(layout.lastText)
        case .blank: return Span("")
        }
    }

    private func span(_ text: String, _ style: Style) -> Span { Span(text.clipped(to: layout.statusWidth), style) }

    /// Why the row cannot be marked.
    private var unmarkableReason: String {
        statuses.isOfUnknownKind(id.resource) ? RowStatuses.unknownKind : RowStatuses.unmatched
    }
}
