import BitCollections
import InspectorCore
import Terminal
import TextSafety

extension ConfigurationsScreen {
    func view(in scene: Scene) -> ScreenView {
        let pane = pane(in: scene, isFocused: scene.isOnTop)
        var panes = [pane]
        if scene.display.hasTwoPanes { panes.append(preview?.pane(in: scene, isFocused: false) ?? emptyPane(in: scene)) }
        if let details = scene.display.detailsPane { panes.append(PaneContent(details, self.details(in: scene.session, details))) }
        var view = ScreenView(title: { title(in: scene, room: $0) }, body: panes.sideBySide(height: scene.display.textHeight))
        view.position = list.position
        let rows = ConfigurationRows(screen: self, scene: scene, pane: pane.pane)
        if rows.saysWhyThereAreNone { view.park(from: 1) } else { view.cursor = cursor(column: 0) }
        view.status = status(in: scene)
        view.said = rows.said
        view.filterCount = filterCount(of: scene.session.account.inventory.listed.count, in: scene.session)
        view.filterMistake = list.filter.mistake
        view.hints = scene.hints(
            .open, .list(.mark), .list(.markAll), .list(.filter), .list(.plan), .program(.help))
        view.hints += scene.hints(.program(.quit), as: scene.session.isFleet ? "back" : nil)
        view.hints += scene.hints(.program(.results), .list(.sort), .refresh)
        return view
    }

    /// Why there are no configurations, for a page that is heard.
    func emptyPage(in scene: Scene) -> [Line] {
        ConfigurationRows(
            screen: self, scene: scene, pane: Pane(column: 0, width: Display.heardColumns, isFocused: true)
        ).empty ?? []
    }

    /// The configurations as a pane, alone or beside their associations.
    func pane(in scene: Scene, isFocused: Bool) -> PaneContent {
        let pane = scene.display.leftPane(isFocused: isFocused)
        let rows = ConfigurationRows(screen: self, scene: scene, pane: pane)
        return PaneContent(pane, rows.lines, bar: list.bar(height: scene.display.listHeight))
    }

    /// The pane beside while there is nothing to show.
    private func emptyPane(in scene: Scene) -> PaneContent {
        let pane = scene.display.rightPane(isFocused: false)
        let heading = Line(" ASSOCIATIONS".padded(to: pane.width), .header)
        return PaneContent(
            pane, [heading] + Page(columns: pane.width).block("The associations of a configuration are listed here.", .dim))
    }

    /// The details of the row where the cursor rests.
    private func details(in session: Session, _ pane: Pane) -> [Line] {
        let facts = FactSheet(session, Page(columns: pane.width))
        if session.account.inventory.listed.isEmpty { return facts.pane(nil) }
        if let number = list.item(at: list.settledRow) { return facts.pane(facts.configuration(number)) }
        return facts.pane(headRow(at: list.settledRow).map { facts.headRow($0) })
    }

    /// Whether a listing is in progress, and what the pane beside shows.
    private func title(in scene: Scene, room: Int) -> String {
        let session = scene.session
        let isListing = session.account.inventory.isLoading && session.connection.isReady
        let listing = isListing ? session.account.listingWait == nil ? "listing" : "listing, waiting" : ""
        guard scene.display.hasTwoPanes, let preview else { return listing }
        let beside = preview.title(in: session, room: room - (isListing ? 18 : 0))
        return isListing ? listing + "  " + beside : beside
    }
}

/// Headings and rows of the list of configurations.
private struct ConfigurationRows {
    let screen: ConfigurationsScreen
    let scene: Scene
    let pane: Pane

    /// What one column says of a configuration.
    private enum Field { case name, session, scope, schedule, associations, room, marked }

    private var inventory: Inventory { scene.session.account.inventory }
    private var page: Page { Page(columns: pane.width) }

