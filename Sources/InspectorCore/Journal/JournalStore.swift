import TextSafety
package import FoundationEssentials
import Runtime

/// All journals of a user.
package struct JournalStore: Sendable {
    /// The folder they are in.
    package let folder: String
    /// What stands behind a command that a sentence about these journals suggests, so that it finds them: nothing, or a space and the
    /// option `--state-dir`.
    package let option: String
    let disk: any Disk
    private let now: @Sendable () -> Date
    private static let ending = ".jsonl"

    /// The journals in `folder`, see ``JournalFolder``.
    package init(
        folder: String, option: String = "", disk: any Disk = SystemDisk(), now: @escaping @Sendable () -> Date = { Date() }
    ) {
        (self.folder, self.option) = (folder, option)
        self.disk = disk
        self.now = now
    }

    /// Begins a journal with the whole plan, durable and locked. Without one nothing may be sent.
    package func create(_ plan: Plan, seed: UInt64) async throws(JournalError) -> Journal {
        try await createWithWarning(plan, seed: seed).journal
    }

    /// The same, with what the operator should know about the folder, in words. The journal has it as a remark.
    func createWithWarning(_ plan: Plan, seed: UInt64) async throws(JournalError) -> (journal: Journal, warning: String?) {
        let privacy = try makeFolder()
        let (journal, handle) = try createFile(seed: seed)
        do throws(JournalError) {
            let warning = try warning(privacy, handle)
            try await journal.begin(plan, remark: warning)
            return (journal, warning)
        } catch {
            await journal.close()
            disk.remove(path(of: journal.runId))
            throw error
        }
    }

    /// Resumes a run: its journal, locked, and what it records. Refused where that cannot be trusted.
    package func resume(_ runId: String) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        try await takeUpKnowingLater(runId, entries: [.resumed], refusal: \.distrust)
    }

    /// Takes a run's journal for what listing again finds: `settled` and `verified` entries, then `finished`. Lines that are damaged are
    /// no obstacle, as long as the plan is whole.
    ///
    /// - Parameter caller: The ARN of who lists, if it is known.
    package func check(_ runId: String, caller: String? = nil) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        try await takeUpKnowingLater(runId, entries: [.checked(caller: caller)], refusal: \.refusesFindings)
    }

    /// Locks the journal of a run that is being undone; its journal gets ``JournalEntry/undone(run:associations:)``.
    package func hold(_ runId: String) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        try await takeUp(runId, entries: [], refusal: \.distrust)
    }

    /// Reads a run without touching it.
    package func open(_ runId: String) throws(JournalError) -> RunRecord {
        let path = path(of: runId)
        let isLocked = disk.isLocked(path)
        return RunRecord(try replay(path, isBeingWritten: isLocked).replay, runId: runId, journal: path, option: option)
    }
}

extension JournalStore {
    /// Every run, the latest first. Journals that cannot be read are in the list, with the reason.
    package func list() throws(JournalError) -> [RunSummary] {
        try runIds().reversed().map(summary)
    }

    /// The run that `name` means: an id, or the beginning of exactly one.
    package func runId(named name: String) throws(JournalError) -> String {
        guard !name.isEmpty else { throw .noName }
        let fitting = try runIds().filter { $0.hasPrefix(name) }
        if fitting.contains(name) { return name }
        guard let only = fitting.first else {
            throw .noSuchRun(name, option: option, near: name.suggestion(among: try runIds().reversed()))
        }
        guard fitting.count == 1 else { throw .ambiguous(name, runs: fitting) }
        return only
    }

    /// Whether another process works on the run. Asking takes no lock.
    package func isLocked(_ runId: String) -> Bool { disk.isLocked(path(of: runId)) }

    func summary(_ runId: String) -> RunSummary {
        let path = path(of: runId)
        let isLocked = disk.isLocked(path)
        do throws(JournalError) {
            let (replay, size) = try replay(path, isBeingWritten: isLocked)
            return RunSummary(RunRecord(replay, runId: runId, journal: path, option: option), isLocked: isLocked, bytes: size)
        } catch {
            return RunSummary(runId: runId, journal: path, unreadable: error.words, isCopy: error.isOfCopy)
        }
    }

    /// The ids of all runs, the earliest first; no journal is opened.
    package func runIds() throws(JournalError) -> [String] {
        let names = try onDisk(folder) { () throws(DiskError) in try disk.names(in: folder) }
        return names.filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(Self.ending.count)) }.sorted()
    }

    func path(of runId: String) -> String { folder + "/" + runId + Self.ending }

    func onDisk<Value>(_ path: String, _ work: () throws(DiskError) -> Value) throws(JournalError) -> Value {
        do throws(DiskError) {
            return try work()
        } catch {
            switch error {
            case .missing: throw .noSuchRun(path, option: option)
            case .locked: throw .locked(path: path)
            case .exists, .failed: throw .file(path: path, reason: error.reason)
            }
        }
    }

    func replay(_ path: String, isBeingWritten: Bool) throws(JournalError) -> (replay: JournalReplay, size: Int) {
        let bytes = try onDisk(path) { () throws(DiskError) in try disk.read(path) }
        return (try replay(bytes, path, isBeingWritten: isBeingWritten), bytes.count)
    }

    /// What a journal's bytes record. A copy under another name is refused: it would count as a run of its own.
    func replay(_ bytes: [UInt8], _ path: String, isBeingWritten: Bool) throws(JournalError) -> JournalReplay {
        let replay = try JournalReplay(bytes, path: path, isBeingWritten: isBeingWritten)
        guard self.path(of: replay.runId) == path else { throw .misnamed(path: path, run: replay.runId) }
        return replay
    }
}

