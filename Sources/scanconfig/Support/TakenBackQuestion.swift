import InspectorCore

/// The question before a run is resumed that was taken back meanwhile.
struct TakenBackQuestion {
    let record: RunRecord
    let isAnswered: Bool

    /// Returns when there is nothing to ask, or the operator agreed; the harmless answer is the default.
    func ask() async throws(CommandFailure) {
        guard let undo = record.undoneBy else { return }
        let fact = "Run \(record.runId) was taken back by run \(undo)."
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
