/// Targets as comma-separated values (RFC 4180), one row each, in the plan's order, and after them those that needed nothing.
package enum OutcomeTable {
    /// The columns; `--from` reads the first two, the outcome and the action. What concerns the run as a whole is in the last one, of the
    /// first row only.
    package static let columns: [TableColumn] = [
        .scanConfigurationArn, .projectId, .configurationName, .projectName, .outcome, .statusCode, .statusMessage, .action, .remarks,
    ]

    /// A run's table with its header; lines end with CRLF.
    package static func csv(_ report: RunReport) -> String {
        let rows = zip(report.plan.targets, report.outcomes).map { target, outcome in
            row(target, outcome.word, [outcome.statusCode ?? "", outcome.detail ?? ""], report.plan.action)
        }
        return table(report.plan, rows, remarks: report.remarks)
    }

    /// The table of a plan that was not sent: its targets have no outcome.
    package static func csv(_ plan: Plan) -> String {
        table(plan, plan.targets.map { row($0, "", ["", ""], plan.action) }, remarks: [])
    }

    private static func table(_ plan: Plan, _ rows: [[String]], remarks: [String]) -> String {
        let done = plan.alreadyDone.map { row($0, plan.action.alreadyDoneList, ["", ""], plan.action) }
        let remark = [remarks.joined(separator: " ")] + repeatElement("", count: max(0, rows.count + done.count - 1))
        return CSVWriter.line(columns) + zip(rows + done, remark).map { CSVWriter.line($0 + [$1]) }.joined()
    }

    private static func row(_ target: PlanTarget, _ outcome: String, _ details: [String], _ action: RunAction) -> [String] {
        let identity = [target.association.scanConfigurationArn, target.association.resource.projectId ?? ""]
        return identity + [target.configurationName ?? "", target.projectName ?? "", outcome] + details + [action.rawValue]
    }
}

/// The columns of tables about associations; each has the same name wherever it occurs.
package enum TableColumn: String, Sendable {
    case scanConfigurationArn, projectId, configurationName, projectName, providerType, outcome, statusCode, statusMessage, action, remarks
    case lastScannedAt, scanStatusCode, scanStatusReason, accountId, providerTypeVisibility, integrationArn, lastScannedCommitId
    case onDemandScanAt, onDemandScanStatusCode, onDemandScanReason, onDemandScanCommitId
    case provider, providerAccountId, providerOrgId, providerRegion
}

extension CSVWriter {
    /// The header of a table with these columns.
    package static func line(_ columns: [TableColumn]) -> String { line(columns.map(\.rawValue)) }
}
