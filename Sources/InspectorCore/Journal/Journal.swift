import FoundationEssentials
internal import Runtime

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

    /// Appends to a locked file of `length` valid bytes, whose last line the next checksum builds on.
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

    /// The journal's absolute path.
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

    /// Closes the file, which releases its lock.
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

/// The record of a run that undoes another one. Once it has changed something, that one's journal says so.
actor UndoRecorder: RunRecorder {
    nonisolated let runId: String
    nonisolated let path: String?
    private let journal: Journal
    private let undone: Journal
    /// The targets that it has undone, by their places in its plan.
    private var done: Set<Int>

    /// The record in `journal`, of a run that undoes the one of the journal `undone`; it may have undone some targets before.
    init(_ journal: Journal, of undone: Journal, done: Set<Int> = []) {
        (runId, path) = (journal.runId, journal.path)
        self.journal = journal
        self.undone = undone
        self.done = done
    }

    /// The thread of the disk.
    nonisolated var unownedExecutor: UnownedSerialExecutor { DiskActor.shared.unownedExecutor }

    func record(_ entry: JournalEntry) async throws(JournalError) { try await record([entry]) }

    func record(_ entries: [JournalEntry]) async throws(JournalError) {
        for (target, outcome) in entries.lazy.flatMap(\.outcomes) {
            if outcome.isDone { done.insert(target) } else { done.remove(target) }
        }
        try await journal.record(entries)
    }

    /// A mark that cannot be written must not keep the journals open: this run's own journal names the other one, too.
    func close() async {
        if !done.isEmpty { try? await undone.record(.undone(run: runId, associations: done.count)) }
        await undone.close()
        await journal.close()
    }
}

/// Moments as journals write them.
enum JournalTime {
    /// ISO 8601 in UTC with milliseconds.
    static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// A run's id: the moment, sortable, and four random digits.
    static func runId(_ date: Date, random: inout RunRandom) -> String {
        let moment = text(date).filter { $0 != "-" && $0 != ":" && $0 != "." }
        return moment + "-" + random.uuid().prefix(4)
    }
}

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
