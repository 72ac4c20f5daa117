/// Targets as comma-separated values (RFC 4180), one row each, in the plan's order, and after them those that needed nothing.
package enum OutcomeTable {
    /// The columns; `--from` reads the first two, the outcome and the action. What concerns the run as a whole is in the last one, of the
    /// first row only.
    package static let columns = [
        "scanConfigurationArn", "projectId", "configurationName", "projectName", "outcome", "statusCode", "statusMessage", "action",
        "remarks",
    ]

    /// A run's table with its header; lines end with CRLF.
    package static func csv(_ report: RunReport) -> String {
        let rows = zip(report.plan.targets, report.outcomes).map { row($0, $1.word, $1.details, report.plan.action) }
        return table(report.plan, rows, remarks: report.remarks)
    }

    /// The table of a plan that was not sent: its targets have no outcome.
    package static func csv(_ plan: Plan) -> String {
        table(plan, plan.targets.map { row($0, "", ["", ""], plan.action) }, remarks: [])
    }

    private static func table(_ plan: Plan, _ rows: [[String]], remarks: [String]) -> String {
        let done = plan.alreadyDone.map { row($0, plan.action.alreadyDoneWord, ["", ""], plan.action) }
        let remark = [remarks.joined(separator: " ")] + repeatElement("", count: max(0, rows.count + done.count - 1))
        return ([columns] + zip(rows + done, remark).map { $0 + [$1] }).map { CSVWriter.line($0) }.joined()
    }

    private static func row(_ target: PlanTarget, _ outcome: String, _ details: [String], _ action: RunAction) -> [String] {
        let identity = [target.association.scanConfigurationArn, target.association.resource.projectId ?? ""]
        return identity + [target.configurationName ?? "", target.projectName ?? "", outcome] + details + [action.rawValue]
    }
}

extension Outcome {
    /// The outcome's name as reports spell it.
    package var word: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed, .notConfirmed: "failed"
        case .unresolved: "unresolved"
        case .notSent: "notSent"
        }
    }

    fileprivate var details: [String] {
        switch self {
        case .succeeded: ["", ""]
        case .failed, .notConfirmed: [failure?.statusCode.rawValue ?? "", failure?.statusMessage ?? ""]
        case .unresolved(let reason): ["", reason.sentence]
        case .notSent(let reason): ["", reason.sentence]
        }
    }
}
