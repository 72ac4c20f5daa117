import InspectorCore
import Terminal
import TextSafety

extension DestinationsScreen {
    func view(in scene: Scene) -> ScreenView {
        let rows = DestinationRows(self, in: scene)
        var view = view(titled: title, rows.lines, in: scene, details: scene.display.detailsPane.map { details(in: scene.session, $0) })
        view.status = status(in: scene.session)
        view.hints = scene.workingHints(.open, on: self, as: "choose") + scene.hints(.list(.filter), as: "find") + scene.hints(.back)
        return view
    }

    /// What the projects are associated for.
    var title: String {
        switch purpose {
        case .plan: "cover \(projects.count.counted("project")) with"
        case .list: "associate \(projects.count.counted("project")) with"
        }
    }

    /// What to know of the configuration under the cursor, in whole words.
    private func status(in session: Session) -> Line {
        guard let destination = destination(at: list.viewport.cursor, in: session) else { return .empty }
        if let reason = destination.refusal { return Line("It cannot be chosen: \(reason).", .warning) }
        let words = destination.remarks
        return Line(words.isEmpty ? "" : "\(words.prefix(1).uppercased())\(words.dropFirst()).", .dim)
    }

    /// The details of the row where the cursor rests.
    private func details(in session: Session, _ pane: Pane) -> [Line] {
        let facts = FactSheet(session, Page(columns: pane.width))
        return facts.pane(list.item(at: list.settledRow).map { facts.configuration($0) })
    }
}

/// Headings and rows of the configurations to choose from.
private struct DestinationRows {
    private let screen: DestinationsScreen
    private let scene: Scene
    private let name: Column
    private let counts: [Column]
    private let facts: [Column]
    private let remark: Column

    /// What a row says of a configuration besides its name and its numbers gives way to the name where the terminal is narrow.
    init(_ screen: DestinationsScreen, in scene: Scene) {
        (self.screen, self.scene) = (screen, scene)
        let (width, entries) = (scene.display.widePane.width, screen.list.all.map { scene.session.account.inventory.entries[Int($0)] })
        let isTight = entries.contains { $0.scarceRoom(for: screen.projects.count) != nil }
        counts =
            [Column(title: "ASSOC", width: 8, isRightAligned: true)]
            + (isTight ? [Column(title: "ROOM", width: 6, isRightAligned: true)] : [])
        facts =
            [Column(title: "SCOPE", width: 7), Column(title: "SCHEDULE", width: 8)]
            + (width < 76 ? [] : [Column(title: "RULES", width: 12)])
        let rest = width - Page.gutter - (counts + facts).reduce(0) { $0 + $1.room } - 1
        let widest = max(13, entries.map { $0.configuration.name.terminalSafe.displayWidth }.max() ?? 0)
        name = Column(title: "CONFIGURATION", width: min(60, rest - 1, max(widest, rest / 2)), keepsEnd: true)
        remark = Column(title: "", width: max(0, rest - name.room))
    }

    var lines: [Line] {
        let headings = [Column.headings([name] + counts + facts, gutter: Page.gutter)]
        let rows = screen.list.visibleRows(height: scene.display.listHeight).map { row in
            screen.row(row, line(of: row), in: scene, barOver: text(of: row).clippedInMiddle(to: name.width))
        }
        return headings + rows + (screen.list.rows.isEmpty ? empty : [])
    }

    private var empty: [Line] {
        let text = screen.list.filter.text
        return scene.page.paragraph(
            text.isEmpty ? "There is no scan configuration here." : "No configuration matches \"\(text)\".", .dim)
    }

    private func text(of row: Int) -> String {
        screen.list.item(at: row).map { entry($0).configuration.name.terminalSafe } ?? "None: associate nothing first"
    }

    private func entry(_ number: ConfigurationNumber) -> ConfigurationEntry { scene.session.account.inventory.entries[Int(number)] }

    private func line(of row: Int) -> Line {
        let start = [Span(String(repeating: " ", count: Page.gutter))]
        guard let number = screen.list.item(at: row), let destination = screen.destination(at: row, in: scene.session) else {
            return Line(start + [Span(text(of: row))])
        }
        let (entry, refusal) = (entry(number), destination.refusal)
        let style: Style = refusal == nil ? .text : .dim
        let room = entry.scarceRoom(for: screen.projects.count)
        let numbers = [entry.associations.count.grouped + entry.state.countSuffix, room?.grouped ?? ""]
        let cells = [Span(name.cell(text(of: row)), style)] + zip(counts, numbers).map { Span($0.cell($1), style) }
        let beside = refusal.map { [Span($0.clipped(to: besideRoom), .dim)] } ?? self.cells(of: entry.configuration, destination)
        let column = ColumnCells(.configuration, at: Page.gutter, width: name.width)
        return Line(start + cells + beside).emphasizing(screen.list.filter.emphasis, columns: [column])
    }

    /// How many cells there are beside the numbers.
    private var besideRoom: Int { facts.reduce(0) { $0 + $1.room } + remark.width }

    private func cells(of configuration: ScanConfiguration, _ destination: Destination) -> [Span] {
        let rules = configuration.ruleSetCategories.joined(separator: " ").terminalSafe
        let words = [configuration.scopeText, configuration.scheduleText, rules]
        return zip(facts, words).map { Span($0.cell($1), .dim) } + [Span(destination.remarks.clipped(to: remark.width), .dim)]
    }
}
