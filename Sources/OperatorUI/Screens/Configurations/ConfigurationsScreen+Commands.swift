import InspectorCore
import Terminal
import TextSafety

extension ConfigurationsScreen {
    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .list(let command): availability(of: command, in: session, on: display)
        case .copy: .when(list.current != nil, else: "\(session.key(.copy)) copies a configuration's ARN: move to one first.")
        case .export: .when(!associations(inRows: nil, in: session).isEmpty, else: "There is nothing to export.")
        case .move, .open, .back, .refresh, .run, .program: usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): move(motion, on: display)
        case .open: goToOtherPane(in: &session, on: display)
        case .back: widen(in: session, on: display) ? [] : firstScreen(in: session)
        case .list(let command): perform(command, in: &session, on: display)
        case .copy: copy(in: session)
        case .export: Export.prompt(associations(inRows: nil, in: session), in: session)
        case .refresh, .run, .program: performUsual(command, in: &session)
        }
    }

    /// Esc on the first screen; among several sessions the list of them is below.
    private func firstScreen(in session: Session) -> [Action] {
        session.isFleet ? [.close] : [.inform("This is the first screen. \(session.key(.program(.quit))) quits.")]
    }

    private func copy(in session: Session) -> [Action] {
        guard let current = list.current else { return [] }
        let configuration = session.account.inventory.entries[Int(current)].configuration
        return CopyScreen.offer(CopyChoice.choices(of: configuration, marked: session.account.marks.count))
    }

    var rangeRefusal: String? { list.current == nil ? "A range must start on a configuration: move to one first." : nil }

    var emptyReason: String { "There is no configuration to mark." }

    mutating func goToOtherPane(in session: inout Session, on display: Display) -> [Action] {
        switch headRow {
        case .view(.withoutConfiguration)?: return [.push(.unconfigured(UnconfiguredScreen(in: &session, on: display)))]
        case .view(.scanFailing)? where session.account.inventory.failingReasons().count > 1:
            return [.push(.reasons(ReasonsScreen(in: session, on: display)))]
        case .view?, .everything?, nil: return [.push(.projects(takePreview(in: &session, on: display)))]
        }
    }

    func columnsScreen(in session: Session, on display: Display) -> ColumnsScreen {
        ColumnsScreen(.associations(hasSeveralConfigurations: list.current == nil), order: nil)
    }

    func sortColumns(alsoHidden: Bool, in session: Session, on display: Display) -> [ConfigurationColumn] {
        ConfigurationColumn.allCases.filter { column in
            switch column {
            case .service, .name, .associations: true
            case .marked: !session.account.marks.isEmpty
            case .failures: session.account.failures.hasFailures
            }
        }
    }

    func associations(inRows range: ClosedRange<Int>?, in session: Session) -> AssociationRows {
        let rows = range.map { $0.compactMap(list.item(at:)) } ?? list.rows
        return AssociationRows(rows.flatMap(session.account.inventory.associationIDs))
    }

    func hiddenMarks(in session: Session) -> Marks {
        guard list.hiddenMarks > 0 else { return Marks() }
        var marks = session.account.shownMarks
        marks.remove(MarkableRows(associations(inRows: nil, in: session), in: session.account.inventory))
        return marks
    }

    func failedRows(in session: Session) -> [Int] {
        (0..<list.count).filter { list.item(at: $0).map { session.account.failures.count(in: $0) > 0 } ?? false }
    }

    mutating func markCurrent(in session: inout Session, on display: Display) -> [Action] {
        defer { _ = list.move(.down, height: display.listHeight) }
        guard let current = list.current else {
            return [.warn("Enter shows these associations, and \(session.key(.list(.markAll))) marks them there.")]
        }
        let all = session.account.inventory.associationIDs(of: current)
        let ids = all.filter(session.account.inventory.isMarkable)
        if ids.isEmpty { return [.inform("No project is associated with this configuration.")] }
        let isMarked = session.account.marks.count(in: current) == ids.count
        for id in ids { if isMarked { session.account.marks.remove(id) } else { session.account.marks.insert(id) } }
        recomputePreviewForMarks(in: session, on: display)
        if session.account.inventory.entries[Int(current)].state == .loading {
            return [.warn("Marked the associations listed so far. The listing is still in progress.")]
        }
        let left = all.count - ids.count
        if isMarked || left == 0 { return [] }
        return [.warn("\(left.counted("row")) \(left == 1 ? "matches" : "match") no project and cannot be marked.")]
    }
}

extension Inventory {
    /// Whether the association exists and is one of a project, so that it can be disassociated.
    func isMarkable(_ id: AssociationID) -> Bool {
        entries[Int(id.configuration)].contains(id.resource) && resources.isProject(id.resource)
    }
}
