import InspectorCore
import TextSafety

/// Writes what a watch has found in each format.
struct WatchOutput {
    let report: WatchReport
    let runId: String

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(WatchDocument(report, runId: runId))
        case .csv: (["scanConfigurationArn,projectId,configurationName,projectName,listedAt,by\r\n"] + report.findings.map(row)).joined()
        case .table: report.findings.isEmpty ? "" : table
        }
    }

    private func row(_ finding: WatchFinding) -> String {
        let target = report.plan.targets[finding.target]
        return CSVWriter.line([
            target.association.scanConfigurationArn, target.association.resource.projectId ?? "", target.configurationName ?? "",
            target.projectName ?? "", finding.asOf, finding.cause.word,
        ])
    }

    private var table: String {
        TextTable(
            headings: ["CONFIGURATION", "PROJECT", "CHANGED BACK (UTC)", "BY"],
            rows: report.findings.map { finding in
                let target = report.plan.targets[finding.target]
                return [
                    target.configurationName ?? target.association.scanConfigurationArn, target.shownName, finding.asOf, finding.cause.word,
                ]
            }
        ).text
    }
}
