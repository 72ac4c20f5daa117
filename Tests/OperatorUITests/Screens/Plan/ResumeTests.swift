import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What is in doubt or was not sent goes on in its own run, never in a second one.
@Suite struct ResumeTests {
    /// One denied, one in doubt, one not sent; and the run's report.
    func open(journal: String? = "/tmp/run-1.jsonl") throws -> (App, RunReport) {
        var (app, plan) = try RunTests.running()
        let outcomes: [Outcome] = plan.targets.map { target in
            switch target.association {
            case Fixture.association(1): .unresolved(.noAnswer(detail: "the connection was reset"))
            case Fixture.association(2): RunTests.denied
            default: .notSent(.stopped)
            }
        }
        let report = RunReport(runId: "run-1", journal: journal, plan: plan, outcomes: outcomes)
        app.finish(report)
        return (app, report)
    }

    private func plan(_ app: App) throws -> PlanScreen {
        try #require(app.plan)
    }

    @Test func rResumesTheRunThatLeftThem() throws {
        var (app, report) = try open()
        #expect(app.notice?.text == "0 disassociated, 1 failed, 1 unresolved, 1 not sent.  ! shows each, R resumes")
        app.press(keys: .character("R"))
        #expect(Set(try plan(app).plan.targets.map(\.association)) == [Fixture.association(1), Fixture.association(3)])
        let text = app.words
        #expect(text.contains("Resumes run run-1. 1 association in doubt is listed first."))
        #expect(text.contains("The 1 that failed is not included."))
        #expect(app.agree() == [.resumeRun(runId: "run-1")])
        #expect(app.session.run?.kind == .resumed)
        #expect(app.session.run?.plan == report.plan)
    }

    @Test func aResumedRunIsToldOfOnceAndThenWhatFailedIsRetried() throws {
        var (app, report) = try open()
        app.press(keys: .character("R"))
        _ = app.agree()
        var end = report
        end.outcomes = report.outcomes.map { $0.isOpen ? .succeeded : $0 }
        app.finish(end)
        #expect(app.finishedRuns.map(\.report) == [end])
        #expect(app.farewell == "2 disassociated, 1 failed.\n  journal: /tmp/run-1.jsonl\n")
        app.press(keys: .character("R"))
        #expect(try plan(app).plan.targets.map(\.association) == [Fixture.association(2)])
        guard case .startRun? = app.agree().first else { throw RunTests.Missing() }
    }

    @Test func theDoubtOfAnEarlierRunComesBeforeARetryOfTheLast() throws {
        var (app, _) = try open()
        app.press(keys: .character("u"), .home, .down, .down, .down, .down, .down, .down, .character(" "), .character("d"))
        guard case .startRun(let other, _)? = app.agree().first else { throw RunTests.Missing() }
        let denied = RunReport(
            runId: "run-2", journal: "/tmp/run-2.jsonl", plan: other, outcomes: other.targets.map { _ in RunTests.denied })
        app.finish(denied)
        app.press(keys: .character("R"))
        #expect(app.agree() == [.resumeRun(runId: "run-1")])
    }

    @Test func aSecondPlanLeavesOutWhatIsInDoubtAndSaysSo() throws {
        var (app, _) = try open()
        #expect(app.marks.count == 2, "what was denied is not marked any more")
        app.press(keys: .character("d"))
        #expect(try plan(app).plan.targets.count == 1)
        #expect(app.words.contains("1 association of the earlier run is unresolved and left out"))
        app.press(keys: .escape, .character("u"), .home, .down, .down, .down, .down, .enter)
        app.type("/payments-api nightly")
        app.press(keys: .enter, .character("a"), .character("d"))
        #expect(app.notice?.text == "All marked associations are unresolved: R resumes their run, which looks them up first.")
    }

    @Test func withoutAJournalThereIsNothingToResume() throws {
        var (app, _) = try open(journal: nil)
        app.press(keys: .character("R"))
        guard case .retry = try plan(app).origin else { throw RunTests.Missing() }
    }

    @Test func resultsOfferTheResume() throws {
        var (app, _) = try open()
        app.press(keys: .character("!"))
        #expect(app.lines[23].contains("R resume"))
        #expect(app.lines.contains { $0.contains("▾ 1  Unresolved") })
        #expect(app.words.matches(of: /R resumes this run\./).count == 2)
    }
}
