@testable import InspectorCore

/// A record that lives as long as the test.
actor MemoryJournal: RunRecorder {
    /// The run's id.
    nonisolated let runId: String
    /// No file.
    nonisolated var path: String? { nil }
    /// What was recorded so far.
    private(set) var entries: [JournalEntry] = []

    /// An empty record.
    init(runId: String) {
        self.runId = runId
    }

    /// Keeps the entry.
    func record(_ entry: JournalEntry) throws(JournalError) {
        entries.append(entry)
    }

    /// Nothing to let go of.
    func close() {}
}
