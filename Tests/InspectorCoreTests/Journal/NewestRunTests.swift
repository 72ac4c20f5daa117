import Foundation
import TestSupport
import Testing

@testable import InspectorCore

/// Which run `resume` and `undo` mean when none is named.
@Suite struct NewestRunTests {
    let folder: TemporaryFolder
    private static let (ours, region) = ("123456789012", "us-east-1")
    private static let open: [JournalEntry] = [.intent(call: 1, attempt: 1, invocationId: "i", targets: [0])]
    private static let complete = open + [.settled([OutcomeGroup(outcome: .succeeded, targets: [0])]), .finished]

    init() throws { folder = try TemporaryFolder() }

    private var store: JournalStore { JournalStore(folder: folder.path) }

    @discardableResult
    private func made(at second: Double, _ entries: [JournalEntry], _ change: (inout Plan) -> Void = { _ in }) async throws -> String {
        let store = JournalStore(folder: folder.path, now: { Date(timeIntervalSince1970: 1_795_000_000 + second) })
        var plan = MadePlan.plan(1)
        change(&plan)
        let journal = try await store.create(plan, seed: UInt64(second))
        try await journal.record(entries)
        await journal.close()
        return journal.runId
    }

    private func toResume() throws -> NewestRun { try store.newestToResume(account: Self.ours, region: Self.region) }
    private func toUndo() throws -> NewestRun { try store.newestToUndo(account: Self.ours, region: Self.region) }

    @Test func runsOfOtherAccountsAndRegionsAreCountedOnly() async throws {
        let mine = try await made(at: 1, Self.open)
        try await made(at: 2, Self.open) { $0.account = "999999999999" }
        try await made(at: 3, Self.open) { $0.region = "eu-west-1" }
        try await made(at: 4, Self.open) { $0.account = nil }
        try await made(at: 5, Self.complete)
        #expect(try toResume().run?.runId == mine)
        #expect(try toResume().elsewhere == 3)
        #expect(try store.newestToResume(account: "1", region: Self.region).run == nil)
    }

    @Test func whatIsUndoneIsTheNewestRunThatIsNoUndo() async throws {
        let run = try await made(at: 1, Self.complete)
        try await made(at: 2, Self.complete) { ($0.action, $0.undoes) = (.associate, run) }
        try await made(at: 3, Self.complete) { $0.region = "eu-west-1" }
        #expect(try toUndo().run?.runId == run)
        let associated = try await made(at: 4, Self.complete) { $0.action = .associate }
        #expect(try toUndo().run?.runId == associated)
    }

    @Test func aRunUnderWayIsNotPassedOverInSilence() async throws {
        let runId = try await made(at: 1, Self.open)
        let (journal, _) = try await store.resume(runId)
        #expect(try toResume().run == nil && toResume().busy?.runId == runId)
        #expect(try toUndo().busy?.runId == runId)
        await journal.close()
        #expect(try toResume().busy == nil && toResume().run?.runId == runId)
    }

    @Test func aJournalThatCannotBeReadIsNotPassedOverInSilence() async throws {
        let run = try await made(at: 1, Self.complete)
        try "nonsense\n".write(toFile: folder.path + "/2099.jsonl", atomically: false, encoding: .utf8)
        #expect(try toUndo().unreadable?.runId == "2099")
        #expect(try toUndo().run?.runId == run)
    }

    @Test func aRunThatCannotBeBuiltOnIsNotPassedOver() async throws {
        try await made(at: 1, Self.open)
        let runId = try await made(at: 2, Self.open)
        try folder.append("nonsense\n", to: store.path(of: runId))
        #expect(try toResume().run?.runId == runId)
        #expect(try toResume().run?.isResumable == false)
    }

    /// The file's name and the id within have to agree: else a copy would be undone or counted as a run of its own.
    @Test func aCopyUnderAnotherNameIsNoRunOfItsOwn() async throws {
        let runId = try await made(at: 1, Self.complete)
        let copy = "\(runId)-backup"
        try FileManager.default.copyItem(atPath: store.path(of: runId), toPath: store.path(of: copy))
        #expect(try toUndo().run?.runId == runId && toUndo().unreadable == nil)
        #expect(throws: JournalError.misnamed(path: store.path(of: copy), run: runId)) { try store.open(copy) }
        let listed = try #require(try store.list().first { $0.runId == copy })
        guard case .unreadable(let reason) = listed.state else { return #expect(Bool(false), "\(listed.state)") }
        #expect(reason.contains("is a copy of the journal of run \(runId)") && reason.contains("\(runId).jsonl"))
        #expect(try store.laterRuns(than: store.open(runId)).unread.isEmpty)
        #expect(throws: JournalError.self) { try store.ticket(copy) }
    }
}
