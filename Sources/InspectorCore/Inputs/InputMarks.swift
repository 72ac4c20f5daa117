import TextSafety

/// What an input names among what is listed, for marking. What `--from` refuses is refused here too, for the same reasons; what is merely
/// not there is counted.
package struct InputMarks: Hashable, Sendable {
    /// The associations that exist, each once and in the input's order.
    package private(set) var found: [AssociationID] = []
    /// Rows whose project is not associated with the configuration they name.
    private var notAssociated = Lines()
    /// Rows that name nothing that is listed.
    private var unknown = Lines()
    /// Rows that name no configuration, and so mean each that has their project.
    private var everywhere = 0
    private let leftOut: Int
    private let isOnePage: Bool

    /// Looks an input up.
    ///
    /// - Parameters:
    ///   - configuration: The ARN that rows without a configuration mean; without it they mean every configuration of their project.
    ///   - context: The account and region of this session, which the input has to fit.
    package init(
        _ table: InputTable, in inventory: Inventory, configuration: String?, context: PlanInputContext
    ) throws(PlanInputError) {
        (leftOut, isOnePage) = (table.leftOut, table.isOnePage)
        var problems = try table.problems(.fallback, context)
        let lookup = InputLookup(table, in: inventory)
        problems.merge(lookup.disagreements(context))
        var (seen, unclear): (Set<AssociationID>, PlanInputProblems) = ([], PlanInputProblems())
        for row in table.rows {
            let line = Int(row.line)
            if configuration == nil, row.configuration < 0 { everywhere += 1 }
            switch lookup.marks(row, configuration, &unclear) {
            case nil: unknown.add(line)
            case .some(let ids) where ids.isEmpty: notAssociated.add(line)
            case .some(let ids): for id in ids where seen.insert(id).inserted { found.append(id) }
            }
        }
        problems.merge(unclear)
        try problems.check(table.name)
    }

    /// Line numbers, the first few of which are told.
    private struct Lines: Hashable {
        var count = 0
        private var first: [Int] = []

        mutating func add(_ line: Int) {
            count += 1
            if first.count < 4, first.last != line { first.append(line) }
        }

        /// "3 not associated (lines 4, 9 and 12)".
        func words(_ what: String) -> String? {
            guard count > 0 else { return nil }
            let more = count > first.count ? " …" : ""
            let places =
                first.isEmpty
                ? "" : " (\(first.count == 1 && more.isEmpty ? "line" : "lines") \(first.map { "\($0)" }.joined(separator: ", "))\(more))"
            return "\(count.grouped) \(what)\(places)"
        }
    }

    /// What was not found and what to know of the input, for the end of a sentence; empty when there is nothing.
    package var remarks: String {
        [
            everywhere > 0 ? "\(everywhere.counted("row")) without a configuration, marked in every one" : nil,
            notAssociated.words("not associated"), unknown.words("not known here"),
            leftOut > 0 ? "\(leftOut.grouped) done already" : nil, isOnePage ? "the file is one page of several" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension InputLookup {
    /// The existing associations that a row means; nothing when it names nothing that is listed. Notes what cannot be told.
    fileprivate func marks(
        _ row: InputTable.Row, _ configuration: String?, _ problems: inout PlanInputProblems
    ) -> [AssociationID]? {
        let own = arn(row)
        if case .problem? = own, let own { note(own, row, column: table.configurations[Int(row.configuration)].column, &problems) }
        if case .absent? = own { return nil }
        let arns = if case .found(let arn)? = own { [arn] } else { configuration.map { [$0] } ?? [] }
        let project = project(row, arns)
        if case .problem = project { note(project, row, column: row.column, &problems) }
        guard case .found(let id) = project, let resource = inventory.knownNumber(of: .projectId(id)) else { return nil }
        let numbers = arns.isEmpty ? inventory.listed : arns.compactMap(inventory.number)
        if numbers.isEmpty { return nil }
        return numbers.map { AssociationID(configuration: $0, resource: resource) }.filter(inventory.contains)
    }
}
