import Foundation
import Runtime
import TestSupport
import Testing

@testable import InspectorCore

/// Which runs count as later ones of a run, and what is said of journals that are not read.
@Suite struct LaterRunsTests {
    let folder: TemporaryFolder
    let plan = MadePlan.plan(2)
    private let time = MovingTime()
    private let disk = WatchedDisk()
    private let store: JournalStore

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path, disk: disk, now: { [time] in time.next() })
    }

    private static func sent(_ target: Int) -> [JournalEntry] {
        [
            .intent(call: 1, attempt: 1, invocationId: "i", targets: [target]),
            .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [target])]),
        ]
    }

    private func run(_ action: RunAction, sending target: Int?) async throws -> String {
        var plan = plan
        plan.action = action
        let journal = try await store.create(plan, seed: 1)
        if let target { try await journal.record(Self.sent(target)) }
        try await journal.record(.finished)
        await journal.close()
        return journal.runId
    }

    private func later(_ runId: String) throws -> LaterRuns { try store.laterRuns(than: store.open(runId)) }

    @Test func aRunThatBeganEarlierAndWasResumedSinceIsLater() async throws {
        let early = try await run(.associate, sending: nil)
        let late = try await run(.disassociate, sending: 0)
        #expect(try later(late).changes.isEmpty)
        let (resumed, _) = try await store.resume(early)
        try await resumed.record(Self.sent(0))
        await resumed.close()
        #expect(try later(late).changes == [0: LaterChange(.changedBack, by: early)])
        #expect(try later(early).changes.isEmpty, "what it undid was sent before it was resumed")
    }

    @Test func theChangeThatWasSentLastCounts() async throws {
        let first = try await run(.disassociate, sending: 0)
        let second = try await run(.associate, sending: nil)
        let third = try await run(.disassociate, sending: 0)
        let (resumed, _) = try await store.resume(second)
        try await resumed.record(Self.sent(0))
        await resumed.close()
        #expect(try later(first).changes == [0: LaterChange(.changedBack, by: second)])
        #expect(try later(third).changes == [0: LaterChange(.changedBack, by: second)])
    }

    @Test func journalsThatEndedBeforeAreNotRead() async throws {
        let early = try await run(.associate, sending: 0)
        let late = try await run(.disassociate, sending: 0)
        let record = try store.open(late)
        disk.forget()
        #expect(store.laterRuns(than: record).changes.isEmpty)
        #expect(!disk.wasRead(store.path(of: early)))
    }

    @Test func aLaterJournalThatCannotBeReadIsNamed() async throws {
        let runId = try await run(.disassociate, sending: 0)
        try Data("nonsense\n".utf8).write(to: URL(fileURLWithPath: store.path(of: "99990101T000000000Z-aaaa")))
        try Data("nonsense\n".utf8).write(to: URL(fileURLWithPath: store.path(of: "00000101T000000000Z-aaaa")))
        try Data("{\"at\"".utf8).write(to: URL(fileURLWithPath: store.path(of: "99990101T000000000Z-bbbb")))
        #expect(try later(runId).unread == ["99990101T000000000Z-aaaa (line 1: this is not a plan)"])
        let (journal, record) = try await store.check(runId)
        await journal.close()
        let resources = Set([plan.targets[0].association.resource])
        var run = VirtualRun(plan, history: record.history, mode: .verify, listing: { _ in .associations(resources) }) { call, _ in
            (.zero, plan.success(call))
        }
        run.run()
        #expect(
            run.engine.remarks.contains(
                "What later runs changed is not known, because their journals were not read: "
                    + "99990101T000000000Z-aaaa (line 1: this is not a plan)."))
    }

    @Test func nobodyElseIsBlamedWhereAJournalWasNotRead() {
        var statistics = RunStatistics()
        statistics.changedBack = [nil: 1]
        #expect(statistics.remarks == ["1 association changed back since by someone else: no run recorded here did it."])
        statistics.unreadRuns = ["r"]
        #expect(statistics.remarks[0] == "1 association changed back since by someone else, or by a run whose journal was not read.")
    }
}

/// A clock that is a second later each time.
private final class MovingTime: Sendable {
    private let seconds = Locked(0.0)

    func next() -> Date {
        seconds.withLock { seconds in
            seconds += 1
            return Date(timeIntervalSince1970: 1_790_000_000 + seconds)
        }
    }
}

/// The real disk, which knows what was read.
private final class WatchedDisk: Disk {
    private let disk = SystemDisk()
    private let paths = Locked<Set<String>>([])

    func wasRead(_ path: String) -> Bool { paths.withLock { $0.contains(path) } }
    func forget() { paths.withLock { $0 = [] } }

    func read(_ path: String) throws(DiskError) -> [UInt8] {
        paths.withLock { _ = $0.insert(path) }
        return try disk.read(path)
    }

    func makeFolder(_ path: String) throws(DiskError) -> FolderPrivacy { try disk.makeFolder(path) }
    func names(in folder: String) throws(DiskError) -> [String] { try disk.names(in: folder) }
    func readEnd(_ path: String, count: Int) throws(DiskError) -> [UInt8] { try disk.readEnd(path, count: count) }
    func create(_ path: String) throws(DiskError) -> any DiskFile { try disk.create(path) }
    func open(_ path: String) throws(DiskError) -> any DiskFile { try disk.open(path) }
    func isLocked(_ path: String) -> Bool { disk.isLocked(path) }
    func remove(_ path: String) { disk.remove(path) }
}
