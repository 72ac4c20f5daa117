package import FoundationEssentials

/// All journals of a user.
package struct JournalStore: Sendable {
    /// The folder they are in.
    package let folder: String
    let disk: any Disk
    private let now: @Sendable () -> Date
    private static let ending = ".jsonl"

    /// The journals in `folder`, see ``JournalFolder``.
    package init(folder: String, disk: any Disk = SystemDisk(), now: @escaping @Sendable () -> Date = { Date() }) {
        self.folder = folder
        self.disk = disk
        self.now = now
    }

    /// Begins a journal with the whole plan, durable and locked. Without one nothing may be sent.
    package func create(_ plan: Plan, seed: UInt64) async throws(JournalError) -> Journal {
        do throws(DiskError) {
            try disk.makeFolder(folder)
        } catch {
            throw .folder(path: folder, reason: error.reason)
        }
        let journal = try createFile(seed: seed)
        do throws(JournalError) {
            try await journal.begin(plan)
            return journal
        } catch {
            await journal.close()
            disk.remove(path(of: journal.runId))
            throw error
        }
    }

    /// Takes a run up again: its journal, locked, and what it tells.
    package func resume(_ runId: String) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        try await reopen(runId, .resumed)
    }

    /// Takes a run up to check it: its journal, locked, and what it tells. Nothing will be sent.
    package func check(_ runId: String) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        try await reopen(runId, .checked)
    }

    private func reopen(_ runId: String, _ entry: JournalEntry) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        let path = path(of: runId)
        let handle = try onDisk(path) { () throws(DiskError) in try disk.open(path) }
        do throws(JournalError) {
            let replay = try replay(path)
            try onDisk(path) { () throws(DiskError) in try handle.truncate(to: replay.length) }
            let journal = Journal(runId: runId, path: path, handle: handle, length: replay.length, now: now)
            try await journal.record(entry)
            return (journal, RunRecord(replay, runId: runId, journal: path))
        } catch {
            handle.close()
            throw error
        }
    }

    /// Reads a run without touching it.
    package func open(_ runId: String) throws(JournalError) -> RunRecord {
        let path = path(of: runId)
        return RunRecord(try replay(path), runId: runId, journal: path)
    }
}

extension JournalStore {
    /// Every run, the latest first. Journals that cannot be read are in the list, with the reason.
    package func list() throws(JournalError) -> [RunSummary] {
        try runIds().reversed().map(summary)
    }

    /// The run that `name` means: an id, or the beginning of exactly one.
    package func runId(named name: String) throws(JournalError) -> String {
        let fitting = try runIds().filter { $0.hasPrefix(name) }
        if fitting.contains(name) { return name }
        guard let only = fitting.first else { throw .noSuchRun(name) }
        guard fitting.count == 1 else { throw .ambiguous(name, runs: fitting) }
        return only
    }

    /// The latest run that `resume` has something to do for.
    package func latestResumable() throws(JournalError) -> RunSummary? {
        try runIds().reversed().lazy.map(summary).first(where: \.isResumable)
    }

    func summary(_ runId: String) -> RunSummary {
        do throws(JournalError) {
            return RunSummary(try open(runId), isLocked: disk.isLocked(path(of: runId)))
        } catch {
            return RunSummary(runId: runId, journal: path(of: runId), unreadable: error.sentence)
        }
    }

    /// The ids of all runs, the earliest first; no journal is opened.
    package func runIds() throws(JournalError) -> [String] {
        let names = try onDisk(folder) { () throws(DiskError) in try disk.names(in: folder) }
        return names.filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(Self.ending.count)) }.sorted()
    }
}

extension JournalStore {
    private func createFile(seed: UInt64) throws(JournalError) -> Journal {
        var random = RunRandom(seed: seed)
        for _ in 0..<16 {
            let runId = JournalTime.runId(now(), random: &random)
            let path = path(of: runId)
            do throws(DiskError) {
                return Journal(runId: runId, path: path, handle: try disk.create(path), length: 0, now: now)
            } catch {
                if error != .exists { throw .file(path: path, reason: error.reason) }
            }
        }
        throw .file(path: folder, reason: "no free name for a journal")
    }

    private func replay(_ path: String) throws(JournalError) -> JournalReplay {
        try JournalReplay(onDisk(path) { () throws(DiskError) in try disk.read(path) }, path: path)
    }

    func path(of runId: String) -> String { folder + "/" + runId + Self.ending }

    private func onDisk<Value>(_ path: String, _ work: () throws(DiskError) -> Value) throws(JournalError) -> Value {
        do throws(DiskError) {
            return try work()
        } catch {
            switch error {
            case .missing: throw .noSuchRun(path)
            case .locked: throw .locked(path: path)
            case .exists, .failed: throw .file(path: path, reason: error.reason)
            }
        }
    }
}
