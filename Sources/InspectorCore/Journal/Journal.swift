internal import AWSClient
import FoundationEssentials

/// The record of one run: JSON Lines, each durable before it counts.
package actor Journal: RunRecorder {
    /// The run's id, the file's name without its ending.
    package nonisolated let runId: String
    private nonisolated let file: String
    private let handle: any DiskFile
    private let now: @Sendable () -> Date
    private var length: Int
    private var isOpen = true

    /// Takes over a locked file of `length` valid bytes.
    init(runId: String, path: String, handle: any DiskFile, length: Int, now: @escaping @Sendable () -> Date) {
        self.runId = runId
        file = path
        self.handle = handle
        self.length = length
        self.now = now
    }

    /// The thread of the disk.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { DiskActor.shared.unownedExecutor }

    /// The file's path.
    package nonisolated var path: String? { file }

    /// Writes the entry and waits until it is durable. What a failed write left behind is cut off again.
    package func record(_ entry: JournalEntry) throws(JournalError) {
        try record([entry])
    }

    /// Writes the entries together and waits once until they are durable, all of them or none.
    package func record(_ entries: [JournalEntry]) throws(JournalError) {
        guard isOpen else { throw .file(path: file, reason: "it was closed") }
        let time = JournalTime.text(now())
        try write(entries.map { JournalLine($0, at: time) })
    }

    /// Closes the file; its lock ends.
    package func close() {
        if isOpen { handle.close() }
        isOpen = false
    }

    /// Writes the header.
    func begin(_ plan: Plan) throws(JournalError) {
        try write([.header(run: runId, plan: plan, at: JournalTime.text(now()))])
    }

    private func write(_ lines: [JournalLine]) throws(JournalError) {
        let bytes = lines.flatMap(\.bytes)
        do throws(DiskError) {
            try handle.append(bytes)
            try handle.synchronize()
            length += bytes.count
        } catch {
            try? handle.truncate(to: length)
            throw .file(path: file, reason: error.reason)
        }
    }
}
