internal import Runtime
import FoundationEssentials

/// The record of one run: JSON Lines, each durable before it counts.
package actor Journal: RunRecorder {
    /// The run's id, the file's name without its ending.
    package nonisolated let runId: String
    private nonisolated let file: String
    private let handle: any DiskFile
    private let now: @Sendable () -> Date
    private var length: Int
    private var end: JournalChecksum?
    private var isOpen = true

    /// Takes over a locked file of `length` valid bytes, whose last line the next one builds on.
    init(
        runId: String, path: String, handle: any DiskFile, length: Int = 0, end: JournalChecksum? = nil,
        now: @escaping @Sendable () -> Date
    ) {
        self.runId = runId
        file = path
        self.handle = handle
        self.length = length
        self.end = end
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

    /// Writes the header, and behind it what is remarked from the start.
    func begin(_ plan: Plan, remark: String? = nil) throws(JournalError) {
        let time = JournalTime.text(now())
        let remarks = remark.map { [JournalLine(.remark($0), at: time)] } ?? []
        try write([.header(run: runId, plan: plan, at: time)] + remarks)
    }

    private func write(_ lines: [JournalLine]) throws(JournalError) {
        var (bytes, newEnd): ([UInt8], JournalChecksum?) = ([], end)
        for line in lines {
            let (written, checksum) = line.bytes(after: newEnd)
            bytes += written
            newEnd = checksum
        }
        do throws(DiskError) {
            try handle.append(bytes)
            try handle.synchronize()
            length += bytes.count
            end = newEnd
        } catch {
            try? handle.truncate(to: length)
            throw .file(path: file, reason: error.reason)
        }
    }
}
