import InspectorCore
import JSON
import Terminal
import TextSafety

/// Writes a plan in each format.
struct PlanOutput {
    let plan: Plan
    private let document: PlanDocument
    private let draft: PlanDraft
    private var coverage: CoverageSummary? { draft.coverageSummary }

    init(_ draft: PlanDraft) {
        (self.draft, plan, document) = (draft, draft.plan, PlanDocument(draft))
    }

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(document)
        case .csv: OutcomeTable.csv(plan)
        case .table: table
        }
    }

    /// Writes the plan, programs' formats in pieces, and says on standard error that nothing was sent.
    func showDryRun(_ format: OutputFormat, _ table: TableOptions) throws(CommandFailure) {
        switch format {
        case .json: try StandardOutput.writePieces { sink in document.writeDocument(to: sink) }
        case .csv:
            try StandardOutput.writePieces { sink in
                var piece = table.marked("")
                OutcomeTable.writeCSV(plan) { line in
                    piece += line
                    guard piece.utf8.count >= 1 << 16 else { return }
                    sink(Array(piece.utf8))
                    piece = ""
                }
                sink(Array(piece.utf8))
            }
        case .table: try StandardOutput.write(self.table)
        }
        StandardError.write("Dry run: nothing was sent.\n")
    }

    private var table: String {
        let done = plan.alreadyDone.isEmpty ? "" : "\nNothing is sent for:\n" + Self.table(plan.alreadyDone)
        return targets + done + "\n" + summary
    }

    /// The targets; of a move what is done with each and where its project goes, and what becomes of projects where that has to be said of
    /// some.
    private var targets: String {
        if plan.targets.isEmpty { return "" }
        let (isMove, tellsFates) = (plan.action == .move, draft.uncoveredWords != nil)
        let rows = draft.whole.targets.indices.lazy.filter { !draft.leftOut.contains($0) }.map { place in
            Self.row(of: draft.whole.targets[place]) + (isMove ? changeCells(place) : [])
                + (tellsFates ? [draft.fate(of: place).remark] : [])
        }
        let headings = Self.headings + (isMove ? ["CHANGE", "TO"] : []) + (tellsFates ? ["COVERAGE"] : [])
        return TextTable(headings: headings, rows: Array(rows)).text
    }

    private func changeCells(_ place: Int) -> [String] {
        let cover = draft.cover(of: place).map { $0.configurationName ?? $0.association.scanConfigurationArn }
        return [plan.change(of: draft.whole.targets[place]).rawValue, cover ?? "-"]
    }

    private static func table(_ targets: some Sequence<PlanTarget>) -> String {
        TextTable(headings: headings, rows: targets.map(row)).text
    }

    private static let headings = ["CONFIGURATION", "PROJECT", "PROJECT ID"]

    private static func row(of target: PlanTarget) -> [String] {
        [
            target.configurationName ?? target.association.scanConfigurationArn, target.projectName ?? "-",
            target.association.resource.projectId ?? "-",
        ]
    }

    /// Account, region, caller, size, what becomes of coverage, and warnings.
    var summary: String {
        """
        Account  \((plan.account ?? "unknown").terminalSafe)
        Region   \(plan.region.terminalSafe)
        Caller   \((plan.caller ?? "unknown").terminalSafe)
        Plan     \(plan.phrase), \(plan.callCount.counted("call"))

        """ + coverageLines + plan.warningLines
    }

    private var coverageLines: String {
        let numbers = coverage?.all.numbers ?? []
        return numbers.enumerated().map { "\($0 == 0 ? "Coverage " : "         ")\($1.fact.words($1.count))\n" }.joined()
    }
}

extension Plan {
    /// The warnings, one a line.
    var warningLines: String {
        warnings.map { "! \($0.sentence.terminalSafe)\n" }.joined()
    }
}

/// The result of a command whose targets all need no change: nothing is sent, and there is no run.
struct NothingToSend {
    let plan: Plan
    /// Whether everything that could be sent was left out of the plan.
    var isLeftOut = false

    /// Writes the targets as results, and says on standard error that nothing was sent.
    func show(_ format: OutputFormat, _ table: TableOptions) throws(CommandFailure) {
        try StandardOutput.write(table.marked(text(format)))
        let fact = plan.needsNothing || isLeftOut ? "" : "None of the associations that were named exists. "
        StandardError.write(plan.warningLines + fact + "There is nothing to do, so nothing was sent.\n")
    }

    private func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(RunDocument(nothingSent: plan))
        case .csv: OutcomeTable.csv(plan)
        case .table: plan.alreadyDone.isEmpty ? "" : RunOutput.table(alreadyDone: plan)
        }
    }
}