    /// The headings, and the rows that are seen; or why there are none.
    var lines: [Line] {
        let (list, columns) = (screen.list, columns)
        let headings = [Column.headings(columns.map(\.column), gutter: ProjectLayout.gutter, sorted: SortedColumn(list.order))]
        if let empty { return headings + empty }
        let range = list.range
        let (emphasis, cursor) = (list.filter.emphasis, scene.rowCursor(isFocused: pane.isFocused))
        let name = ColumnCells(.configuration, at: ProjectLayout.gutter, width: columns.first?.column.width ?? 0)
        let lines = list.visibleRows(height: scene.display.listHeight).map { row in
            let mark = screen.mark(of: row, in: range)
            let line = line(of: row, mark, columns).emphasizing(row < list.headRows ? [] : emphasis, columns: [name])
            return mark.isCurrent ? cursor.on(line, columns: barWidth(on: row, columns)) : line
        }
        return headings + lines
            + (list.rows.isEmpty && list.isNarrowed ? screen.nothingShown("configurations", in: scene.session, page) : [])
    }

    /// Why there are no configurations, and what to do; nothing when there are some.
    var empty: [Line]? {
        if let problem = Self.problem(in: scene.session) { return lines(of: problem) }
        if inventory.configurationsState == .complete, inventory.listed.isEmpty {
            if scene.session.isFleet {
                let place = scene.session.identity.region ?? "these sessions"
                return page.paragraph("No scan configurations in \(place). \(scene.session.key(.refresh)) lists again.", .warning)
            }
            return page.paragraph("No scan configurations in \(scene.session.identity.region ?? "this region").", .warning)
                + page.paragraph(
                    "Is this the right account and region? \(scene.session.key(.program(.profiles))) changes profile and region, \(scene.session.key(.refresh)) lists again.",
                    .text)
        }
        return scene.session.connection.state == .connecting ? [] : nil
    }

