import InspectorCore
import Terminal

extension State {
    /// Headings and rows of the list of configurations.
    func configurationLines(_ list: ConfigurationList) -> [Line] {
        let columns = configurationColumns
        var lines = [Column.headings(columns, gutter: Self.gutter)]
        if let empty = emptyConfigurations { return lines + empty }
        let rows = inventory.listed.count + 1
        for row in list.viewport.top..<max(list.viewport.top, min(rows, list.viewport.top + listHeight)) {
            lines.append(configurationLine(row, isCurrent: row == list.viewport.cursor, columns))
        }
        return lines
    }

    /// Columns left of a row for the cursor's and the mark's glyph.
    static let gutter = 3

    private var configurationColumns: [Column] {
        var fixed = [
            Column(title: "SCOPE", width: 7), Column(title: "SCHEDULE", width: 8), Column(title: "ON", width: 7),
            Column(title: "RULES", width: 12), Column(title: "PROJECTS", width: 8, isRightAligned: true),
            Column(title: "MARKED", width: 7, isRightAligned: true),
        ]
        if size.columns < 80 { fixed.removeSubrange(2...3) }
        let taken = fixed.reduce(Self.gutter + 1) { $0 + $1.width + 1 }
        return [Column(title: "CONFIGURATION", width: min(60, size.columns - taken))] + fixed
    }

    private func configurationLine(_ row: Int, isCurrent: Bool, _ columns: [Column]) -> Line {
        let number = row == 0 ? nil : inventory.listed[row - 1]
        let marked = number.map { marks.count(in: $0) } ?? marks.count
        let texts = number.map(configurationCells) ?? allConfigurationsCells
        let cells = zip(columns, columns.count == texts.count ? texts : [texts[0], texts[1], texts[2], texts[5], texts[6]])
        let text = cells.map { $0.cell($1) }.joined()
        let failed = number.map(hasFailures) ?? false
        let style: Style = failed ? .failed : marked > 0 ? .marked : .text
        let glyph = failed ? "✗ " : marked > 0 ? "● " : "  "
        return Line([Span(isCurrent ? "▸" : " ", .cursor), Span(glyph + text, style)])
    }

    private func hasFailures(in number: ConfigurationNumber) -> Bool {
        failures.keys.contains { $0.configuration == number }
    }

    private var allConfigurationsCells: [String] {
        let count = inventory.associationCount.grouped + (inventory.isComplete ? "" : "+")
        return ["All configurations", "", "", "", "", count, marks.isEmpty ? "" : marks.count.grouped]
    }

    private func configurationCells(_ number: ConfigurationNumber) -> [String] {
        let entry = inventory.entries[Int(number)]
        let configuration = entry.configuration
        let marked = marks.count(in: number)
        return [
            configuration.name.harmless, configuration.scopeText, configuration.scheduleText, configuration.eventsText,
            configuration.ruleSetCategories.joined(separator: " ").harmless,
            entry.associations.count.grouped + entry.state.countSuffix, marked == 0 ? "" : marked.grouped,
        ]
    }

    private var emptyConfigurations: [Line]? {
        switch (connection, inventory.configurationsState) {
        case (.failed(let problem), _): problemLines(problem)
        case (_, .failed(let error)) where inventory.listed.isEmpty:
            problemLines(Problem(context: "Listing scan configurations", sentence: error.sentence))
        case (_, .complete) where inventory.listed.isEmpty:
            wrapped("No scan configurations in \(session.region ?? "this region"). Is this the right account and region?", .warning)
        case (.connecting, _): []
        default: nil
        }
    }

    private func problemLines(_ problem: Problem) -> [Line] {
        [Line.empty] + wrapped(problem.context, .failed) + wrapped(problem.sentence, .text)
            + [Line.empty] + wrapped("r tries again, q quits.", .dim)
    }

    /// A text in lines as wide as the terminal, indented like a row.
    func wrapped(_ text: String, _ style: Style) -> [Line] {
        text.harmless.wrapped(to: size.columns - Self.gutter - 1).map { Line(String(repeating: " ", count: Self.gutter) + $0, style) }
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
        (periodicScanFrequency ?? "").lowercased().harmless
    }

    var eventsText: String {
        (continuousIntegrationScanSupportedEvents ?? []).map { $0 == "PULL_REQUEST" ? "pr" : $0.lowercased() }
            .sorted { ($0 == "push" ? 0 : 1) < ($1 == "push" ? 0 : 1) }.joined(separator: " ").harmless
    }
}
