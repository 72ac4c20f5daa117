import Foundation
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// H: journals of earlier sessions.
@Suite struct EarlierRunsTests {
    /// A app that shows one run, which was killed before anything was sent.
    private func interrupted() async throws -> (app: App, record: RunRecord) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        let journal = try await store.create(try RunTests.running().1, seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0]))
        await journal.close()
        var app = Fixture.listed()
        #expect(app.press(keys: .character("H")) == [.listRuns])
        _ = app.update(.runsListed(try store.list()))
        return (app, try store.open(journal.runId))
    }

    @Test func anInterruptedRunIsShownAndOpened() async throws {
        var (app, record) = try await interrupted()
        #expect(app.lines.contains { $0.hasPrefix("▸") && $0.contains("disassociate") && $0.contains("interrupted, 3 left") })
        #expect(app.press(keys: .enter) == [.openRun(runId: record.runId, .show)])
        _ = app.update(.runOpened(record, .show))
        #expect(app.lines.contains { $0.contains("interrupted, 3 left: R resumes it") })
        #expect(app.lines.contains { $0.contains("▾ 2  Not sent") })
    }

    /// With runs of one session, the column would be the same in each row.
    @Test(arguments: [80, 160]) func runsOfSeveralSessionsSayWhichOne(columns: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        var app = Fixture.listed(columns: columns)
        app.press(keys: .character("H"))
        for (seed, session) in [("payments", "eu-west-1"), (nil, "us-east-1")].enumerated() {
            var plan = try RunTests.running().1
            (plan.profile, plan.region) = session
            await (try await store.create(plan, seed: UInt64(seed + 1))).close()
            _ = app.update(.runsListed(try store.list()))
            #expect(app.lines[1].contains("SESSION") == (seed == 1))
        }
        let account = try #require(try RunTests.running().1.account)
        #expect(app.lines.contains { $0.contains(" payments/eu-west-1 ") && $0.contains("interrupted, 3 left") }, "\(app.lines)")
        #expect(app.lines.contains { $0.contains(" \(account)/us-east-1 ") }, "\(app.lines)")
    }

    @Test func resumeShowsTheRestAndAsks() async throws {
        var (app, record) = try await interrupted()
        #expect(app.press(keys: .character("R")) == [.openRun(runId: record.runId, .resume)])
        _ = app.update(.runOpened(record, .resume))
        guard case .plan(let plan) = app.screen else { throw RunTests.Missing() }
        #expect(plan.plan.targets.count == 3)
        #expect(app.lines.joined().contains("1 association in doubt is listed first."))
        #expect(app.agree() == [.resumeRun(runId: record.runId)])
        #expect(app.session.run?.plan.targets.count == 3)
    }

    @Test func whatIsSettledIsNotCountedAsInDoubt() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        let journal = try await store.create(try RunTests.running().1, seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]))
        try await journal.record(.settled([OutcomeGroup(outcome: .succeeded, targets: [0])]))
        await journal.close()
        var app = Fixture.listed()
        app.press(keys: .character("H"))
        _ = app.update(.runsListed(try store.list()))
        _ = app.update(.runOpened(try store.open(journal.runId), .resume))
        #expect(app.lines.joined().contains("1 association in doubt is listed first."))
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
        try await journal.record(.undone(run: "run-9", associations: 2))
        await journal.close()
        var app = Fixture.listed()
        app.press(keys: .character("H"))
        let runs = try store.list()
        _ = app.update(.runsListed(runs))
        #expect(app.lines.contains { $0.contains("stopped, 1 left") })
        _ = app.update(.runOpened(try store.open(journal.runId), .show))
        #expect(app.lines.contains { $0.contains("stopped, 1 left: R resumes it") })
        app.press(keys: .character("R"))
        #expect(app.lines.contains { $0.contains("run-9") }, "a plan to resume says that the run was undone")
        app.press(keys: .escape)
        _ = app.update(.keyPressed(.escape))
        _ = app.update(.runOpened(try store.open(journal.runId), .resume))
        #expect(app.lines.contains { $0.contains("Disassociate 1 association (1 project) in 1 configuration") })
        #expect(!app.lines.contains { $0.contains("2 projects would be left") })
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
        var app = Fixture.listed()
        app.press(keys: .character("H"))
        _ = app.update(.runsListed(try store.list()))
        #expect(app.lines.contains { $0.hasPrefix("▸") && $0.contains("damaged") }, "\(app.lines)")
        let record = try store.open(journal.runId)
        for purpose in [RunPurpose.resume, .undo] {
            _ = app.update(.runOpened(record, purpose))
            #expect(app.notice?.text.contains("line 4 cannot be trusted") == true)
            #expect(app.screens.count == 2)
        }
        _ = app.update(.runOpened(record, .show))
        #expect(app.lines.joined(separator: " ").contains("The journal does not tell everything"))
        app.press(keys: .character("U"))
        #expect(app.notice?.text.contains("cannot be undone") == true)
        app.press(keys: .character("R"))
        #expect(app.plan == nil && app.notice?.text.contains("cannot be resumed") == true)
    }

    @Test func aWarningAboutAJournalIsShown() {
        var app = Fixture.listed()
        let problem = Problem(context: "Writing the journal", sentence: "Others may read it.")
        _ = app.update(.journalWarned(problem))
        #expect(app.notice?.text.contains("Others may read it.") == true)
    }

    @Test func theListIsReadAgainWhenAResumedRunEnds() async throws {
        var (app, record) = try await interrupted()
        _ = app.update(.runOpened(record, .resume))
        _ = app.agree()
        #expect(app.update(.runReported(.finished(record.report))) == [.listRuns])
    }

    @Test func anotherRegionsRunIsNotResumed() async throws {
        var (app, record) = try await interrupted()
        app.identity.region = "eu-west-1"
        _ = app.update(.runOpened(record, .resume))
        #expect(app.notice?.text.contains("This plan is for region us-east-1") == true)
        #expect(app.screens.count == 2)
    }

    @Test func undoOfARunOfWhichNothingIsKnownSaysSo() async throws {
        var (app, record) = try await interrupted()
        #expect(app.press(keys: .character("U")) == [.openRun(runId: record.runId, .undo)])
        _ = app.update(.runOpened(record, .undo))
        #expect(app.notice?.text == "Nothing of that run is known to be done, and 1 association is unresolved: resume or verify it first.")
    }

    @Test func readOnlyRefusesToResume() async throws {
        var (app, _) = try await interrupted()
        app.session.isReadOnly = true
        #expect(app.press(keys: .character("R")) == [])
        #expect(app.notice?.text.hasPrefix("Read-only") == true)
    }

    @Test func aRunReadWhileAnotherScreenIsOnTopDoesNotOpen() async throws {
        var (app, record) = try await interrupted()
        app.press(keys: .character("?"))
        _ = app.update(.runOpened(record, .resume))
        #expect(app.screens.count == 3 && app.plan == nil)
    }

    @Test func aRunReadAfterTheOperatorLeftDoesNotOpen() async throws {
        var (app, record) = try await interrupted()
        app.press(keys: .escape)
        _ = app.update(.runOpened(record, .show))
        #expect(app.screens.count == 1)
    }

    @Test func aListBeingReadIsNotCalledEmpty() {
        var app = Fixture.listed()
        app.press(keys: .character("H"), .character("U"))
        #expect(app.notice?.text == "The journals are still being read.")
    }
}