    /// Whether there are words in place of the rows.
    var saysWhyThereAreNone: Bool { empty.map { !$0.isEmpty } ?? false }

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
                "\(problem.asksToSignIn ? "\(scene.session.key(.program(.signIn))) signs in, " : "")\(scene.session.key(.refresh)) tries again, \(changes)\(scene.session.key(.program(.quit))) \(scene.session.isFleet ? "goes back" : "quits").",
                .dim)
    }

    private var changes: String {
        scene.session.isFleet ? "" : "\(scene.session.key(.program(.profiles))) changes profile and region, "
    }

    private func sentence(of problem: Problem) -> [Line] {
        [Line.empty] + page.paragraph(problem.context, .failed) + page.paragraph(problem.sentence, .text)
    }

    /// The name gets the room there is. SCHEDULE gives way where the list is narrow: the details beside say it then, with the events and the
    /// rules, which are the same for most configurations.
    private var columns: [(field: Field, column: Column)] {
        let counts = max(7, (inventory.associationCount.grouped + "+").count)
        var fixed: [(field: Field, column: Column)] = [
            (.scope, Column(title: "SCOPE", width: hasWholeScope ? Self.wholeScope : 7)), (.schedule, Column(title: "SCHEDULE", width: 8)),
            (.associations, Column(title: "ASSOC", width: counts, isRightAligned: true)),
            (.marked, Column(title: "MARKED", width: max(7, counts - 1), isRightAligned: true)),
        ]
        let isTight = inventory.listed.contains { inventory.entries[Int($0)].scarceRoom() != nil }
        if isTight { fixed.insert((.room, Column(title: "ROOM", width: 6, isRightAligned: true)), at: 3) }
        if pane.width < (isTight ? 64 : 56) { fixed.removeAll { $0.field == .schedule } }
        if let session = sessionColumn {
            fixed.removeAll { $0.field == .schedule || $0.field == .scope && pane.width < 76 }
            fixed.insert((.session, session), at: 0)
        }
        let taken = fixed.reduce(ProjectLayout.gutter + 1) { $0 + $1.column.width + 1 }
        return [(.name, Column(title: "CONFIGURATION", width: min(60, pane.width - taken), keepsEnd: true))] + fixed
    }

    /// Where configurations of several sessions are listed together, the column that tells them apart.
    private var sessionColumn: Column? {
        guard scene.session.shown == nil else { return nil }
        let longest = scene.session.seats.map(\.name.terminalSafe.displayWidth).max() ?? 0
        return Column(title: "SESSION", width: max(7, min(pane.width < 60 ? 16 : 26, longest)), keepsEnd: true)
    }

    /// Whether SCOPE has room for what the console calls the scopes.
    private var hasWholeScope: Bool { pane.width >= 96 }

    /// "Organization, all repositories".
    private static let wholeScope = 30

    /// How many cells the cursor's bar takes.
    private func barWidth(on row: Int, _ columns: [(field: Field, column: Column)]) -> Int {
        let isView = if case .view = screen.headRow(at: row) { true } else { false }
        let room = columns.prefix { isView ? $0.field != .associations : $0.field == .name }.reduce(0) { $0 + $1.column.room }
        return RowCursor.columns(over: name(of: row).clipped(to: room), gutter: ProjectLayout.gutter, width: room)
    }

    private func name(of row: Int) -> String {
        if let number = screen.list.item(at: row) { return inventory.entries[Int(number)].configuration.name.terminalSafe }
        switch screen.headRow(at: row) {
        case .view(let view): return view.name()
        case .everything, nil: return "All configurations"
        }
    }

    private func line(of row: Int, _ mark: RowMark, _ columns: [(field: Field, column: Column)]) -> Line {
        if case .view(let view) = screen.headRow(at: row) { return line(of: view, columns) }
        let number = screen.list.item(at: row)
        let marked = number.map { scene.session.account.marks.count(in: $0) } ?? scene.session.account.shownMarks.count
        let isFailed = number.map { scene.session.account.failures.count(in: $0) > 0 } ?? false
        let sign = mark.isInRange ? "+" : marked == 0 ? " " : marked < associationCount(of: number) ? "○" : "●"
        let glyphs = [Span(sign, .marked), Span(isFailed ? "✗" : " ", .failed), Span(" ")]
        let cells = columns.map { field, column in
            let text = number.map { cell(field, $0, marked) } ?? allCell(field, marked, name(of: row))
            return Span(column.cell(text), style(of: field, isMarked: marked > 0 || mark.isInRange))
        }
        return Line([Span(" ")] + glyphs + cells)
    }

    /// What is the same for most configurations stands back.
    private func style(of field: Field, isMarked: Bool) -> Style {
        switch field {
        case .name: isMarked ? .marked : .text
        case .session, .scope, .schedule: .dim
        case .associations, .room: .text
        case .marked: .marked
        }
    }

    /// A question about the account: its name has the room of the columns that say nothing of it.
    private func line(of view: CoverageView, _ columns: [(field: Field, column: Column)]) -> Line {
        let members = scene.session.account.views[view] ?? AccountViews.nothingKnown
        let account = scene.session.account
        let marked =
            view == .withoutConfiguration
            ? account.projectMarks.intersection(members.projects).count : account.marks.count(of: members.projects)
        let before = columns.prefix { $0.field != .associations }.reduce(0) { $0 + $1.column.width + 1 }
        let cells = columns.compactMap { field, column -> Span? in
            switch field {
            case .name, .session, .scope, .schedule: nil
            case .room: Span(column.cell(""))
            case .associations: Span(column.cell(count(of: view, members)), members.projects.isEmpty ? .dim : .text)
            case .marked: Span(column.cell(marked == 0 ? "" : marked.grouped), .marked)
            }
        }
        let style: Style = members.projects.isEmpty ? .dim : marked > 0 ? .marked : .text
        return Line([Span("    "), Span(view.name(room: before - 1).padded(to: before), style)] + cells)
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

    private func allCell(_ field: Field, _ marked: Int, _ name: String) -> String {
        switch field {
        case .name: name
        case .associations: inventory.associationCount.grouped + (inventory.isComplete ? "" : "+")
        case .marked: marked == 0 ? "" : marked.grouped
        case .session, .scope, .schedule, .room: ""
        }
    }

    private func cell(_ field: Field, _ number: ConfigurationNumber, _ marked: Int) -> String {
        let entry = inventory.entries[Int(number)]
        switch field {
        case .name: return entry.configuration.name.terminalSafe
        case .session: return scene.session[entry.origin].name.terminalSafe
        case .scope: return hasWholeScope ? entry.configuration.scopeWords : entry.configuration.scopeText
        case .schedule: return entry.configuration.scheduleText
        case .associations: return entry.associations.count.grouped + entry.state.countSuffix
        case .room: return entry.scarceRoom()?.grouped ?? ""
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

    /// The same in the console's words: "All repositories", "General", "Organization".
    var scopeWords: String {
        switch (isOrganizationLevel, isDefault) {
        case (true, true): "Organization, all repositories"
        case (true, false): "Organization"
        case (false, true): "All repositories"
        case (false, false): "General"
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
