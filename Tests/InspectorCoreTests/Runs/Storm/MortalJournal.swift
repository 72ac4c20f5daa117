import InspectorCore
import Runtime

/// A journal whose process is killed after so many entries: from then on nothing more is written or sent.
final class MortalJournal: RunRecorder {
    private let journal: Journal
    private let left: Locked<Int>

    init(_ journal: Journal, entries: Int) {
        self.journal = journal
        left = Locked(entries)
    }

    var runId: String { journal.runId }
    var path: String? { journal.path }

    func record(_ entry: JournalEntry) async throws(JournalError) {
        let isDead = left.withLock { left in
            left -= 1
            return left < 0
        }
        if isDead { throw .file(path: "killed", reason: "killed") }
        try await journal.record(entry)
    }

    func close() async { await journal.close() }
}
