internal import Runtime

/// The record of a run that takes another one back. Once it has changed something, that one's journal says so.
actor UndoRecorder: RunRecorder {
    nonisolated let runId: String
    nonisolated let path: String?
    private let journal: Journal
    private let undone: Journal
    private var hasChanged: Bool

    /// The record in `journal`, of a run that takes back the one of the journal `undone`; it may have changed something before.
    init(_ journal: Journal, of undone: Journal, hasChanged: Bool = false) {
        (runId, path) = (journal.runId, journal.path)
        self.journal = journal
        self.undone = undone
        self.hasChanged = hasChanged
    }

    /// The thread of the disk.
    nonisolated var unownedExecutor: UnownedSerialExecutor { DiskActor.shared.unownedExecutor }

    func record(_ entry: JournalEntry) async throws(JournalError) { try await record([entry]) }

    func record(_ entries: [JournalEntry]) async throws(JournalError) {
        hasChanged = hasChanged || entries.contains { $0.outcomes.contains { $0.outcome.isDone } }
        try await journal.record(entries)
    }

    /// A mark that cannot be written is no reason to keep the journals open: this run's own journal names the other one, too.
    func close() async {
        if hasChanged { try? await undone.record(.undone(run: runId)) }
        await undone.close()
        await journal.close()
    }
}
