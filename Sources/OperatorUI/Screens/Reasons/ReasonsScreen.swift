import InspectorCore
import Terminal
import TextSafety

/// Why scans do not come about, with how many associations each reason stands for; the row above stands for all.
struct ReasonsScreen: ListScreen {
    var list = List([String](), sortedBy: Unsorted.asGiven, headRows: 1)
    /// How many associations each reason stands for.
    @Cached private(set) var counts: [String: Int] = [:]

    var screen: Screen { .reasons(self) }

    init(in session: Session, on display: Display) {
        rowsChanged(in: session, on: display)
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): return move(motion, on: display)
        case .open:
            let view = list.current.map(CoverageView.scanFailingBecause) ?? .scanFailing
            return [.push(.projects(ProjectsScreen(.view(view), in: &session, on: display)))]
        case .back, .refresh, .copy, .export, .list, .run, .program: return performUsual(command, in: &session)
        }
    }

    mutating func rowsChanged(in session: Session, on display: Display) {
        let inventory = session.account.inventory
        let reasons = inventory.failingReasons()
        counts = Dictionary(uniqueKeysWithValues: reasons.map { ($0.reason, inventory.associationCount(of: $0.members.projects)) })
        list.show(reasons.map(\.reason), of: reasons.map(\.reason), height: display.listHeight)
    }
}

extension ReasonsScreen {
    func view(in scene: Scene) -> ScreenView {
        let isProven = scene.session.account.members(of: .scanFailing, now: scene.session.now).isProven
        let columns = [
            Column(title: "REASON", width: min(48, scene.display.size.columns - 16)),
            Column(title: "ASSOC", width: 8, isRightAligned: true),
        ]
        let lines =
            [Column.headings(columns, gutter: Page.gutter)]
            + list.visibleRows(height: scene.display.listHeight).map { row in
                self.row(row, line(of: row, columns, isProven), in: scene, barOver: name(of: row).clipped(to: columns[0].width))
            }
        var view = view(titled: "scan failing", lines, in: scene)
        view.hints = scene.hints(.open) + scene.hints(.back)
        return view
    }

    private func name(of row: Int) -> String { list.item(at: row)?.terminalSafe ?? "All reasons" }

    private func line(of row: Int, _ columns: [Column], _ isProven: Bool) -> Line {
        let count = list.item(at: row).map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
        let cells = columns[0].cell(name(of: row)) + columns[1].cell(count.grouped + (isProven ? "" : "+"))
        return Line(String(repeating: " ", count: Page.gutter) + cells)
    }
}
