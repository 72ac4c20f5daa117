import InspectorCore
import Terminal
import TextSafety

/// What can be copied of the row below, where that is more than one thing.
struct CopyScreen: ListScreen {
    var list: List<[CopyChoice], Unsorted>

    var screen: Screen { .copy(self) }

    /// c: copies what there is, or asks which of several things.
    static func offer(_ choices: [CopyChoice]) -> [Action] {
        if choices.count == 1, case .text(let text) = choices[0].value { return Export.copy(text) }
        return [.push(.copy(CopyScreen(list: List(choices, sortedBy: .asGiven))))]
    }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .copy: .enabled
        case .move, .open, .back, .refresh, .export, .list, .run, .program: usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): move(motion, on: display)
        case .open: list.current.map { copy($0, in: session) } ?? []
        case .copy: list.rows.first.map { copy($0, in: session) } ?? []
        case .back, .refresh, .export, .list, .run, .program: performUsual(command, in: &session)
        }
    }

    mutating func answer(_ key: Terminal.Key, in session: inout Session, on display: Display) -> [Action]? {
        guard case .character(let letter) = key else { return nil }
        return list.rows.first { $0.letter == letter }.map { copy($0, in: session) }
    }

    private func copy(_ choice: CopyChoice, in session: Session) -> [Action] {
        switch choice.value {
        case .text(let text): [.close] + Export.copy(text)
        case .markedIDs: [.close] + Export.copyIDs(of: session.account.markedTargets)
        }
    }
}

extension CopyScreen {
    func view(in scene: Scene) -> ScreenView {
        var view = ScreenView(
            title: "copy",
            body: [Line("   KEY  WHAT                  TEXT", .header)]
                + list.visibleRows(height: scene.display.listHeight).map { row in
                    self.row(row, line(of: row, columns: scene.display.size.columns), in: scene, barOver: "     " + list.rows[row].title)
                })
        view.cursor = cursor(column: 0)
        view.hints = list.rows.map { Hint(String($0.letter), $0.title) } + scene.hints(.open, as: "copy") + scene.hints(.back)
        return view
    }

    private func line(of row: Int, columns: Int) -> Line {
        let choice = list.rows[row]
        let start = [
            Span("   "), Span(String(choice.letter).padded(to: 5), .key),
            Span(choice.title.padded(to: 22)),
        ]
        let text =
            switch choice.value {
            case .text(let text): text
            case .markedIDs(let count): "of \(count.counted("association"))"
            }
        return Line(start + [Span(text.clippedInMiddle(to: columns - Line(start).displayWidth), .dim)])
    }
}

extension Account {
    /// What is marked, in the order of the configurations.
    fileprivate var markedTargets: [PlanTarget] { marks.ids.map(target) }

    /// An association with its names as far as they are known.
    func target(of id: AssociationID) -> PlanTarget {
        PlanTarget(
            association: inventory.association(id), configurationName: inventory.entries[Int(id.configuration)].configuration.name,
            projectName: inventory.projectName(of: id.resource))
    }
}
