internal import TextSafety

extension PlanInput {
    /// CSV (RFC 4180) with a header; the two columns may be in any order and among others.
    static func readCSV(_ text: String, _ problems: inout PlanInputProblems) -> PlanInput {
        var reader = CSVReader(text)
        do throws(PlanInputProblem) {
            guard let header = try reader.next() else { return PlanInput(associations: []) }
            let columns = try CSVColumns(header)
            var input = PlanInput(associations: [])
            while let record = try reader.next() {
                if record.isBlank { continue }
                guard let association = columns.association(in: record, &problems) else { continue }
                if try columns.needsNothing(record, &problems) { input.leftOut += 1 } else { input.associations.append(association) }
            }
            return input
        } catch {
            problems.add(error.line, error.reason)
            return PlanInput(associations: [])
        }
    }
}

/// Where the two columns are, and in a run's results those that say what became of each target.
struct CSVColumns {
    static let names: Set<String> = [TableColumn.scanConfigurationArn.rawValue, TableColumn.projectId.rawValue]
    private let arn: Int
    private let project: Int
    private let width: Int
    private let results: ResultsColumns?

    init(_ header: CSVRecord) throws(PlanInputProblem) {
        let fields = header.fields.map(\.trimmed)
        func place(of column: TableColumn) throws(PlanInputProblem) -> Int {
            let places = fields.indices.filter { fields[$0] == column.rawValue }
            guard places.count == 1 else {
                let state = places.isEmpty ? "no" : "more than one"
                throw PlanInputProblem(line: header.line, reason: "the header has \(state) column \(column.rawValue)")
            }
            return places[0]
        }
        arn = try place(of: .scanConfigurationArn)
        project = try place(of: .projectId)
        width = fields.count
        results = try ResultsColumns(fields, line: header.line)
    }

    /// Whether a row of a run's results is about a target that is as it should be.
    func needsNothing(_ record: CSVRecord, _ problems: inout PlanInputProblems) throws(PlanInputProblem) -> Bool {
        try results?.needsNothing(record, &problems) ?? false
    }

    func association(in record: CSVRecord, _ problems: inout PlanInputProblems) -> Association? {
        guard record.fields.count == width else {
            problems.add(record.line, "\(record.fields.count.counted("field")) instead of the header's \(width)")
            return nil
        }
        let (arn, project) = (CSVCell.restored(record.fields[arn]).trimmed, CSVCell.restored(record.fields[project]).trimmed)
        problems.checkArn(arn, line: record.line)
        problems.checkProject(project, line: record.line)
        return Association(scanConfigurationArn: arn, resource: .projectId(project))
    }
}

/// Where a run's results say what the run did, and what became of each target.
private struct ResultsColumns {
    private let outcome: Int
    private let action: Int

    private static let done: Set<String> = [Outcome.succeeded.word, AssociationChange.disassociate.alreadyDoneList]
    private static let open: Set<String> = ["", "failed", "unresolved", "notSent"]

    /// Nothing when the table is no run's results.
    init?(_ fields: [String], line: Int) throws(PlanInputProblem) {
        let isOurs = [TableColumn.outcome, .statusCode, .statusMessage].allSatisfy { fields.contains($0.rawValue) }
        guard isOurs, let outcome = fields.firstIndex(of: TableColumn.outcome.rawValue) else { return nil }
        guard let action = fields.firstIndex(of: TableColumn.action.rawValue) else {
            try ResultsAction.check(nil, line: line)
            return nil
        }
        (self.outcome, self.action) = (outcome, action)
    }

    func needsNothing(_ record: CSVRecord, _ problems: inout PlanInputProblems) throws(PlanInputProblem) -> Bool {
        try ResultsAction.check(record.fields[action].trimmed, line: record.line)
        let word = record.fields[outcome].trimmed
        if !Self.done.contains(word), !Self.open.contains(word) { problems.add(record.line, "the outcome \(word.quoted) is not known") }
        return Self.done.contains(word)
    }
}
