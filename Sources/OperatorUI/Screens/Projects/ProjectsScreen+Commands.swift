import InspectorCore
import Terminal

extension ProjectsScreen {
    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        rowAvailability(of: command, in: session, on: display)
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .open: list.current.map { [.push(.details(DetailsScreen($0)))] } ?? []
        case .copy: list.current.map { CopyScreen.offer(CopyChoice.choices(of: $0, in: session)) } ?? []
        case .export: Export.prompt(list.rows, in: session)
        case .move, .back, .list, .refresh, .run, .program: performOnRows(command, in: &session, on: display)
        }
    }

    var rangeRefusal: String? { nil }

    var emptyReason: String { "There is no row to mark." }

    mutating func goToOtherPane(in session: inout Session, on display: Display) -> [Action] { [.close] }

    func associations(inRows range: ClosedRange<Int>?, in session: Session) -> AssociationRows {
        range.map { range in list.rows.filter { row, _ in range.contains(row) } } ?? list.rows
    }

    func failedRows(in session: Session) -> [Int] {
        var (row, failed) = (0, [Int]())
        let failures = session.account.failures
        list.rows.forEach { id in
            if failures[id]?.isFailure ?? false { failed.append(row) }
            row += 1
        }
        return failed
    }

    mutating func markCurrent(in session: inout Session, on display: Display) -> [Action] {
        guard let current = list.current else { return [] }
        guard session.account.inventory.isMarkable(current) else {
            return session.account.inventory.entries[Int(current.configuration)].contains(current.resource)
                ? [.warn("This row matches no project, so it cannot be marked.")] : [.inform("This association no longer exists.")]
        }
        session.account.marks.toggle(current)
        _ = list.move(.down, height: display.listHeight)
        return []
    }

    /// The columns that are shown and tell rows apart.
    func sortColumns(alsoHidden: Bool, in session: Session, on display: Display) -> [ProjectColumn] {
        let layout = layout(in: session, width: display.rightPane(isFocused: true).width)
        let inventory = session.account.inventory
        let resources = scope.resources(in: session)
        let statuses = RowStatuses(inventory)
        return ProjectColumn.allCases.filter { column in
            guard alsoHidden || layout.shows(column) else { return false }
            return switch column {
            case .name, .id: true
            case .configuration: inventory.listed.count > 1
            case .count: resources.differ { inventory.configurationCount(of: $0) }
            case .lastScan, .scan, .provider, .visibility, .account: resources.differ(in: column, inventory.facts)
            case .status: scope.hasFailures(in: session) || resources.differ { statuses[$0].rawValue }
            }
        }
    }

    func columnsScreen(in session: Session, on display: Display) -> ColumnsScreen {
        ColumnsScreen(.associations(hasSeveralConfigurations: scope.hasSeveralConfigurations), order: list.order)
    }
}

extension AssociationScope {
    fileprivate func resources(in session: Session) -> [ResourceNumber] {
        let inventory = session.account.inventory
        switch self {
        case .all: return (0..<ResourceNumber(inventory.resources.count)).filter { inventory.configurationCount(of: $0) > 0 }
        case .configuration(let number): return inventory.entries[Int(number)].associations
        case .view(let view): return session.account.members(of: view, now: session.now).projects.map { ResourceNumber($0) }
        }
    }

    fileprivate func hasFailures(in session: Session) -> Bool {
        switch self {
        case .all, .view: !session.account.failures.isEmpty
        case .configuration(let number): session.account.failures.ids.contains { $0.configuration == number }
        }
    }
}

extension [ResourceNumber] {
    fileprivate func differ(by value: (ResourceNumber) -> Int) -> Bool {
        guard let first = first.map(value) else { return false }
        return contains { value($0) != first }
    }

    /// Whether the column of facts says different things of them.
    func differ(in column: ProjectColumn, _ facts: ScanFacts) -> Bool {
        switch column {
        case .lastScan:
            guard let first = first.map(facts.scanTime) else { return false }
            return contains { facts.scanTime(of: $0) != first }
        case .scan: return differ { Int(facts.value(.reason, of: $0)) << 16 | Int(facts.value(.statusCode, of: $0)) }
        case .provider: return differ { Int(facts.value(.provider, of: $0)) }
        case .visibility: return differ { Int(facts.value(.visibility, of: $0)) }
        case .account: return differ { Int(facts.value(.account, of: $0)) }
        case .name, .configuration, .id, .count, .status: return true
        }
    }
}
