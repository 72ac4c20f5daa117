import Foundation
import Testing
import TextSafety

@testable import InspectorCore

@Suite struct JournalReplayTests {
    let folder: TemporaryFolder
    let store: JournalStore
    let plan = MadePlan.plan(6, configurations: 2)

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path)
    }

    /// The history that these entries leave behind.
    private func history(_ entries: [JournalEntry]) async throws -> RunHistory {
        try await record(entries).history
    }

    private func record(_ entries: [JournalEntry]) async throws -> RunRecord {
        let journal = try await store.create(plan, seed: 1)
        for entry in entries { try await journal.record(entry) }
        await journal.close()
        return try store.open(journal.runId)
    }

    private let intent = JournalEntry.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1])

    @Test func anIntentWithoutAnAnswerIsInDoubt() async throws {
        #expect(try await history([intent]).inDoubt == [0, 1])
    }

    @Test func anAttemptWithoutEffectLeavesNoDoubt() async throws {
        #expect(try await history([intent, .notActedUpon(call: 1, attempt: 1, detail: "throttled")]).inDoubt.isEmpty)
    }

    @Test func whatIsSentAfterAVerificationIsNotVerified() async throws {
        let entries: [JournalEntry] = [
            .settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [0, 1])]),
            .verified(scanConfigurationArn: plan.targets[0].association.scanConfigurationArn, open: []), .finished, .resumed, intent,
            .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])]),
        ]
        #expect(try await history(entries).verified.isDisjoint(with: [0, 1]))
    }

    @Test func doubtOutlivesALaterThrottle() async throws {
        let again = JournalEntry.intent(call: 1, attempt: 2, invocationId: "i", targets: [0, 1])
        let entries = [
            intent, .unanswered(call: 1, attempt: 1, detail: "reset"), again, .notActedUpon(call: 1, attempt: 2, detail: "throttled"),
        ]
        #expect(try await history(entries).inDoubt == [0, 1])
    }

    /// An answer that says nothing certain may have taken effect, also when listings that lag show nothing of it.
    @Test(arguments: [Outcome.unresolved(.notMentioned), .notSent(.notDone(detail: "not mentioned"))])
    func doubtOutlivesAnAnswerAndALaterCall(outcome: Outcome) async throws {
        let again = JournalEntry.intent(call: 1, attempt: 1, invocationId: "j", targets: [0, 1])
        let entries = [
            intent, .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .unresolved(.notMentioned), targets: [0, 1])]),
            .settled([OutcomeGroup(outcome: outcome, targets: [1])]), .finished, .resumed, again,
            .notActedUpon(call: 1, attempt: 1, detail: "throttled"),
        ]
        #expect(try await history(entries).inDoubt == [0, 1])
    }

    @Test func aTargetSentAgainHasNoOutcomeUntilItsAnswer() async throws {
        let entries: [JournalEntry] = [
            intent, .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .unresolved(.notMentioned), targets: [0, 1])]), .finished,
            .resumed, .intent(call: 1, attempt: 1, invocationId: "j", targets: [0]),
        ]
        let record = try await record(entries)
        #expect(record.history.outcomes[0] == nil)
        #expect(record.history.inDoubt == [0, 1])
        #expect(!record.isFinished)
        #expect(record.report.outcomes[0] == .unresolved(.interrupted))
        #expect(record.report.outcomes[5] == .notSent(.stopped))
    }

    @Test func callsOfAKilledSessionStayInDoubtThoughTheirNumbersComeAgain() async throws {
        let other = JournalEntry.intent(call: 1, attempt: 1, invocationId: "j", targets: [4])
        let done = JournalEntry.answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [4])])
        #expect(try await history([intent, .resumed, other, done]).inDoubt == [0, 1])
    }

    @Test func aListingVerifiesTheOutcomesSoFar() async throws {
        let entries = [
            intent, .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])]),
            .verified(scanConfigurationArn: MadePlan.arn(0), open: []),
        ]
        #expect(try await history(entries).verified == [0, 1])
    }

    @Test func aTornLastLineIsExpected() async throws {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(intent)
        await journal.close()
        let path = try #require(journal.path)
        let whole = try folder.text(path)
        for tail in [#"{"at":"torn"#, "\0\0\0\0"] {
            try (whole + tail).write(toFile: path, atomically: false, encoding: .utf8)
            let record = try store.open(journal.runId)
            #expect(record.isCut && record.distrust == nil)
            let (resumed, _) = try await store.resume(journal.runId)
            await resumed.close()
            let text = try folder.text(path)
            #expect(text.hasPrefix(whole))
            #expect(!text.contains(tail))
            #expect(text.split(separator: "\n").count == 4)
            #expect(try store.open(journal.runId).integrity == .checked)
        }
    }

    @Test func aCorruptLineIsNamedByItsNumber() async throws {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(intent)
        await journal.close()
        let path = try #require(journal.path)
        try folder.append("nonsense\n" + #"{"at":"x","event":"finished"}"# + "\n", to: path)
        #expect(try store.open(journal.runId).integrity.damagedLines == [3, 4])
        #expect(try store.list()[0].integrityWords == "damaged: lines 3, 4")
    }

    @Test(arguments: [[0, 99], [-1]]) func positionsOutsideThePlanAreCorrupt(_ targets: [Int]) async throws {
        let outside = JournalEntry.intent(call: 1, attempt: 1, invocationId: "i", targets: targets)
        let record = try await record([outside, intent])
        #expect(record.integrity.damagedLines == [2])
    }

    @Test func outcomesOfTargetsThatWereNotSentAreCorrupt() async throws {
        let done = [OutcomeGroup(outcome: .succeeded, targets: [0, 1])]
        let elsewhere = [OutcomeGroup(outcome: .succeeded, targets: [0, 2])]
        for entries in [
            [intent, .answered(call: 1, attempt: 1, elsewhere)], [intent, .answered(call: 2, attempt: 1, done)],
            [intent, .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0])])], [intent, .settled(elsewhere)],
            [.answered(call: 1, attempt: 1, done)],
        ] {
            let record = try await record(entries)
            #expect(record.integrity.damagedLines == [entries.count + 1])
            #expect(record.distrust?.contains("this does not fit") == true)
        }
        #expect(try await history([intent, .settled(done)]).outcomes[1] == .succeeded)
    }

    @Test func aJournalWithoutItsPlanSentNothing() throws {
        try #"{"at":"2026","event":"ru"#.write(toFile: folder.path + "/r.jsonl", atomically: false, encoding: .utf8)
        let error = #expect(throws: JournalError.self) { try store.open("r") }
        #expect(error?.sentence.contains("nothing was sent") == true)
        #expect(try store.list().count == 1)
    }
}
