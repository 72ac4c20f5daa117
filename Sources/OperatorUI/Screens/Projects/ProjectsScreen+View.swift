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
        let layout = layout(in: scene.session, width: pane.width)
        let headings = [layout.headings(sorted: SortedColumn(list.order))]
        if list.rows.isEmpty { return headings + empty(in: scene.session, Page(columns: pane.width)) }
        let (range, statuses) = (list.range, RowStatuses(scene.session.account.inventory))
        let emphasis = list.filter.emphasis
        return headings
            + list.visibleRows(height: scene.display.listHeight).map { row in
                ProjectRow(list.rows[row], in: scene.session, layout, statuses).line(mark(of: row, in: range), pane).emphasizing(
                    emphasis, columns: layout.cells)
            }
    }

    /// Why there are no rows, and what to do.
    private func empty(in session: Session, _ page: Page) -> [Line] {
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

    /// What the list shows and how much of it: the numbers are never cut. The name gives way first, then the noun;
    /// a view's name is whole without the noun, rather than cut with it.
    func title(in session: Session, room: Int) -> String {
        let (name, count) = (scope.name(in: session.account.inventory), count(in: session))
        let words = count == "1" ? "1 association" : "\(count) associations"
        let shown = room - words.displayWidth - 2 < leastTitle(name) ? count : words
        return "\(name.clippedInMiddle(to: max(0, room - shown.displayWidth - 2)))  \(shown)"
    }

    /// The cells that the name has beside the noun.
    private func leastTitle(_ name: String) -> Int {
        if case .view = scope { name.displayWidth } else { 12 }
    }

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
        ProjectLayout(.associations(hasSeveralConfigurations: scope.hasSeveralConfigurations), session, width: width)
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

    init(_ id: AssociationID, in session: Session, _ layout: ProjectLayout, _ statuses: RowStatuses) {
        (self.id, self.session, self.layout, self.statuses, failure) = (id, session, layout, statuses, session.account.failures[id])
    }

    func line(_ mark: RowMark, _ pane: Pane) -> Line {
        let isMarked = session.account.marks.contains(id)
        let isFailed = failure?.isFailure ?? false
        let style: Style = isFailed ? failure?.style ?? .failed : isMarked || mark.isInRange ? .marked : .text
        let glyphs = (mark.isInRange ? "+" : isMarked ? "●" : " ") + (isFailed ? "✗ " : failure != nil ? "- " : "  ")
        var cells = ProjectCells(id.resource, in: session, layout, statuses)
        cells.configuration = session.account.inventory.entries[Int(id.configuration)].configuration.name.terminalSafe
        return Line([mark.cursor(pane), Span(glyphs, style)] + cells.spans(style, isFailed: isFailed) + [status])
    }

    private var status: Span {
        if let failure { return span(failure.statusText, failure.style) }
        switch statuses[id.resource] {
        case .unknownKind: return span(unmarkableReason, .warning)
        case .blank: return Span("")
        }
    }

    private func span(_ text: String, _ style: Style) -> Span { Span(text.clipped(to: layout.statusWidth), style) }

    /// Why the row cannot be marked.
    private var unmarkableReason: String {
        statuses.isOfUnknownKind(id.resource) ? RowStatuses.unknownKind : RowStatuses.unmatched
    }
}
