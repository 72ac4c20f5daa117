/// A run's targets as comma-separated values (RFC 4180), one row each, in the plan's order.
package enum OutcomeTable {
    /// The columns; the first two are what `--from` reads. What concerns the run as a whole is in the last one, of the first row only.
    package static let columns = [
        "scanConfigurationArn", "projectId", "configurationName", "projectName", "outcome", "statusCode", "statusMessage", "remarks",
    ]

    /// The whole table with its header; lines end with CRLF.
    package static func csv(_ report: RunReport) -> String {
        let remarks = [report.remarks.joined(separator: " ")] + repeatElement("", count: max(0, report.outcomes.count - 1))
        let rows = zip(zip(report.plan.targets, report.outcomes), remarks).map { row($0.0, $0.1) + [$1] }
        return ([columns] + rows).map { CSVWriter.line($0) }.joined()
    }

    private static func row(_ target: PlanTarget, _ outcome: Outcome) -> [String] {
        let identity = [target.association.scanConfigurationArn, target.association.resource.projectId ?? ""]
        return identity + [target.configurationName ?? "", target.projectName ?? "", outcome.word] + outcome.details
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
