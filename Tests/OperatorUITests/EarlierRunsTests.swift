import Foundation
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// H: journals of earlier sessions.
@Suite struct EarlierRunsTests {
    /// A state that shows one run, which was killed before anything was sent.
    private func interrupted() async throws -> (state: State, record: RunRecord) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        let journal = try await store.create(try RunTests.running().1, seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0]))
        await journal.close()
        var state = Fixture.listed()
        #expect(state.press(keys: .character("H")) == [.listRuns])
        _ = update(&state, .runsListed(try store.list()))
        return (state, try store.open(journal.runId))
    }

    @Test func anInterruptedRunIsShownAndOpened() async throws {
        var (state, record) = try await interrupted()
        #expect(state.lines.contains { $0.hasPrefix("▸") && $0.contains("disassociate") && $0.contains("interrupted, 3 left") })
        #expect(state.press(keys: .enter) == [.openRun(runId: record.runId, .show)])
        _ = update(&state, .runOpened(record, .show))
        #expect(state.lines.contains { $0.contains("interrupted, 3 left: R resumes it") })
        #expect(state.lines.contains { $0.contains("Not sent: 2 associations") })
    }

    @Test func resumeShowsTheRestAndAsks() async throws {
        var (state, record) = try await interrupted()
        #expect(state.press(keys: .character("R")) == [.openRun(runId: record.runId, .resume)])
        _ = update(&state, .runOpened(record, .resume))
        guard case .plan(let plan) = state.screen else { throw RunTests.Missing() }
        #expect(plan.plan.targets.count == 3)
        #expect(state.lines.joined().contains("1 association in doubt is looked up first."))
        #expect(state.agree() == [.resumeRun(runId: record.runId)])
        #expect(state.activity.run?.plan.targets.count == 3)
    }

    @Test func whatIsSettledIsNotCountedAsInDoubt() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        let journal = try await store.create(try RunTests.running().1, seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]))
        try await journal.record(.settled([OutcomeGroup(outcome: .succeeded, targets: [0])]))
        await journal.close()
        var state = Fixture.listed()
        state.press(keys: .character("H"))
        _ = update(&state, .runsListed(try store.list()))
        _ = update(&state, .runOpened(try store.open(journal.runId), .resume))
        #expect(state.lines.joined().contains("1 association in doubt is looked up first."))
    }

    @Test func aResumedPlanWarnsOfWhatIsLeftOnly() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        let plan = try RunTests.running().1
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]))
        try await journal.record(
            .answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])]))
        try await journal.record(.settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [2])]))
        try await journal.record(.finished)
        await journal.close()
        var state = Fixture.listed()
        state.press(keys: .character("H"))
        let runs = try store.list()
        _ = update(&state, .runsListed(runs))
        #expect(state.lines.contains { $0.contains("stopped, 1 left") })
        _ = update(&state, .runOpened(try store.open(journal.runId), .show))
        #expect(state.lines.contains { $0.contains("stopped, 1 left: R resumes it") })
        _ = update(&state, .keyPressed(.escape))
        _ = update(&state, .runOpened(try store.open(journal.runId), .resume))
        #expect(state.lines.contains { $0.contains("Disassociate 1 association (1 project) in 1 configuration") })
        #expect(!state.lines.contains { $0.contains("2 projects would be left") })
    }

    @Test func aDamagedJournalIsShownAndNothingIsBuiltOnIt() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        let journal = try await store.create(try RunTests.running().1, seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0]))
        try await journal.record(.answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0])]))
        await journal.close()
        let path = try #require(journal.path)
        try (String(contentsOfFile: path, encoding: .utf8) + "nonsense\n").write(toFile: path, atomically: false, encoding: .utf8)
        var state = Fixture.listed()
        state.press(keys: .character("H"))
        _ = update(&state, .runsListed(try store.list()))
        #expect(state.lines.contains { $0.hasPrefix("▸") && $0.contains("damaged") }, "\(state.lines)")
        let record = try store.open(journal.runId)
        for purpose in [RunPurpose.resume, .undo] {
            _ = update(&state, .runOpened(record, purpose))
            #expect(state.notice?.text.contains("line 4 cannot be believed") == true)
            #expect(state.screens.count == 2)
        }
        _ = update(&state, .runOpened(record, .show))
        #expect(state.lines.joined(separator: " ").contains("The journal does not tell everything"))
        state.press(keys: .character("U"))
        #expect(state.notice?.text.contains("cannot be undone") == true)
    }

    @Test func whatThereIsToKnowOfAJournalIsKept() {
        var state = Fixture.listed()
        let problem = Problem(context: "Writing the journal", sentence: "Others may read it.")
        _ = update(&state, .journalWarned(problem))
        #expect(state.notice?.text.contains("Others may read it.") == true)
    }

    @Test func theListIsReadAgainWhenAResumedRunEnds() async throws {
        var (state, record) = try await interrupted()
        _ = update(&state, .runOpened(record, .resume))
        _ = state.agree()
        #expect(update(&state, .runReported(.finished(record.report))) == [.listRuns])
    }

    @Test func anotherRegionsRunIsNotResumed() async throws {
        var (state, record) = try await interrupted()
        state.session.region = "eu-west-1"
        _ = update(&state, .runOpened(record, .resume))
        #expect(state.notice?.text.contains("This plan is for region us-east-1") == true)
        #expect(state.screens.count == 2)
    }

    @Test func undoOfARunThatChangedNothingSaysSo() async throws {
        var (state, record) = try await interrupted()
        #expect(state.press(keys: .character("U")) == [.openRun(runId: record.runId, .undo)])
        _ = update(&state, .runOpened(record, .undo))
        #expect(state.notice?.text == "That run changed nothing, so there is nothing to undo.")
    }

    @Test func readOnlyRefusesToResume() async throws {
        var (state, _) = try await interrupted()
        state.isReadOnly = true
        #expect(state.press(keys: .character("R")) == [])
        #expect(state.notice?.text.hasPrefix("Read-only") == true)
    }

    @Test func theListIsForgottenWhenTheOperatorLeft() async throws {
        var (state, record) = try await interrupted()
        state.press(keys: .escape)
        _ = update(&state, .runOpened(record, .show))
        #expect(state.screens.count == 1)
    }

    @Test func whatIsStillBeingReadIsNotCalledEmpty() {
        var state = Fixture.listed()
        state.press(keys: .character("H"), .character("U"))
        #expect(state.notice?.text == "The journals are still being read.")
    }
}