extension JournalStore {
    private func makeFolder() throws(JournalError) -> FolderPrivacy {
        do throws(DiskError) {
            return try disk.makeFolder(folder)
        } catch {
            throw .folder(path: folder, reason: error.reason)
        }
    }

    private func createFile(seed: UInt64) throws(JournalError) -> (journal: Journal, handle: any DiskFile) {
        var random = RunRandom(seed: seed)
        for _ in 0..<16 {
            let runId = JournalTime.runId(now(), random: &random)
            let path = path(of: runId)
            do throws(DiskError) {
                let handle = try disk.create(path)
                return (Journal(runId: runId, path: path, handle: handle, now: now), handle)
            } catch {
                if error != .exists { throw .file(path: path, reason: error.reason) }
            }
        }
        throw .file(path: folder, reason: "no free name for a journal")
    }

    /// The warning for a folder or a file that others can read. A folder of another user is refused, unless its file system keeps no owners.
    private func warning(_ privacy: FolderPrivacy, _ file: any DiskFile) throws(JournalError) -> String? {
        if case .open(let reason, isOwn: false) = privacy, file.isPrivate {
            throw .folder(path: folder, reason: "it belongs to another user, and others' access to it cannot be taken away (\(reason))")
        }
        if file.isPrivate, privacy == .alone { return nil }
        return "Other users of this machine may read and change the journals in \(folder): its file system keeps no permissions."
    }

    /// As ``takeUp(_:entries:refusal:)``; the record knows what later runs did to the targets.
    private func takeUpKnowingLater(
        _ runId: String, entries: [JournalEntry], refusal: (RunRecord) -> String?
    ) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        let (journal, record) = try await takeUp(runId, entries: entries, refusal: refusal)
        return (journal, record.with(laterRuns(than: record)))
    }

    /// Opens a journal to add to it. Half a line at its end is cut off, and the next entry says so.
    private func takeUp(
        _ runId: String, entries: [JournalEntry], refusal: (RunRecord) -> String?
    ) async throws(JournalError) -> (journal: Journal, record: RunRecord) {
        let path = path(of: runId)
        let handle = try onDisk(path) { () throws(DiskError) in try disk.open(path) }
        do throws(JournalError) {
            let (replay, _) = try replay(path, isBeingWritten: false)
            let record = RunRecord(replay, runId: runId, journal: path, option: option)
            if let reason = refusal(record) { throw .distrusted(path: path, reason: reason) }
            try onDisk(path) { () throws(DiskError) in try handle.truncate(to: replay.length) }
            let journal = Journal(runId: runId, path: path, handle: handle, length: replay.length, end: replay.chain.end, now: now)
            let all = (replay.isCut ? [.cut] : []) + entries
            if !all.isEmpty { try await journal.record(all) }
            return (journal, record)
        } catch {
            handle.close()
            throw error
        }
    }
}

extension JournalStore {
    /// The record of a new run, and what the operator should know about its folder. The run that it undoes, if any, stays
    /// locked until the record is closed, and its own journal then says that it was undone.
    package func begin(_ plan: Plan, seed: UInt64) async throws(JournalError) -> (recorder: any RunRecorder, warning: String?) {
        let held = try await holdUndone(plan)
        do throws(JournalError) {
            let (journal, warning) = try await createWithWarning(plan, seed: seed)
            guard let held else { return (journal, warning) }
            return (UndoRecorder(journal, of: held), warning)
        } catch {
            await held?.close()
            throw error
        }
    }

    /// The record of a run that is resumed, as ``resume(_:)`` does it; for one that undoes another as in ``begin(_:seed:)``.
    package func takeUp(_ runId: String) async throws(JournalError) -> (recorder: any RunRecorder, record: RunRecord) {
        let (journal, record) = try await resume(runId)
        do throws(JournalError) {
            guard let held = try await holdUndone(record.plan) else { return (journal, record) }
            let outcomes = record.report.outcomes
            return (UndoRecorder(journal, of: held, done: Set(outcomes.indices.filter { outcomes[$0].isDone })), record)
        } catch {
            await journal.close()
            throw error
        }
    }

    /// The journal of the run that the plan undoes. When that is gone, no other process can work on it.
    private func holdUndone(_ plan: Plan) async throws(JournalError) -> Journal? {
        guard let run = plan.undoes, try runIds().contains(run) else { return nil }
        return try await hold(run).journal
    }
}
