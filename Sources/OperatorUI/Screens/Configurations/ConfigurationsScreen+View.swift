import BitCollections
import InspectorCore
import Terminal
import TextSafety

extension ConfigurationsScreen {
    func view(in scene: Scene) -> ScreenView {
        var view = ScreenView(title: { title(in: scene, room: $0) }, body: body(in: scene))
        view.cursor = cursor(column: 0)
        view.status = status(in: scene)
        view.said = ConfigurationRows(screen: self, scene: scene, pane: scene.display.leftPane(isFocused: scene.isOnTop)).said
        view.filterCount = filterCount(of: scene.session.account.inventory.listed.count, in: scene.session)
        view.filterMistake = list.filter.mistake
        view.hints = scene.hints(
            .open, .list(.mark), .list(.markAll), .list(.filter), .list(.plan), .program(.help), .program(.quit), .program(.results),
            .list(.sort), .refresh)
        return view
    }

    /// The configurations, and on a wide terminal a line and what the cursor is on beside them.
    private func body(in scene: Scene) -> [Line] {
        let pane = scene.display.leftPane(isFocused: scene.isOnTop)
        let left = ConfigurationRows(screen: self, scene: scene, pane: pane).lines
        guard scene.display.hasTwoPanes else { return left }
        let right = preview.map { $0.lines(in: scene, scene.display.rightPane(isFocused: false)) } ?? []
        return (0..<max(left.count, right.count)).map { row in
            Line(pane.divided(row < left.count ? left[row] : .empty).spans + (row < right.count ? right[row].spans : []))
        }
    }

    /// Whether a listing is in progress, and what the pane beside shows.
    private func title(in scene: Scene, room: Int) -> String {
        let session = scene.session
        let isListing = session.account.inventory.isLoading && session.connection.isReady
        let listing = isListing ? [session.account.listingWait == nil ? "listing" : "listing, waiting"] : []
        let beside = scene.display.hasTwoPanes ? preview.map { [$0.title(in: session, room: room - (listing.isEmpty ? 0 : 18))] } ?? [] : []
        return (listing + beside).joined(separator: "  ")
    }
}

/// Headings and rows of the list of configurations.
private struct ConfigurationRows {
    let screen: ConfigurationsScreen
    let scene: Scene
    let pane: Pane

    /// What one column says of a configuration.
    private enum Field { case scope, schedule, events, rules, associations, marked, name }

    private var inventory: Inventory { scene.session.account.inventory }
    private var page: Page { Page(columns: pane.width) }

    /// The headings, and the rows that are seen; or why there are none.
    var lines: [Line] {
        let (list, columns) = (screen.list, columns)
        let headings = [Column.headings(columns.map(\.column), gutter: Page.gutter, sorted: SortedColumn(list.order))]
        if let empty { return headings + empty }
        let range = list.range
        let emphasis = list.filter.emphasis
        let name = ColumnCells(kind: .configuration, cells: Page.gutter..<Page.gutter + (columns.first?.column.width ?? 0))
        let lines = list.visibleRows(height: scene.display.listHeight).map { row in
            line(of: row, screen.mark(of: row, in: range), columns).emphasizing(row < list.headRows ? [] : emphasis, columns: [name])
        }
        return headings + lines
            + (list.rows.isEmpty && list.isNarrowed ? screen.nothingShown("configurations", in: scene.session, page) : [])
    }

    /// Why there are no configurations, and what to do; nothing when there are some.
    private var empty: [Line]? {
        if let problem = Self.problem(in: scene.session) { return lines(of: problem) }
        if inventory.configurationsState == .complete, inventory.listed.isEmpty {
            return page.paragraph("No scan configurations in \(scene.session.identity.region ?? "this region").", .warning)
                + page.paragraph(
                    "Is this the right account and region? \(scene.session.key(.program(.profiles))) changes profile and region, \(scene.session.key(.refresh)) lists again.",
                    .text)
        }
        return scene.session.connection.state == .connecting ? [] : nil
    }

    /// What is shown instead of the rows: why there is no connection, or nothing could be listed.
    static func problem(in session: Session) -> Problem? {
        let inventory = session.account.inventory
        if case .failed(let problem) = session.connection.state { return problem }
        guard case .failed(let error) = inventory.configurationsState, inventory.listed.isEmpty else { return nil }
        return Problem("Listing scan configurations", error, in: session)
    }

    /// The sentence that stands instead of the rows, when all of it is seen.
    var said: String? {
        guard let problem = Self.problem(in: scene.session), sentence(of: problem).count < scene.display.textHeight else { return nil }
        return problem.sentence
    }

    private func lines(of problem: Problem) -> [Line] {
        sentence(of: problem) + [Line.empty]
            + page.paragraph(
                "\(scene.session.key(.refresh)) tries again, \(scene.session.key(.program(.profiles))) changes profile and region, \(scene.session.key(.program(.quit))) quits.",
                .dim)
    }

    private func sentence(of problem: Problem) -> [Line] {
        [Line.empty] + page.paragraph(problem.context, .failed) + page.paragraph(problem.sentence, .text)
    }

