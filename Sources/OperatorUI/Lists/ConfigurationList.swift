package import InspectorCore

/// The list of configurations; row 0 stands for all of them.
package struct ConfigurationList: Hashable, Sendable {
    /// What is typed to see less.
    package internal(set) var filter = Filter()
    /// The order of the rows.
    package internal(set) var order = SortOrder<ConfigurationColumn>(.service)
    /// Whether only configurations with marks are shown.
    package internal(set) var showsMarkedOnly = false
    /// The configurations that are shown below row 0.
    package internal(set) var rows: [ConfigurationNumber] = []
    /// Marked associations of configurations that are not shown.
    package internal(set) var hiddenMarks = 0
    /// Where the operator is.
    package internal(set) var viewport = Viewport()
    var anchor: ConfigurationNumber?
    var rangeStart: ConfigurationNumber?

    /// The list's first row.
    package init() {}

    /// Rows with the one for all.
    package var count: Int { rows.count + 1 }

    /// The configuration under the cursor; none on row 0.
    package var current: ConfigurationNumber? { configuration(at: viewport.cursor) }

    /// Whether less than everything is shown.
    package var isNarrowed: Bool { !filter.isEmpty || showsMarkedOnly }

    /// The configuration of a row; none on row 0.
    func configuration(at row: Int) -> ConfigurationNumber? {
        rows.indices.contains(row - 1) ? rows[row - 1] : nil
    }

    /// The rows from the start of the range to the cursor. Row 0 is never among them: it stands for no configuration.
    var range: ClosedRange<Int>? {
        guard let rangeStart, let start = rows.firstIndex(of: rangeStart) else { return nil }
        let end = min(max(1, viewport.cursor), rows.count)
        return min(start + 1, end)...max(start + 1, end)
    }

    /// Goes to the first configuration, from the row of all to that row, and gives up a range.
    mutating func goToTop() {
        viewport.top = 0
        viewport.cursor = min(1, viewport.cursor)
        (anchor, rangeStart) = (nil, nil)
    }

    /// Moves by the operator's hand: the cursor now belongs to the row it is on.
    mutating func move(to row: Int, height: Int) {
        viewport.move(to: row, count: count, height: height)
        anchor = current
    }

    /// Moves as a key says.
    mutating func move(_ motion: Motion, height: Int) {
        viewport.move(motion, count: count, height: height)
        anchor = current
    }
}

extension ConfigurationList {
    /// Computes the rows anew; the cursor stays on its configuration.
    mutating func refresh(_ facts: ListFacts, height: Int) {
        let all = ordered(facts)
        rows = isNarrowed ? all.filter { isShown($0, facts) } : all
        hiddenMarks = isNarrowed ? facts.marks.count - rows.reduce(0) { $0 + facts.marks.count(in: $1) } : 0
        let row = anchor.flatMap { rows.firstIndex(of: $0) }
        if let row {
            viewport.follow(to: row + 1, count: count, height: height)
        } else {
            viewport.move(to: viewport.cursor, count: count, height: height)
        }
        if anchor.map({ !all.contains($0) }) ?? false { anchor = current }
    }

    private func isShown(_ number: ConfigurationNumber, _ facts: ListFacts) -> Bool {
        if showsMarkedOnly, facts.marks.count(in: number) == 0 { return false }
        let configuration = facts.inventory.entries[Int(number)].configuration
        return filter.matches([configuration.name, configuration.scanConfigurationArn])
    }

    private func ordered(_ facts: ListFacts) -> [ConfigurationNumber] {
        let listed = facts.inventory.listed
        let rows =
            switch order.column {
            case .service: listed
            case .name:
                listed.map { (facts.inventory.entries[Int($0)].configuration.name.lowercased(), $0) }.sorted { $0 < $1 }.map(\.1)
            case .associations: Self.most(listed) { facts.inventory.entries[Int($0)].associations.count }
            case .marked: Self.most(listed) { facts.marks.count(in: $0) }
            case .failures: Self.most(listed) { facts.failures.count(in: $0) }
            }
        return order.isReversed ? rows.reversed() : rows
    }

    private static func most(_ numbers: [ConfigurationNumber], _ count: (ConfigurationNumber) -> Int) -> [ConfigurationNumber] {
        numbers.enumerated().map { (-count($1), $0, $1) }.sorted { $0 < $1 }.map(\.2)
    }
}
