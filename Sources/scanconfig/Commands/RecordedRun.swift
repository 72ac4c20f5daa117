import InspectorCore

/// A run read from its journal.
struct RecordedRun {
    let record: RunRecord

    init(_ name: String, _ starter: RunStarter) throws(CommandFailure) {
        do throws(JournalError) {
            let store = try starter.store()
            record = try store.open(try store.runId(named: name))
        } catch {
            throw CommandFailure(error)
        }
    }
}