    /// The name gets the room there is; what matters least gives way first.
    private var columns: [(field: Field, column: Column)] {
        var fixed: [(field: Field, column: Column)] = [
            (.scope, Column(title: "SCOPE", width: 7)), (.schedule, Column(title: "SCHEDULE", width: 8)),
            (.events, Column(title: "ON", width: 7)), (.rules, Column(title: "RULES", width: 12)),
            (.associations, Column(title: "ASSOC", width: 8, isRightAligned: true)),
            (.marked, Column(title: "MARKED", width: 7, isRightAligned: true)),
        ]
        if pane.width < 80 { fixed.removeAll { $0.field == .events || $0.field == .rules } }
        if pane.width < 60 { fixed.removeAll { $0.field == .schedule } }
        let taken = fixed.reduce(Page.gutter + 1) { $0 + $1.column.width + 1 }
        return [(.name, Column(title: "CONFIGURATION", width: min(60, pane.width - taken)))] + fixed
    }

    private func line(of row: Int, _ mark: RowMark, _ columns: [(field: Field, column: Column)]) -> Line {
        if let head = screen.headRow(at: row), case .view(let view) = head { return line(of: view, mark, columns) }
        let number = screen.list.item(at: row)
        let marked = number.map { scene.session.account.marks.count(in: $0) } ?? scene.session.account.marks.count
        let isFailed = number.map { scene.session.account.failures.count(in: $0) > 0 } ?? false
        let cells = columns.map { field, column in column.cell(number.map { cell(field, $0, marked) } ?? allCell(field, marked)) }
        let style: Style = isFailed ? .failed : marked > 0 || mark.isInRange ? .marked : .text
        let glyph = isFailed ? "✗ " : mark.isInRange ? "+ " : marked == 0 ? "  " : marked < associationCount(of: number) ? "○ " : "● "
        return Line([mark.cursor(pane), Span(glyph + cells.joined(), style)])
    }

    /// A question about the account: its name has the room of the columns that say nothing of it.
    private func line(of view: CoverageView, _ mark: RowMark, _ columns: [(field: Field, column: Column)]) -> Line {
        let members = scene.session.account.views[view] ?? AccountViews.nothingKnown
        let marked = scene.session.account.marks.count(of: members.projects)
        let before = columns.prefix { $0.field != .associations }.reduce(0) { $0 + $1.column.width + 1 }
        let cells = columns.compactMap { field, column -> String? in
            switch field {
            case .name, .scope, .schedule, .events, .rules: nil
            case .associations: column.cell(count(of: view, members))
            case .marked: column.cell(marked == 0 ? "" : marked.grouped)
            }
        }
        let isEmpty = members.projects.isEmpty
        let name = view.name(room: before - 1).padded(to: before)
        return Line([mark.cursor(pane), Span("  " + name + cells.joined(), isEmpty ? .dim : marked > 0 ? .marked : .text)])
    }

    /// How many associations or projects a view opens: "+" where there may be more, "?" where nothing is proven.
    private func count(of view: CoverageView, _ members: ViewMembers) -> String {
        let count = view == .withoutConfiguration ? members.projects.count : inventory.associationCount(of: members.projects)
        if members.isProven { return count.grouped }
        return count > 0 ? count.grouped + "+" : inventory.coverageState == .loading || inventory.isLoading ? "" : "?"
    }

    private func associationCount(of number: ConfigurationNumber?) -> Int {
        number.map { inventory.entries[Int($0)].associations.count } ?? inventory.associationCount
    }

    private func allCell(_ field: Field, _ marked: Int) -> String {
        switch field {
        case .name: "All configurations"
        case .associations: inventory.associationCount.grouped + (inventory.isComplete ? "" : "+")
        case .marked: marked == 0 ? "" : marked.grouped
        case .scope, .schedule, .events, .rules: ""
        }
    }

    private func cell(_ field: Field, _ number: ConfigurationNumber, _ marked: Int) -> String {
        let entry = inventory.entries[Int(number)]
        switch field {
        case .name: return entry.configuration.name.terminalSafe
        case .scope: return entry.configuration.scopeText
        case .schedule: return entry.configuration.scheduleText
        case .events: return entry.configuration.eventsText
        case .rules: return entry.configuration.ruleSetCategories.joined(separator: " ").terminalSafe
        case .associations: return entry.associations.count.grouped + entry.state.countSuffix
        case .marked: return marked == 0 ? "" : marked.grouped
        }
    }
}

extension ListingState {
    /// Whether the listing ended early.
    var isFailed: Bool {
        if case .failed = self { true } else { false }
    }

    /// "+" after a count that may still grow, "!" after one that could not be completed.
    var countSuffix: String {
        switch self {
        case .complete: ""
        case .loading: "+"
        case .failed: "!"
        }
    }
}

extension ScanConfiguration {
    /// "all" for a default configuration, "general" for others, "org" before either when the organization owns it.
    var scopeText: String {
        switch (isOrganizationLevel, isDefault) {
        case (true, true): "org all"
        case (true, false): "org"
        case (false, true): "all"
        case (false, false): "general"
        }
    }

    var scheduleText: String {
        (periodicScanFrequency ?? "").lowercased().terminalSafe
    }

    var eventsText: String {
        (continuousIntegrationScanSupportedEvents ?? []).map { $0 == "PULL_REQUEST" ? "pr" : $0.lowercased() }
            .sorted { ($0 == "push" ? 0 : 1) < ($1 == "push" ? 0 : 1) }.joined(separator: " ").terminalSafe
    }
}
