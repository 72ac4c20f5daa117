import TextSafety

/// The header of a table: where the columns are that say something here. Others are passed over.
struct InputHeader {
    private let line: Int
    private let titles: [String]
    private let columns: [InputColumn: [Int]]
    /// Where a row's project and configuration may stand, the most certain first.
    private let (projects, configurations): ([Int], [Int])
    private let others: [Int]
    /// Where names stand that have to agree with an id or ARN, and what else a row is about.
    private let (projectNames, configurationNames, facts): ([Int], [Int], [(place: Int, column: InputColumn)])
    private let results: ResultsColumns?

    /// Reads a record as a header.
    init(_ record: RecordSplitter.Record, of splitter: RecordSplitter) {
        line = record.line
        let values = record.fields.map { splitter.value(of: $0) }
        titles = values.map { if case .text(let text) = $0 { text } else { "" } }
        var columns: [InputColumn: [Int]] = [:]
        for (place, title) in titles.enumerated() {
            if let column = InputColumn(title) { columns[column, default: []].append(place) }
        }
        let hasValues = values.contains { if case .project = $0 { true } else if case .arn = $0 { true } else { false } }
        self.columns = hasValues ? [:] : columns
        func places(_ wanted: [InputColumn]) -> [Int] { wanted.flatMap { columns[$0] ?? [] } }
        projects = places([.projectId, .projectName])
        configurations = places([.configurationArn, .configurationName])
        others = places([.any])
        (projectNames, configurationNames) = (places([.projectName, .any]), places([.configurationName]))
        facts = [.account, .region].flatMap { column in places([column]).map { ($0, column) } }
        results = ResultsColumns(columns, line: record.line)
    }

    /// What the columns are called.
    var columnTitles: [String] { titles }

    /// Whether it can say which projects a row means.
    var namesProjects: Bool { !projects.isEmpty || !others.isEmpty }

    /// How much of it is known.
    var score: Int { columns.reduce(0) { $0 + ($1.key.namesSomething ? $1.value.count : 0) } }

    /// Throws when the table cannot say which projects it means.
    func check() throws(PlanInputProblem) {
        if let twice = columns.first(where: { $0.key.isUnique && $0.value.count > 1 }) {
            let names = twice.value.map { titles[$0].quoted }
            throw PlanInputProblem(line: line, reason: "the header has more than one such column: \(names.joined(separator: ", "))")
        }
        if !namesProjects {
            let found = titles.filter { !$0.isEmpty }
            let words = "the header has no column projectId or projectName, only \(found.map(\.quoted).listed(upTo: 6))"
            throw PlanInputProblem(line: line, reason: words + found.meantColumn)
        }
        try results?.check()
        if results == nil { try ResultsColumns.check(columns, line: line) }
    }

    /// Adds the row of a record.
    func take(_ record: RecordSplitter.Record, of splitter: RecordSplitter, into table: inout InputTable) throws(PlanInputProblem) {
        if splitter.isBlank(record) || splitter.isRule(record) { return }
        if record.fields.count > titles.count, record.fields[titles.count...].contains(where: { splitter.value(of: $0) != .blank }) {
            return table.note(record.line, "\(record.fields.count.counted("field")) instead of the header's \(titles.count)")
        }
        let isCover = results?.isCover(record, of: splitter) ?? false
        if isCover, table.action != .move {
            throw ResultsAction.refusal(of: "the row is one", .move, wanted: table.action, line: record.line)
        }
        if results == nil {
            let (action, change) = (word(of: .action, record, splitter), word(of: .change, record, splitter))
            try ResultsColumns.check(action: action, change: change, wanted: table.action, line: record.line)
        }
        if try results?.needsNothing(record, of: splitter, &table) ?? false, !isCover {
            table.leftOut += 1
            return
        }
        var (project, configuration) = (cell(projects, record, splitter), cell(configurations, record, splitter))
        for place in others where place < record.fields.count {
            let cell = InputTable.Cell(value: splitter.value(of: record.fields[place]), column: Int32(clamping: place))
            switch cell.value {
            case .project: if project.value == .blank || project.value.text != nil { project = cell }
            case .arn: if configuration.value == .blank { configuration = cell }
            case .text, .unreadable: if project.value == .blank { project = cell }
            case .blank: break
            }
        }
        let details = details(project, configuration, record, splitter)
        table.add(project, configuration, details, line: record.line, to: isCover ? .covers : .rows)
    }

    /// What the row says beside its project and configuration.
    private func details(
        _ project: InputTable.Cell, _ configuration: InputTable.Cell, _ record: RecordSplitter.Record, _ splitter: RecordSplitter
    ) -> InputDetails {
        var details = InputDetails()
        if case .project = project.value { details.projectName = text(projectNames, record, splitter) }
        if case .arn = configuration.value { details.configurationName = text(configurationNames, record, splitter) }
        for (place, column) in facts where place < record.fields.count {
            details.take(splitter.value(of: record.fields[place]), of: column)
        }
        return details
    }

