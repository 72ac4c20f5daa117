import InspectorCore
import Terminal
import TextSafety

/// A plan in each format.
struct PlanOutput {
    let plan: Plan

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(PlanDocument(plan))
        case .csv: ([["scanConfigurationArn", "projectId", "configurationName", "projectName"]] + csvRows).map(CSVWriter.line).joined()
        case .table: table
        }
    }

    /// Writes the plan, and says on standard error that this was all.
    func showDryRun(_ format: OutputFormat) throws(CommandFailure) {
        try StandardOutput.write(text(format))
        StandardError.write("Dry run: nothing was sent.\n")
    }

    private var csvRows: [[String]] {
        plan.targets.map { target in
            let association = target.association
            return [
                association.scanConfigurationArn, association.resource.projectId ?? "", target.configurationName ?? "",
                target.projectName ?? "",
            ]
        }
    }

    private var table: String {
        let rows = plan.targets.map { target in
            [
                target.configurationName ?? target.association.scanConfigurationArn, target.projectName ?? "-",
                target.association.resource.projectId ?? "-",
            ]
        }
        return TextTable(headings: ["CONFIGURATION", "PROJECT", "PROJECT ID"], rows: rows).text + "\n" + summary
    }

    /// Where, who, how much, and the warnings.
    var summary: String {
        """
        Account  \((plan.account ?? "unknown").terminalSafe)
        Region   \(plan.region.terminalSafe)
        Caller   \((plan.caller ?? "unknown").terminalSafe)
        Plan     \(plan.action.rawValue) \(plan.extent), \(plan.callCount.counted("call"))

        """ + warnings
    }

    /// The warnings, a line each.
    var warnings: String {
        plan.warnings.map { "! \($0.sentence.terminalSafe)\n" }.joined()
    }
}
