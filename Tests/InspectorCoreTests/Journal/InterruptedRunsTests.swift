import Foundation
import InspectorCore
import Testing

/// Which runs were interrupted is known without reading what finished runs did.
@Suite struct InterruptedRunsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var store: JournalStore { JournalStore(folder: folder.path) }

    private func made(_ entries: [JournalEntry]) async throws -> Journal {
        let journal = try await store.create(MadePlan.plan(3), seed: UInt64.random(in: 0...UInt64.max))
        for entry in entries { try await journal.record(entry) }
        return journal
    }

    private let sent = JournalEntry.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1, 2])
    private let done = JournalEntry.settled([OutcomeGroup(outcome: .succeeded, targets: [0, 1, 2])])
    private let stopped = JournalEntry.settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [0, 1, 2])])

    @Test func onlyRunsThatNeitherEndedNorGoOnAreInterrupted() async throws {
        let killed = try await made([sent])
        await killed.close()
        let finished = try await made([sent, done, .finished])
        await finished.close()
        let ended = try await made([stopped, .finished])
        await ended.close()
        let underWay = try await made([sent])
        let runs = try store.interrupted()
        await underWay.close()
        #expect(runs.map(\.runId) == [killed.runId])
        #expect(runs.map(\.left) == [3])
        #expect(runs.map(\.account) == ["123456789012"])
    }

    @Test func ofAFinishedRunOnlyTheEndIsRead() async throws {
        let journal = try await made([sent, done, .finished])
        await journal.close()
        let path = try #require(journal.path)
        let bytes = try #require(FileManager.default.contents(atPath: path))
        let damaged = Data(repeating: UInt8(ascii: "x"), count: bytes.count - 200) + bytes.suffix(200)
        try damaged.write(to: URL(fileURLWithPath: path))
        #expect(try store.interrupted().isEmpty)
        let end = try SystemDisk().readEnd(path, count: 20)
        #expect(end == Array(damaged.suffix(20)))
        #expect(try SystemDisk().readEnd(path, count: 1_000_000).count == damaged.count)
    }

    @Test func aFolderThatDoesNotExistHasNone() throws {
        #expect(try JournalStore(folder: folder.path + "/none").interrupted().isEmpty)
    }
}
