import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Headings and rows of the list of configurations.
    func configurationLines(_ list: ConfigurationList, _ pane: Pane) -> [Line] {
        let columns = configurationColumns(pane.width)
        var lines = [Column.headings(columns.map(\.column), gutter: Self.gutter, sorted: SortedColumn(list.order))]
        if let empty = emptyConfigurations(pane.width) { return lines + empty }
        let range = list.range
        for row in list.viewport.top..<max(list.viewport.top, min(list.count, list.viewport.top + listHeight)) {
            let isInRange = range?.contains(row) ?? false
            lines.append(configurationLine(row, list, RowMark(isCurrent: row == list.viewport.cursor, isInRange: isInRange), columns, pane))
        }
        return list.count == 1 && list.isNarrowed
            ? lines + nothingShown("configurations", list.filter, list.showsMarkedOnly, pane.width) : lines
    }

    /// Columns left of a row for the cursor's and the mark's glyph.
    static let gutter = 3

    /// What one column says of a configuration.
    private enum Field { case scope, schedule, events, rules, associations, marked, name }

    /// The name gets the room there is; what matters least gives way first.
    private func configurationColumns(_ width: Int) -> [(field: Field, column: Column)] {
        var fixed: [(field: Field, column: Column)] = [
            (.scope, Column(title: "SCOPE", width: 7)), (.schedule, Column(title: "SCHEDULE", width: 8)),
            (.events, Column(title: "ON", width: 7)), (.rules, Column(title: "RULES", width: 12)),
            (.associations, Column(title: "ASSOC", width: 8, isRightAligned: true)),
            (.marked, Column(title: "MARKED", width: 7, isRightAligned: true)),
        ]
        if width < 80 { fixed.removeAll { $0.field == .events || $0.field == .rules } }
        if width < 60 { fixed.removeAll { $0.field == .schedule } }
        let taken = fixed.reduce(Self.gutter + 1) { $0 + $1.column.width + 1 }
        return [(.name, Column(title: "CONFIGURATION", width: min(60, width - taken)))] + fixed
    }

    private func configurationLine(
        _ row: Int, _ list: ConfigurationList, _ mark: RowMark, _ columns: [(field: Field, column: Column)], _ pane: Pane
    ) -> Line {
        let number = list.configuration(at: row)
        let marked = number.map { marks.count(in: $0) } ?? marks.count
        let isFailed = number.map { failures.count(in: $0) > 0 } ?? false
        let cells = columns.map { field, column in column.cell(number.map { cell(field, $0, marked) } ?? allCell(field, marked)) }
        let style: Style = isFailed ? .failed : marked > 0 || mark.isInRange ? .marked : .text
        let glyph =
            isFailed
            ? "✗ "
            : mark.isInRange
                ? "+ "
                : marked == 0
                    ? "  "
                    : marked < (number.map { inventory.entries[Int($0)].associations.count } ?? inventory.associationCount) ? "○ " : "● "
        return Line([mark.cursor(pane), Span(glyph + cells.joined(), style)])
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
