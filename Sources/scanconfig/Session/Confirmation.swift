import InspectorCore
import Terminal

/// The question that has to be answered before a command sends a plan.
struct Confirmation {
    let plan: Plan
    let isGiven: Bool

    /// Returns when the operator has typed the number of associations; any other answer throws.
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

/// The question that has to be answered before a run is resumed that has been undone.
struct UndoneRunQuestion {
    let record: RunRecord
    let isAnswered: Bool

    /// Returns when the run has not been undone, or the operator has typed yes; any other answer throws. It is said in any case.
    func ask() async throws(CommandFailure) {
        guard let undo = record.undoneBy else { return }
        let fact = "Run \(record.runId) was undone by run \(undo)."
        if isAnswered { return StandardError.write("\(fact)\n") }
        guard StandardInput.isTerminal, StandardError.isTerminal else {
            throw CommandFailure(
                .usage, "\(fact) Give --yes to resume it all the same, or --dry-run to see what is left. Nothing was sent.")
        }
        StandardError.write("\(fact)\n")
        let question = "Type yes to send what is left of it all the same; anything else sends nothing: "
        guard await TypedLine.answer(to: question) == "yes" else { throw CommandFailure(.interrupted, "Nothing was sent.") }
    }
}