    /// The first of the places that has a value.
    private func cell(_ places: [Int], _ record: RecordSplitter.Record, _ splitter: RecordSplitter) -> InputTable.Cell {
        for place in places where place < record.fields.count {
            let value = splitter.value(of: record.fields[place])
            if value != .blank { return InputTable.Cell(value: value, column: Int32(clamping: place)) }
        }
        return .blank
    }

    /// What stands in the first column of this kind.
    private func word(of column: InputColumn, _ record: RecordSplitter.Record, _ splitter: RecordSplitter) -> String? {
        guard let place = columns[column]?.first, place < record.fields.count else { return nil }
        return splitter.withContent(of: record.fields[place]) { String(decoding: $0, as: UTF8.self) }.trimmed
    }

    /// The first text at the places.
    private func text(_ places: [Int], _ record: RecordSplitter.Record, _ splitter: RecordSplitter) -> String? {
        for place in places where place < record.fields.count {
            if let text = splitter.value(of: record.fields[place]).text { return text }
        }
        return nil
    }
}

extension InputValue {
    /// What is a name, or a mistake.
    var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension [String] {
    /// What one of these titles was perhaps meant to be, as the end of a sentence; empty when nothing is near.
    var meantColumn: String {
        let known = ["projectId", "projectName", "project", "repository"]
        for title in self {
            let letters = title.filter { $0.isLetter || $0.isNumber }
            if let near = letters.suggestion(among: known) { return ". \(near)" }
        }
        return ""
    }
}

/// Where a run's results say what the run did, and what became of each target.
private struct ResultsColumns {
    private let outcome: Int
    private let action: Int?
    private let change: Int?
    private let line: Int

    private static let done = Set([Outcome.succeeded.word] + AssociationChange.allCases.map(\.alreadyDoneList))
    private static let open: Set<String> = ["", "failed", "unresolved", "notSent"]

    /// Nothing when the table is no run's results.
    init?(_ columns: [InputColumn: [Int]], line: Int) {
        guard let outcome = columns[.outcome]?.first, columns[.statusCode] != nil, columns[.statusMessage] != nil else { return nil }
        (self.outcome, action, change, self.line) = (outcome, columns[.action]?.first, columns[.change]?.first, line)
    }

    /// Throws for results of which columns were cut away: what became of each row is not known any more.
    static func check(_ columns: [InputColumn: [Int]], line: Int) throws(PlanInputProblem) {
        let own: [(column: InputColumn, name: String)] = [
            (.outcome, "outcome"), (.statusCode, "statusCode"), (.statusMessage, "statusMessage"),
        ]
        let lacking = own.filter { columns[$0.column] == nil }.map(\.name)
        guard columns[.action] != nil || columns[.change] != nil, (1..<own.count).contains(lacking.count) else { return }
        throw PlanInputProblem(
            line: line,
            reason:
                "these are results of a run without the column \(lacking.joined(separator: " and ")): give all columns, or only those of "
                + "projects and configurations")
    }

    /// Throws for a row of a table that is no run's results, and that says itself that it is for another action.
    static func check(action: String?, change: String?, wanted: RunAction, line: Int) throws(PlanInputProblem) {
        if let action = action.flatMap(RunAction.init), action != wanted {
            throw ResultsAction.refusal(of: "the row is one", action, wanted: wanted, line: line)
        }
        if let change = change.flatMap(AssociationChange.init), wanted != .move, change.rawValue != wanted.rawValue {
            throw ResultsAction.refusal(of: "the row is one", .move, wanted: wanted, line: line)
        }
    }

    /// Throws for results that do not say what the run did.
    func check() throws(PlanInputProblem) {
        if action == nil { try ResultsAction.check(nil, wanted: .disassociate, line: line) }
    }

    /// Whether a row is about a project that a move associates first, whatever became of that: it is looked up again.
    func isCover(_ record: RecordSplitter.Record, of splitter: RecordSplitter) -> Bool {
        word(change, record, splitter) == AssociationChange.associate.rawValue
    }

    private func word(_ place: Int?, _ record: RecordSplitter.Record, _ splitter: RecordSplitter) -> String {
        guard let place, place < record.fields.count else { return "" }
        return splitter.withContent(of: record.fields[place]) { String(decoding: $0, as: UTF8.self) }.trimmed
    }

    /// Whether a row is about a target that is as it should be.
    func needsNothing(
        _ record: RecordSplitter.Record, of splitter: RecordSplitter, _ table: inout InputTable
    ) throws(PlanInputProblem) -> Bool {
        try ResultsAction.check(word(action, record, splitter), wanted: table.action, line: record.line)
        let outcome = word(outcome, record, splitter)
        if !Self.done.contains(outcome), !Self.open.contains(outcome) {
            table.note(record.line, "the outcome \(outcome.quoted) is not known")
        }
        return Self.done.contains(outcome)
    }
}
