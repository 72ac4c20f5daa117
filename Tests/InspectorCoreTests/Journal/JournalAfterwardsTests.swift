import Foundation
import JSON
import TestSupport
import Testing

@testable import InspectorCore

/// What is added to a journal after its run: remarks, findings, and that it was undone.
@Suite struct JournalAfterwardsTests {
    let folder: TemporaryFolder
    let store: JournalStore
    let plan = MadePlan.plan(4)
    private let sent: [JournalEntry] = [
        .intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]),
        .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])]),
        .settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [2, 3])]), .finished,
    ]

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path)
    }

    private func run(_ entries: [JournalEntry]) async throws -> String {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(entries)
        await journal.close()
        return journal.runId
    }

    @Test func remarksAreInEveryReport() async throws {
        let words = "This machine's clock is 15 min ahead."
        let runId = try await run(sent + [.remark(words), .remark("Another."), .remark(words)])
        let record = try store.open(runId)
        #expect(record.remarks == [words, "Another."])
        #expect(record.isFinished)
        #expect(record.report.remarks == [words, "Another."])
        let rows = OutcomeTable.csv(record.report).split(separator: "\r\n")
        #expect(rows[0].hasSuffix(",remarks"))
        #expect(rows[1].hasSuffix(",\(words) Another."))
        #expect(rows[2].hasSuffix(","))
        let read = try PlanInput.read(
            Array(OutcomeTable.csv(record.report).utf8), name: "in", context: PlanInputContext(account: nil, region: nil))
        #expect(read.associations == plan.targets[2...].map(\.association), "what succeeded is not taken")
    }

    @Test func whatWasSaidOfListingsHoldsUntilTheNextOnes() async throws {
        let stopped = "Verification was stopped with 1 association still to verify."
        let runId = try await run(sent + [.remark("Odd.")])
        let (first, _) = try await store.check(runId)
        try await first.record(.remark(stopped, ofListings: true))
        await first.close()
        #expect(try store.open(runId).remarks == ["Odd.", stopped])
        let (second, _) = try await store.check(runId)
        await second.close()
        #expect(try store.open(runId).remarks == ["Odd."])
        let (third, _) = try await store.resume(runId)
        try await third.record(.remark(stopped, ofListings: true))
        await third.close()
        let (fourth, _) = try await store.resume(runId)
        await fourth.close()
        #expect(try store.open(runId).remarks == ["Odd."])
    }

    @Test func whatAStoppedVerificationLeftOpenIsNotSaidToBeFound() async throws {
        let runId = try await run(sent)
        let path = store.path(of: runId)
        try (folder.text(path) + "nonsense\n").write(toFile: path, atomically: false, encoding: .utf8)
        let (journal, _) = try await store.check(runId)
        let open = OutcomeGroup(outcome: .unresolved(.interrupted), targets: [0, 1, 2])
        try await journal.record(.settled([open, OutcomeGroup(outcome: .succeeded, targets: [3])]))
        await journal.close()
        let remarks = try store.open(runId).report.remarks
        #expect(
            remarks.contains(
                "The journal is damaged (line 6); what was listed again since stands as it was found, and 3 associations are still "
                    + "unresolved."), "\(remarks)")
    }

    @Test func aFindingLeavesTheRunFinishedAndHasItsTime() async throws {
        let runId = try await run(sent)
        let (journal, record) = try await store.check(runId, caller: "arn:who")
        #expect(record.isFinished)
        try await journal.record(.settled([OutcomeGroup(outcome: .notConfirmed(statusCode: .notDisassociated, asOf: "T"), targets: [1])]))
        try await journal.record(.verified(scanConfigurationArn: MadePlan.arn(0), open: [1]))
        await journal.close()
        let found = try store.open(runId)
        #expect(found.isFinished)
        #expect(found.history.outcomes[1] == .notConfirmed(statusCode: .notDisassociated, asOf: "T"))
        #expect(found.history.verified.contains(0) && !found.history.verified.contains(1))
        let lines = try folder.text(store.path(of: runId)).split(separator: "\n")
        let time = try #require(lines.first { $0.contains("\"checked\"") }?.firstMatch(of: /"at":"([^"]+)"/)?.1)
        #expect(found.lastCheckedAt == String(time))
        #expect(lines.contains { $0.contains(#""caller":"arn:who""#) })
        #expect(found.report.remarks.contains("Listed again as of \(String(time).moment)."))
        #expect(try store.list()[0].lastCheckedAt == String(time))
    }

    /// What a run did and a later one undid in part is not called undone.
    @Test func whatIsUndoneInPartIsCounted() async throws {
        let runId = try await run(sent)
        let (recorder, _) = try await store.begin(store.open(runId).report.undoPlan, seed: 2)
        try await recorder.record(.intent(call: 1, attempt: 1, invocationId: "u", targets: [0, 1]))
        try await recorder.record(
            .answered(
                call: 1, attempt: 1,
                [OutcomeGroup(outcome: .succeeded, targets: [0]), OutcomeGroup(outcome: .notSent(.stopped), targets: [1])]))
        await recorder.close()
        #expect(try store.open(runId).undonePart == "1 of 2")
        #expect(try store.open(runId).report.remarks == ["Run \(recorder.runId) undid 1 of 2 associations."])
        #expect(try store.list().first { $0.runId == runId }?.stateWords.first == "undone: 1 of 2")
        let (rest, _) = try await store.takeUp(recorder.runId)
        try await rest.record(.settled([OutcomeGroup(outcome: .succeeded, targets: [1])]))
        await rest.close()
        #expect(try store.open(runId).undonePart == nil)
        #expect(try store.list().first { $0.runId == runId }?.stateWords.first == "undone")
    }

    @Test func anUndoMarksTheRunItTookBack() async throws {
        let runId = try await run(sent)
        let (recorder, _) = try await store.begin(store.open(runId).report.undoPlan, seed: 2)
        try await recorder.record(.intent(call: 1, attempt: 1, invocationId: "u", targets: [0, 1]))
        #expect(try store.open(runId).undoneBy == nil)
        try await recorder.record(.answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])]))
        await recorder.close()
        let record = try store.open(runId)
        #expect(record.undoneBy == recorder.runId)
        #expect(record.isFinished && record.integrity == .checked)
        #expect(record.report.remarks == ["Undone by run \(recorder.runId)."])
        let undo = try store.open(recorder.runId)
        #expect(undo.plan.undoes == runId && undo.isUndo && !record.isUndo)
    }

    @Test func anUndoThatChangedNothingLeavesNoMark() async throws {
        let runId = try await run(sent)
        let (recorder, _) = try await store.begin(store.open(runId).report.undoPlan, seed: 2)
        let failed = Outcome.failed(statusCode: .accessDenied, statusMessage: nil)
        try await recorder.record([
            .intent(call: 1, attempt: 1, invocationId: "u", targets: [0, 1]),
            .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: failed, targets: [0, 1])]),
        ])
        await recorder.close()
        #expect(try store.open(runId).undoneBy == nil)
    }

    @Test func nobodyElseWorksOnARunWhileItIsUndone() async throws {
        let runId = try await run(sent)
        let plan = try store.open(runId).report.undoPlan
        let locked = JournalError.locked(path: store.path(of: runId))
        let (recorder, _) = try await store.begin(plan, seed: 2)
        #expect(store.isLocked(runId))
        await #expect(throws: locked) { try await store.begin(plan, seed: 3) }
        await #expect(throws: locked) { try await store.resume(runId) }
        await recorder.close()
        #expect(try store.runIds().count == 2)
        let (resumed, _) = try await store.resume(runId)
        await #expect(throws: locked) { try await store.begin(plan, seed: 3) }
        await resumed.close()
        #expect(try store.runIds().count == 2)
    }

    @Test func anUndoThatIsResumedMarksTheRunToo() async throws {
        let runId = try await run(sent)
        let (killed, _) = try await store.begin(store.open(runId).report.undoPlan, seed: 2)
        try await killed.record(.intent(call: 1, attempt: 1, invocationId: "u", targets: [0, 1]))
        await killed.close()
        let (again, record) = try await store.takeUp(killed.runId)
        #expect(record.history.inDoubt == [0, 1])
        #expect(store.isLocked(runId))
        try await again.record(.settled([OutcomeGroup(outcome: .succeeded, targets: [0, 1])]))
        await again.close()
        #expect(try store.open(runId).undoneBy == killed.runId)
    }

    @Test func anUndoOfAJournalThatIsGoneNeedsNoLock() async throws {
        var plan = plan
        plan.undoes = "../../etc/passwd"
        let (recorder, _) = try await store.begin(plan, seed: 2)
        await recorder.close()
        #expect(try store.runIds() == [recorder.runId])
    }

    private func later(_ change: (inout Plan) -> Void, _ outcome: Outcome = .succeeded, on targets: [Int]) async throws -> String {
        var later = plan
        later.targets = PlanTargets(targets.map { plan.targets[$0] })
        change(&later)
        let (recorder, _) = try await store.begin(later, seed: 3)
        let places = Array(later.targets.indices)
        try await recorder.record([
            .intent(call: 1, attempt: 1, invocationId: "l", targets: places),
            .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: outcome, targets: places)]),
        ])
        await recorder.close()
        return recorder.runId
    }

    private func changesSeen(_ runId: String) async throws -> [Int: LaterChange] {
        let (journal, record) = try await store.check(runId)
        await journal.close()
        return record.history.laterChanges
    }

    @Test func anUndoOfSomeTargetsConfirmsNoneOfTheOthers() async throws {
        let runId = try await run(sent)
        let (recorder, _) = try await store.begin(store.open(runId).report.undoPlan, seed: 2)
        try await recorder.record([
            .intent(call: 1, attempt: 1, invocationId: "u", targets: [0]),
            .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0])]),
        ])
        await recorder.close()
        let record = try store.open(runId)
        #expect(record.undoneBy == recorder.runId && record.history.verified.isEmpty)
        #expect(try await changesSeen(runId) == [0: LaterChange(.undone, by: recorder.runId)])
    }

    @Test func anUndoWhoseJournalIsNotHereMayHaveChangedEverythingBack() async throws {
        let runId = try await run(sent)
        let undo = try await later({ ($0.action, $0.undoes) = (.associate, runId) }, on: [0])
        try FileManager.default.removeItem(atPath: store.path(of: undo))
        let perhaps = LaterChange(.perhapsChangedBack, by: undo)
        #expect(try await changesSeen(runId) == [0: perhaps, 1: perhaps])
    }

    @Test func aListingThatLeftATargetOpenToldNothingOfIt() async throws {
        let runId = try await run([.settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [0, 1])]), .finished])
        let path = store.path(of: runId)
        try (folder.text(path) + "nonsense\n").write(toFile: path, atomically: false, encoding: .utf8)
        let (journal, _) = try await store.check(runId)
        try await journal.record(.verified(scanConfigurationArn: MadePlan.arn(0), open: [1]))
        await journal.close()
        let history = try store.open(runId).history
        #expect(!history.inDoubt.contains(0) && history.inDoubt.contains(1), "a line that is missing may have sent it")
    }

    @Test func whoListsAgainKnowsWhatOurLaterRunsChanged() async throws {
        let runId = try await run(sent)
        #expect(try await changesSeen(runId).isEmpty)
        let undo = try await later({ ($0.action, $0.undoes) = (.associate, runId) }, on: [0])
        let retry = try await later({ _ in }, on: [2, 3])
        #expect(
            try await changesSeen(runId)
                == [0: LaterChange(.undone, by: undo), 2: LaterChange(.repeated, by: retry), 3: LaterChange(.repeated, by: retry)])
        let associated = try await later({ $0.action = .associate }, on: [1, 2])
        let doubtful = try await later({ $0.action = .associate }, .unresolved(.notMentioned), on: [3])
        let refused = Outcome.failed(statusCode: .accessDenied, statusMessage: nil)
        _ = try await later({ $0.action = .associate }, refused, on: [0, 1])
        #expect(
            try await changesSeen(runId) == [
                0: LaterChange(.undone, by: undo), 1: LaterChange(.changedBack, by: associated),
                2: LaterChange(.changedBack, by: associated), 3: LaterChange(.perhapsChangedBack, by: doubtful),
            ])
        #expect(try await changesSeen(doubtful).isEmpty)
        let (resumed, record) = try await store.resume(runId)
        await resumed.close()
        #expect(record.history.laterChanges.count == 4)
    }

    @Test func whatADamagedJournalOfALaterRunTellsIsNotCertain() async throws {
        let runId = try await run(sent)
        let undo = try await later({ ($0.action, $0.undoes) = (.associate, runId) }, on: [0])
        let (journal, _) = try await store.resume(undo)
        await journal.close()
        let path = store.path(of: undo)
        let lines = try folder.text(path).replacing(#""event":"resumed""#, with: #""event":"resumeD""#)
        try lines.write(toFile: path, atomically: false, encoding: .utf8)
        #expect(try await changesSeen(runId) == [0: LaterChange(.perhapsChangedBack, by: undo)])
    }

    /// The service may have done what it answered INTERNAL_ERROR to: unless a listing has told, whoever undoes the run is told so.
    @Test func whatMayHaveTakenEffectIsSaidBeforeAnUndo() async throws {
        let failed = OutcomeGroup(outcome: .failed(statusCode: .internalError, statusMessage: nil), targets: [0])
        let denied = OutcomeGroup(outcome: .failed(statusCode: .accessDenied, statusMessage: nil), targets: [1])
        let answers: [JournalEntry] = [
            .intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]), .answered(call: 1, attempt: 1, [failed, denied]), .finished,
        ]
        let runId = try await run(answers)
        let words = try #require(try store.open(runId).openFailureWords)
        #expect(words.hasPrefix("1 association that failed with INTERNAL_ERROR may have taken effect, and no listing has told."))
        #expect(words.contains("scanconfig verify \(runId) first finds out"))
        let listed = try await run(answers + [.verified(scanConfigurationArn: MadePlan.arn(0), open: [])])
        #expect(try store.open(listed).openFailureWords == nil)
    }
}
