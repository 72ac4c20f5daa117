import InspectorCore
import TextSafety

/// Writes the reports of runs that began together as one, in each format; what failed is told elsewhere in all but JSON.
struct FleetRunOutput {
    /// The id of the group; nil where nothing was sent.
    let group: String?
    let sessions: [FleetEntry<RunReport>]
    /// What the journals have of recorded runs.
    var records: [RunRecord] = []
    /// The group as it was found; nil where its runs have just ended.
    var recorded: RunGroup?

    private var reports: [RunReport] { sessions.compactMap(\.part) }

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json:
            JSONText.encode(FleetDocument(group: group, missing: recorded?.missing ?? 0, sessions.map { $0.map { RunDocument($0) } }))
        case .csv: OutcomeTable.csv(reports)
        case .table: reports.map(table).joined() + summary
        }
    }

    private func table(_ report: RunReport) -> String {
        let run = report.runId.isEmpty ? "nothing was sent" : "run \(report.runId)"
        let record = records.first { $0.runId == report.runId }
        let began = record.map { ", \(RunHead.action(report.plan)), begun \($0.startedAt.moment)" } ?? ""
        let heading = "\(report.plan.sessionName): account \(report.plan.account ?? "unknown"), \(run)\(began)"
        return "\(heading.terminalSafe)\n\(RunOutput(report: report).text(.table))\n"
    }

    /// What became of all of them together, and the name of the group.
    private var summary: String {
        let counts = OutcomeCounts(reports.lazy.flatMap(\.outcomes))
        let parts = [
            (counts.succeeded, "succeeded"), (counts.failed, "failed"), (counts.unresolved, "unresolved"), (counts.notSent, "not sent"),
        ]
        let told = parts.filter { $0.0 > 0 || $0.1 == "succeeded" }.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
        let extent = reports.count == sessions.count ? "In all" : "In \(reports.count.grouped) of"
        return "\(extent) \(sessions.count.counted("session")): \(told).\n" + (group.map { "Group: \($0)\n" } ?? "")
            + (recorded?.gap.map { "! \($0)\n" } ?? "")
    }
}
