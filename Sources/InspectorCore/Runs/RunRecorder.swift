/// Where a run keeps its record; ``Journal`` is the real one.
package protocol RunRecorder: Sendable {
    /// The run's id.
    var runId: String { get }
    /// The record's path, when it is a file.
    var path: String? { get }

    /// Makes the entry durable before it returns.
    func record(_ entry: JournalEntry) async throws(JournalError)

    /// Makes the entries durable, in this order, before it returns; when it throws, some of the first may be.
    func record(_ entries: [JournalEntry]) async throws(JournalError)

    /// Releases the record, so that another process may take it up.
    func close() async
}

extension RunRecorder {
    /// One entry after the other.
    package func record(_ entries: [JournalEntry]) async throws(JournalError) {
        for entry in entries { try await record(entry) }
    }
}
