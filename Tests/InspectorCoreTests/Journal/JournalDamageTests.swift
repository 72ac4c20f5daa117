import Foundation
import TestSupport
import Testing
import TextSafety

@testable import InspectorCore

/// A journal that is damaged: what can be read is shown, nothing is guessed, and listing again makes it a base once more.
@Suite struct JournalDamageTests {
    let folder: TemporaryFolder
    let store: JournalStore
    let plan = MadePlan.plan(6, configurations: 2)

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path)
    }

    /// Six targets: two done, two failed, two not sent.
    private static let entries: [JournalEntry] = [
        .intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]),
        .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])]),
        .intent(call: 2, attempt: 1, invocationId: "j", targets: [2, 3]),
        .answered(
            call: 2, attempt: 1, [OutcomeGroup(outcome: .failed(statusCode: .accessDenied, statusMessage: nil), targets: [2, 3])]),
        .settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [4, 5])]), .finished,
    ]

    /// The journal of these entries, with the line of this number changed by `damage`.
    private func damaged(_ line: Int, _ damage: (inout [UInt8]) -> Void = { $0[8] ^= 1 }) async throws -> String {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(Self.entries)
        await journal.close()
        let url = URL(filePath: try #require(journal.path))
        var lines = JournalBytes.lines([UInt8](try Data(contentsOf: url)))
        damage(&lines[line - 1])
        try Data(JournalBytes.file(lines)).write(to: url)
        return journal.runId
    }

    @Test func whatCanBeReadIsToldAndTheRestIsInDoubt() async throws {
        let record = try store.open(try await damaged(3))
        #expect(record.integrity.damagedLines == [3])
        #expect(record.hasWholePlan && record.plan == plan)
        #expect(record.history.outcomes[0] == nil && record.history.outcomes[1] == nil)
        #expect(record.history.outcomes[2] == .failed(statusCode: .accessDenied, statusMessage: nil))
        #expect(record.history.inDoubt.isSuperset(of: [0, 1]))
        #expect(record.report.counts.unresolved == 2)
        #expect(record.report.remarks.contains { $0.contains("line 3") && $0.contains("scanconfig verify") })
    }

    @Test func anIntentThatCannotBeReadLeavesWhatItMaySendInDoubt() async throws {
        let record = try store.open(try await damaged(6))
        #expect(record.history.inDoubt.isSuperset(of: [4, 5]))
        #expect(record.history.outcomes[4] == nil)
        let answered = try store.open(try await damaged(4))
        #expect(answered.history.outcomes[2] == .failed(statusCode: .accessDenied, statusMessage: nil))
    }

    @Test func nothingIsBuiltOnIt() async throws {
        let runId = try await damaged(5)
        for purpose in [store.resume, store.hold] {
            let error = await #expect(throws: JournalError.self) { try await purpose(runId) }
            #expect(error?.sentence.contains("line 5") == true && error?.sentence.contains("Nothing was sent.") == true)
        }
        let text = try folder.text(store.path(of: runId))
        #expect(text.split(separator: "\n").count == 7)
        let run = try store.list()[0]
        #expect(run.integrity == "damaged" && run.damagedLines == [5] && !run.isResumable && run.isDistrusted)
        #expect(run.integrityWords == "damaged: line 5")
    }

    @Test func whatIsFoundByListingAgainCanBeBuiltOn() async throws {
        let runId = try await damaged(3)
        let (journal, before) = try await store.check(runId, caller: "arn:me")
        #expect(before.distrust != nil)
        try await journal.record([
            .settled([
                OutcomeGroup(outcome: .succeeded, targets: [0, 1]),
                OutcomeGroup(outcome: .notSent(.notDone(detail: "x")), targets: [4, 5]),
            ]), .verified(scanConfigurationArn: MadePlan.arn(0)), .verified(scanConfigurationArn: MadePlan.arn(1)), .finished,
        ])
        await journal.close()
        let record = try store.open(runId)
        #expect(record.integrity.damagedLines == [3])
        #expect(record.distrust == nil)
        #expect(record.isFinished && record.lastCheckedAt != nil)
        #expect(record.report.undoPlan.targets == Array(plan.targets[..<2]))
        #expect(record.rest.targets == Array(plan.targets[4...]))
        #expect(record.report.remarks.contains { $0.contains("damaged (line 3)") })
        let (again, resumed) = try await store.resume(runId)
        try await again.record(.intent(call: 1, attempt: 1, invocationId: "k", targets: [4, 5]))
        await again.close()
        #expect(resumed.history.inDoubt.isSuperset(of: [4, 5]), "a late effect of the first call may come yet")
        #expect(try store.open(runId).distrust == nil)
    }

    @Test func aFindingThatLeavesTargetsOutIsNotEnough() async throws {
        let runId = try await damaged(6)
        let (journal, _) = try await store.check(runId, caller: nil)
        try await journal.record([
            .settled([OutcomeGroup(outcome: .succeeded, targets: [4])]), .verified(scanConfigurationArn: MadePlan.arn(0)), .finished,
        ])
        await journal.close()
        #expect(try store.open(runId).distrust != nil)
        let (again, _) = try await store.check(runId)
        try await again.record([.settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [5])]), .finished])
        await again.close()
        #expect(try store.open(runId).distrust == nil)
    }

    @Test func theRunsOwnVerificationIsNoFinding() async throws {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(
            Self.entries + [.verified(scanConfigurationArn: MadePlan.arn(0)), .verified(scanConfigurationArn: MadePlan.arn(1))])
        await journal.close()
        let url = URL(filePath: try #require(journal.path))
        var lines = JournalBytes.lines([UInt8](try Data(contentsOf: url)))
        lines[5][8] ^= 1
        try Data(JournalBytes.file(lines)).write(to: url)
        #expect(try store.open(journal.runId).distrust?.contains("line 6") == true)
    }

    @Test func damageAfterAFindingCountsAgain() async throws {
        let runId = try await damaged(3)
        for _ in 0..<2 {
            let (journal, _) = try await store.check(runId, caller: nil)
            try await journal.record([
                .settled([OutcomeGroup(outcome: .succeeded, targets: [0, 1]), OutcomeGroup(outcome: .notSent(.stopped), targets: [4, 5])]),
                .verified(scanConfigurationArn: MadePlan.arn(0)), .verified(scanConfigurationArn: MadePlan.arn(1)), .finished,
            ])
            await journal.close()
        }
        let url = URL(filePath: store.path(of: runId))
        var lines = JournalBytes.lines([UInt8](try Data(contentsOf: url)))
        lines[lines.count - 1][8] ^= 1
        try Data(JournalBytes.file(lines)).write(to: url)
        #expect(try store.open(runId).distrust?.contains("lines 3, 17") == true)
    }

    @Test func aChangedPlanIsNoPlan() async throws {
        let runId = try await damaged(1) { line in
            line = Array(String(decoding: line, as: UTF8.self).replacing("us-east-1", with: "eu-west-1", maxReplacements: 1).utf8)
        }
        let record = try store.open(runId)
        #expect(!record.hasWholePlan)
        #expect(record.distrust?.contains("the plan itself (line 1)") == true)
        await #expect(throws: JournalError.self) { try await store.check(runId, caller: nil) }
        await #expect(throws: JournalError.self) { try await store.resume(runId) }
        let unreadable = try await damaged(1) { $0[0] = UInt8(ascii: "[") }
        #expect(throws: JournalError.self) { try store.open(unreadable) }
    }

    @Test func aJournalWithDamageAtItsEndGetsFindingsToo() async throws {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(Self.entries)
        await journal.close()
        let path = store.path(of: journal.runId)
        try folder.append("nonsense\n", to: path)
        #expect(try store.open(journal.runId).integrity.damagedLines == [8])
        let (again, _) = try await store.check(journal.runId, caller: nil)
        try await again.record(.finished)
        await again.close()
        #expect(try store.open(journal.runId).integrity.damagedLines == [8])
    }
}
