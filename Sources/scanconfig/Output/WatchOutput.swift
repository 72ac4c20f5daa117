import InspectorCore
import TextSafety

/// Writes what a watch has found in each format.
struct WatchOutput {
    let report: WatchReport
    let runId: String

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(WatchDocument(report, runId: runId))
        case .csv: CSVWriter.lines([Self.columns] + csvRows)
        case .table: report.findings.isEmpty ? "" : TextTable(headings: Self.headings, rows: rows).text
        }
    }

    static let columns = ["scanConfigurationArn", "projectId", "configurationName", "projectName", "listedAt", "by"]
    static let headings = ["CONFIGURATION", "PROJECT", "CHANGED BACK", "BY"]

    var csvRows: [[String]] {
        report.findings.map { finding in
            let target = report.plan.targets[finding.target]
            return [
                target.association.scanConfigurationArn, target.association.resource.projectId ?? "", target.configurationName ?? "",
                target.projectName ?? "", finding.asOf, finding.cause.word,
            ]
        }
    }

    var rows: [[String]] {
        report.findings.map { finding in
            let target = report.plan.targets[finding.target]
            return [
                target.configurationName ?? target.association.scanConfigurationArn, target.shownName, finding.asOf.moment,
                finding.cause.word,
            ]
        }
    }
}
