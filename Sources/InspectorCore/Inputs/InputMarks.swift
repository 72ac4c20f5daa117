import TextSafety

/// What an input names among what is listed, for marking: what is not found is counted, and refuses nothing.
package struct InputMarks: Hashable, Sendable {
    /// The associations that exist, each once and in the input's order.
    package private(set) var found: [AssociationID] = []
    /// Rows whose project is not associated with the configuration they name.
    private var notAssociated = Lines()
    /// Rows that name nothing that is listed.
    private var unknown = Lines()
    private let leftOut: Int
    private let isOnePage: Bool

    /// Looks an input up.
    ///
    /// - Parameter configuration: The ARN that rows without a configuration mean; without it they mean every configuration of their project.
    package init(_ table: InputTable, in inventory: Inventory, configuration: String?) {
        (leftOut, isOnePage) = (table.leftOut, table.isOnePage)
        for problem in table.problems.shown { unknown.add(problem.line) }
        unknown.count += table.problems.left
        let lookup = InputLookup(table, in: inventory)
        var seen: Set<AssociationID> = []
        for row in table.rows {
            let line = Int(row.line)
            switch lookup.marks(row, configuration) {
            case nil: unknown.add(line)
            case .some(let ids) where ids.isEmpty: notAssociated.add(line)
            case .some(let ids): for id in ids where seen.insert(id).inserted { found.append(id) }
            }
        }
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
            notAssociated.words("not associated"), unknown.words("not known here"),
            leftOut > 0 ? "\(leftOut.grouped) done already" : nil, isOnePage ? "the file is one page of several" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension InputTable {
    /// Why nothing of it belongs to this session: it is of another account or region. A sentence.
    package func mismatch(_ context: PlanInputContext) -> String? {
        context.mismatch(account: account, region: region).map { "\(name) is for \($0).".terminalSafe }
    }
}

extension InputLookup {
    /// The existing associations that a row means; nothing when it names nothing that is listed.
    fileprivate func marks(_ row: InputTable.Row, _ configuration: String?) -> [AssociationID]? {
        let arns: [String]
        switch arn(row) {
        case .found(let arn): arns = [arn]
        case .problem: return nil
        case nil: arns = configuration.map { [$0] } ?? []
        }
        guard case .found(let project) = project(row, arns), let resource = inventory.resources.knownNumber(of: .projectId(project)) else {
            return nil
        }
        let numbers = arns.isEmpty ? inventory.listed : arns.compactMap(inventory.number)
        if numbers.isEmpty { return nil }
        return numbers.map { AssociationID(configuration: $0, resource: resource) }.filter(inventory.contains)
    }
}
