import InspectorCore

/// A run read from its journal.
struct RecordedRun {
    let record: RunRecord

    init(_ record: RunRecord) { self.record = record }

    init(_ name: String, _ starter: RunStarter) throws(CommandFailure) {
        do throws(JournalError) {
            let store = try starter.store()
            record = try store.open(try store.runId(named: name))
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Refuses to build on a journal that cannot be believed.
    func checkTrust(_ refusal: String) throws(CommandFailure) {
        if let reason = record.distrust { throw CommandFailure(.other, "\(refusal): in the journal \(record.journal) \(reason).") }
    }
}
