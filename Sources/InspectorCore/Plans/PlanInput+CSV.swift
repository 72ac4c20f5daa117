extension PlanInput {
    /// CSV (RFC 4180) with a header; the two columns may be in any order and among others.
    static func readCSV(_ text: String, _ problems: inout PlanInputProblems) -> PlanInput {
        var reader = CSVReader(text)
        do throws(PlanInputProblem) {
            guard let header = try reader.next() else { return PlanInput(associations: []) }
            let columns = try CSVColumns(header)
            var associations: [Association] = []
            while let record = try reader.next() {
                if record.isBlank { continue }
                if let association = columns.association(in: record, &problems) { associations.append(association) }
            }
            return PlanInput(associations: associations)
        } catch {
            problems.add(error.line, error.reason)
            return PlanInput(associations: [])
        }
    }
}

/// Where the two columns are.
struct CSVColumns {
    static let names: Set<String> = ["scanConfigurationArn", "projectId"]
    private let arn: Int
    private let project: Int
    private let width: Int

    init(_ header: CSVRecord) throws(PlanInputProblem) {
        let fields = header.fields.map(\.trimmed)
        func place(of name: String) throws(PlanInputProblem) -> Int {
            let places = fields.indices.filter { fields[$0] == name }
            guard places.count == 1 else {
                let state = places.isEmpty ? "no" : "more than one"
                throw PlanInputProblem(line: header.line, reason: "the header has \(state) column \(name)")
            }
            return places[0]
        }
        arn = try place(of: "scanConfigurationArn")
        project = try place(of: "projectId")
        width = fields.count
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
