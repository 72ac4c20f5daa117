import InspectorCore
import Terminal
import TextSafety

/// Writes the report of a run in each format.
struct RunOutput {
    let report: RunReport

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(RunDocument(report))
        case .csv: OutcomeTable.csv(report)
        case .table: table
        }
    }

    static let headings = ["CONFIGURATION", "PROJECT", "OUTCOME", "STATUS"]

    /// Rows of the targets for which nothing was sent.
    static func rows(alreadyDone plan: Plan) -> [[String]] {
        plan.alreadyDone.map { row($0, plan.change(of: $0).alreadyDoneOutcome, "") }
    }

    private static func row(_ target: PlanTarget, _ outcome: String, _ status: String) -> [String] {
        [
            target.configurationName ?? target.association.scanConfigurationArn,
            target.projectName ?? target.association.resource.projectId ?? "-", outcome, status,
        ]
    }

    private var table: String {
        let rows = zip(report.plan.targets, report.outcomes).map { target, outcome in
            Self.row(target, outcome.tableWord, [outcome.statusCode, outcome.detail].compactMap(\.self).joined(separator: "  "))
        }
        let remarks = report.remarks.map { "! \($0.terminalSafe)\n" }.joined()
        let coverage = CoverageChange(report).map { "\($0.sentence)\n" } ?? ""
        let journal = report.journal.map { "Journal: \($0.terminalSafe)\n" } ?? ""
        let all = rows + Self.rows(alreadyDone: report.plan)
        return TextTable(headings: Self.headings, rows: all).text + "\n" + remarks + report.sentence + "\n" + coverage + journal
    }
}
