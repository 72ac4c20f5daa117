import Glibc
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
            throw CommandFailure(.usage, "Nobody can be asked here: give --yes to send the plan, or --dry-run to see it. Nothing was sent.")
        }
        let count = plan.targets.count
        StandardError.write(PlanOutput(plan: plan).text(.table))
        StandardError.write("Type \(count), the number of targets, to send; anything else sends nothing: ")
        guard await TypedLine.next(from: STDIN_FILENO) == String(count) else {
            throw CommandFailure(.interrupted, "Nothing was sent.")
        }
    }
}
