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

    /// Throws when the journal is damaged, so that nothing is built on it. `refusal` is the first half of the sentence.
    func checkTrust(_ refusal: String) throws(CommandFailure) {
        if let reason = record.distrust { throw CommandFailure(.other, "\(refusal): in the journal \(record.journal) \(reason).") }
    }
}

extension NewestRun {
    /// The run that a command without a run id means, of the session's account and region. Throws when the account is unknown.
    init(
        _ session: CommandSession, _ starter: RunStarter,
        _ find: (JournalStore, _ account: String, _ region: String) throws(JournalError) -> NewestRun
    ) async throws(CommandFailure) {
        guard let account = try await session.account() else {
            throw CommandFailure(
                .usage, "The account of this session is not known: neither STS nor a configuration named it. Give the id of the run.")
        }
        do throws(JournalError) {
            self = try find(try starter.store(), account, session.region)
        } catch {
            throw CommandFailure(error)
        }
    }
}
