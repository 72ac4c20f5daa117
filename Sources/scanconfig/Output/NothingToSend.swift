import InspectorCore
import Terminal

/// The end of a command whose targets all are as they should be: nothing is sent, and there is no run.
struct NothingToSend {
    let plan: Plan

    /// Writes the targets in the form of results, and says on standard error that this was all.
    func show(_ format: OutputFormat) throws(CommandFailure) {
        try StandardOutput.write(text(format))
        StandardError.write(PlanOutput(plan: plan).warnings + "Nothing is left to do, so nothing was sent.\n")
    }

    private func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(RunDocument(nothingSent: plan))
        case .csv: OutcomeTable.csv(plan)
        case .table: plan.alreadyDone.isEmpty ? "" : TextTable(headings: RunOutput.headings, rows: RunOutput.rows(alreadyDone: plan)).text
        }
    }
}
