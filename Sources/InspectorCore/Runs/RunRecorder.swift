/// Where a run keeps its record; ``Journal`` is the real one.
package protocol RunRecorder: Sendable {
    /// The run's id.
    var runId: String { get }
    /// The record's path, when it is a file.
    var path: String? { get }

    /// Makes the entry durable before it returns.
    func record(_ entry: JournalEntry) async throws(JournalError)

    /// Lets go of the record; another process may take it up.
    func close() async
}
