import InspectorCore
import Terminal
import TextSafety

/// A plan in each format.
struct PlanOutput {
    let plan: Plan

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(PlanDocument(plan))
        case .csv: OutcomeTable.csv(plan)
        case .table: table
        }
    }

    /// Writes the plan, and says on standard error that this was all.
    func showDryRun(_ format: OutputFormat) throws(CommandFailure) {
        try StandardOutput.write(text(format))
        StandardError.write("Dry run: nothing was sent.\n")
    }

    private var table: String {
        let done = plan.alreadyDone.isEmpty ? "" : "\nNothing is sent for:\n" + Self.table(plan.alreadyDone)
        return (plan.targets.isEmpty ? "" : Self.table(plan.targets)) + done + "\n" + summary
    }

    private static func table(_ targets: [PlanTarget]) -> String {
        let rows = targets.map { target in
            [
                target.configurationName ?? target.association.scanConfigurationArn, target.projectName ?? "-",
                target.association.resource.projectId ?? "-",
            ]
        }
        return TextTable(headings: ["CONFIGURATION", "PROJECT", "PROJECT ID"], rows: rows).text
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
