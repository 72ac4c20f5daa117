import Foundation
import InspectorCore
import Testing

@Suite struct JournalStoreTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func made(at second: Double, _ entries: [JournalEntry]) async throws -> String {
        let store = JournalStore(folder: folder.path, now: { Date(timeIntervalSince1970: 1_795_000_000 + second) })
        let journal = try await store.create(MadePlan.plan(3), seed: UInt64(second))
        for entry in [sent] + entries { try await journal.record(entry) }
        await journal.close()
        return journal.runId
    }

    private var store: JournalStore { JournalStore(folder: folder.path) }
    private let sent = JournalEntry.intent(call: 1, attempt: 1, invocationId: "i", targets: [0])
    private let rest = JournalEntry.intent(call: 2, attempt: 1, invocationId: "j", targets: [1, 2])
    private let allDone = JournalEntry.settled([OutcomeGroup(outcome: .succeeded, targets: [0, 1, 2])])
    private let oneDone = JournalEntry.settled([OutcomeGroup(outcome: .succeeded, targets: [0])])

    @Test func listsTheLatestFirstWithItsState() async throws {
        let first = try await made(at: 1, [rest, allDone, .finished])
        let second = try await made(at: 2, [oneDone])
        let runs = try store.list()
        #expect(runs.map(\.runId) == [second, first])
        #expect(runs.map(\.state) == [.interrupted, .complete])
        #expect(runs.map(\.isResumable) == [true, false])
        #expect((runs[0].targets, runs[0].succeeded, runs[0].notSent) == (3, 1, 2))
        #expect(try store.newestToResume(account: "123456789012", region: "us-east-1").run?.runId == second)
    }

    @Test func aClockThatStepsBackLosesNoRun() async throws {
        let later = try await made(at: 9, [rest, allDone, .finished])
        let earlier = try await made(at: 3, [oneDone])
        let (journal, record) = try await store.resume(earlier)
        try await journal.record(rest)
        try await journal.record(allDone)
        try await journal.record(.finished)
        await journal.close()
        #expect(record.history.outcomes == [.succeeded, nil, nil])
        #expect(try store.list().map(\.state) == [.complete, .complete])
        #expect(try store.open(earlier).report.isComplete)
        #expect(try store.open(later).report.isComplete)
    }

    @Test func aFolderThatDoesNotExistHasNoRuns() throws {
        #expect(try JournalStore(folder: folder.path + "/none").list().isEmpty)
    }

    @Test func aRunGoesByTheBeginningOfItsName() async throws {
        let first = try await made(at: 1, [])
        let second = try await made(at: 2, [])
        #expect(try store.runId(named: first) == first)
        #expect(try store.runId(named: String(second.dropLast(2))) == second)
        #expect(throws: JournalError.ambiguous("2026", runs: [first, second])) { try store.runId(named: "2026") }
        #expect(throws: JournalError.noSuchRun("x")) { try store.runId(named: "x") }
        #expect(throws: JournalError.noName) { try store.runId(named: "") }
    }

    @Test func anUndoIsThePlanOfWhatSucceeded() async throws {
        let open = JournalEntry.settled([OutcomeGroup(outcome: .unresolved(.interrupted), targets: [1])])
        let record = try store.open(try await made(at: 1, [oneDone, open, .finished]))
        let undo = record.report.undoPlan
        #expect(undo.action == .associate)
        #expect(undo.undoes == record.runId)
        #expect(undo.targets.map(\.association) == [record.plan.targets[0].association])
        #expect(undo.warnings == [.unresolvedLeftOut(targets: 1)])
    }

    @Test func aPlanOfAnotherAccountOrRegionDoesNotFit() {
        let plan = MadePlan.plan(1)
        #expect(plan.mismatch(PlanInputContext(account: "123456789012", region: "us-east-1")) == nil)
        #expect(plan.mismatch(PlanInputContext(account: nil, region: nil))?.contains("not known") == true)
        #expect(plan.mismatch(PlanInputContext(account: "210987654321", region: "us-east-1"))?.contains("account") == true)
        #expect(plan.mismatch(PlanInputContext(account: "123456789012", region: "eu-west-1"))?.contains("region") == true)
    }

    @Test func aPlanMadeWithItsAccountUnknownIsForTheAccountOfItsConfigurations() {
        var plan = MadePlan.plan(4, configurations: 2)
        plan.account = nil
        #expect(plan.knownAccount == "123456789012")
        #expect(plan.mismatch(PlanInputContext(account: "123456789012", region: "us-east-1")) == nil)
        #expect(plan.mismatch(PlanInputContext(account: "210987654321", region: "us-east-1"))?.contains("123456789012") == true)
        #expect(plan.mismatch(PlanInputContext(account: nil, region: "us-east-1"))?.contains("not known") == true)
        let organization = plan.targets.map { target in
            var target = target
            target.association.scanConfigurationArn = target.association.scanConfigurationArn.replacing(
                "owner/123456789012", with: "owner/o-abcdefghij")
            return target
        }
        plan.targets = PlanTargets(organization)
        #expect(plan.knownAccount == nil)
        #expect(plan.mismatch(PlanInputContext(account: "210987654321", region: "us-east-1")) == nil)
        plan.targets = PlanTargets(organization) + MadePlan.plan(1).targets
        #expect(plan.knownAccount == "123456789012")
    }
}
