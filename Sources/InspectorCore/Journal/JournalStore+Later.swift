/// What later runs did to the targets of a run.
struct LaterRuns: Hashable, Sendable {
    /// The last change to each target, by its place in the plan.
    var changes: [Int: LaterChange] = [:]
    /// Runs whose journals were not read, each with the reason.
    var unread: [String] = []
}

extension JournalStore {
    /// What other runs in this folder did to the targets of `record` after it had last sent them, by the moments of the calls: a run that
    /// began earlier may have been resumed since. A journal that cannot be trusted leaves open what it did; so does the undo that the
    /// record names, when its journal is not here.
    func laterRuns(than record: RunRecord) -> LaterRuns {
        var search = LaterSearch(record)
        if let undo = record.undoneBy, (try? open(undo)) == nil { search.missUndo(undo) }
        let runIds: [String]
        do throws(JournalError) {
            runIds = try self.runIds()
        } catch {
            search.later.unread = ["all of \(folder) (\(error.shortReason))"]
            return search.later
        }
        var left = Self.mostBytesOfLaterRuns
        for runId in runIds where runId != record.runId && mayHaveSent(runId, since: record.startedAt) {
            do throws(JournalError) {
                guard left > 0 else { throw .file(path: path(of: runId), reason: "there is too much to read") }
                guard let other = try later(runId, countingFrom: &left) else { continue }
                search.take(other)
            } catch {
                if runId > record.runId, !error.isOfCopy { search.later.unread.append("\(runId) (\(error.shortReason))") }
            }
        }
        return search.later
    }

    /// The journals of later runs are read up to this size in all: two or three seconds.
    private static let mostBytesOfLaterRuns = 256 << 20

    /// A run's record; nothing when its plan never became durable, so that it sent nothing.
    private func later(_ runId: String, countingFrom left: inout Int) throws(JournalError) -> RunRecord? {
        let path = path(of: runId)
        let isLocked = disk.isLocked(path)
        let bytes = try onDisk(path) { () throws(DiskError) in try disk.read(path) }
        left -= bytes.count
        guard bytes.contains(UInt8(ascii: "\n")) else { return nil }
        return RunRecord(try replay(bytes, path, isBeingWritten: isLocked), runId: runId, journal: path, option: option)
    }

    /// Whether the journal's last line is of that moment or later, or does not tell: of the others only the last bytes are read.
    private func mayHaveSent(_ runId: String, since moment: String) -> Bool {
        guard let last = lastLine(of: runId)?.at, !last.isEmpty else { return true }
        return last >= moment
    }
}

/// Holds the records of other runs against one run.
private struct LaterSearch {
    var later = LaterRuns()
    private let record: RunRecord
    private lazy var places = Dictionary(
        record.plan.targets.indices.map { (record.plan.targets.association(at: $0), $0) }
    ) { first, _ in first }
    /// When the change that counts so far was sent, and by which run.
    private var moments: [Int: (at: String, runId: String)] = [:]

    init(_ record: RunRecord) { self.record = record }

    /// The undo of the record cannot be read: it may have taken back whatever the run did.
    mutating func missUndo(_ runId: String) {
        for (place, outcome) in record.report.outcomes.enumerated() where outcome.isDone {
            later.changes[place] = LaterChange(.perhapsChangedBack, by: runId)
        }
    }

    mutating func take(_ other: RunRecord) {
        for (index, outcome) in other.report.outcomes.enumerated() {
            guard let place = places[other.plan.targets.association(at: index)] else { continue }
            let isOpposite = other.plan.change(at: index) != record.plan.change(of: record.plan.targets[place])
            guard let kind = other.change(outcome, isOpposite: isOpposite, to: record) else { continue }
            let moment = (at: other.call(of: index)?.sentAt ?? other.startedAt, runId: other.runId)
            guard moment.at >= record.call(of: place)?.sentAt ?? record.startedAt, moments[place].map({ moment > $0 }) ?? true else {
                continue
            }
            moments[place] = moment
            later.changes[place] = LaterChange(kind, by: other.runId)
        }
    }
}

extension RunRecord {
    /// What this run, with `outcome` for a target, did to the same target of an `earlier` one, the same or the opposite of what that one did;
    /// nothing where it changed nothing.
    fileprivate func change(_ outcome: Outcome, isOpposite: Bool, to earlier: RunRecord) -> LaterChange.Kind? {
        switch outcome {
        case .succeeded, .notConfirmed:
            guard distrust == nil else { return isOpposite ? .perhapsChangedBack : nil }
            guard isOpposite else { return .repeated }
            return plan.undoes == earlier.runId ? .undone : .changedBack
        // What failed so may take effect all the same.
        case .unresolved, .failed(.internalError, _): return isOpposite ? .perhapsChangedBack : nil
        case .failed, .notSent: return nil
        }
    }
}
