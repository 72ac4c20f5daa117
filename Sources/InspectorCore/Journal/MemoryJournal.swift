/// A record that lives as long as the process: for `--demo`, whose service does not outlive it either.
package actor MemoryJournal: RunRecorder {
    /// The run's id.
    package nonisolated let runId: String
    /// No file.
    package nonisolated var path: String? { nil }
    /// What was recorded so far.
    package private(set) var entries: [JournalEntry] = []

    /// An empty record.
    package init(runId: String) {
        self.runId = runId
    }

    /// Keeps the entry.
    package func record(_ entry: JournalEntry) throws(JournalError) {
        entries.append(entry)
    }

    /// Nothing to let go of.
    package func close() {}
}
