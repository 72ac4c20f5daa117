import InspectorCore
import Terminal

/// The question before a plan is sent from the command line.
struct Confirmation {
    let plan: Plan
    let isGiven: Bool

    /// Returns when the operator agreed; the harmless answer is the default.
    func ask() async throws(CommandFailure) {
        if isGiven { return StandardError.write(PlanOutput(plan: plan).warnings) }
        guard StandardInput.isTerminal, StandardError.isTerminal else {
            throw CommandFailure(
                .usage,
                "Not a terminal: cannot ask for confirmation. Give --yes to send the plan, or --dry-run to see it. Nothing was sent.")
        }
        let count = plan.targets.count
        StandardError.write(PlanOutput(plan: plan).text(.table))
        let question = "Type \(count.grouped), the number of associations, to send; anything else sends nothing: "
        guard let answer = await TypedLine.answer(to: question), count.isTyped(as: answer) else {
            throw CommandFailure(.interrupted, "Nothing was sent.")
        }
    }
}
