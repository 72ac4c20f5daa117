import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What is in doubt or was not sent goes on in its own run, never in a second one.
@Suite struct ResumeTests {
    /// One denied, one in doubt, one not sent; and the run's report.
    private func open(journal: String? = "/tmp/run-1.jsonl") throws -> (State, RunReport) {
        var (state, plan) = try RunTests.running()
        let outcomes: [Outcome] = plan.targets.map { target in
            switch target.association {
            case Fixture.association(1): .unresolved(.noAnswer(detail: "the connection was reset"))
            case Fixture.association(2): RunTests.denied
            default: .notSent(.stopped)
            }
        }
        let report = RunReport(runId: "run-1", journal: journal, plan: plan, outcomes: outcomes)
        _ = update(&state, .runReported(.finished(report)))
        return (state, report)
    }

    private func plan(_ state: State) throws -> PlanScreen {
        guard case .plan(let plan) = state.screen else { throw RunTests.Missing() }
        return plan
    }

    @Test func rResumesTheRunThatLeftThem() throws {
        var (state, report) = try open()
        #expect(state.notice?.text == "0 disassociated, 1 failed, 1 unresolved, 1 not sent.  ! shows each, R resumes")
        state.press(keys: .character("R"))
        #expect(Set(try plan(state).plan.targets.map(\.association)) == [Fixture.association(1), Fixture.association(3)])
        let text = state.words
        #expect(text.contains("Resumes run run-1. 1 association in doubt is looked up first."))
        #expect(text.contains("The 1 that failed is not part of it."))
        #expect(state.agree() == [.resumeRun(runId: "run-1")])
        #expect(state.activity.run?.kind == .resumed)
        #expect(state.activity.run?.plan == report.plan)
    }

    @Test func aResumedRunIsToldOfOnceAndThenWhatFailedIsRetried() throws {
        var (state, report) = try open()
        state.press(keys: .character("R"))
        _ = state.agree()
        var end = report
        end.outcomes = report.outcomes.map { $0.isOpen ? .succeeded : $0 }
        _ = update(&state, .runReported(.finished(end)))
        #expect(state.runs.map(\.report) == [end])
        #expect(state.farewell == "2 disassociated, 1 failed.\n  journal: /tmp/run-1.jsonl\n")
        state.press(keys: .character("R"))
        #expect(try plan(state).plan.targets.map(\.association) == [Fixture.association(2)])
        guard case .startRun? = state.agree().first else { throw RunTests.Missing() }
    }

    @Test func theDoubtOfAnEarlierRunComesBeforeARetryOfTheLast() throws {
        var (state, _) = try open()
        state.press(keys: .character("u"), .home, .down, .down, .character(" "), .character("d"))
        guard case .startRun(let other)? = state.agree().first else { throw RunTests.Missing() }
        let denied = RunReport(
            runId: "run-2", journal: "/tmp/run-2.jsonl", plan: other, outcomes: other.targets.map { _ in RunTests.denied })
        _ = update(&state, .runReported(.finished(denied)))
        state.press(keys: .character("R"))
        #expect(state.agree() == [.resumeRun(runId: "run-1")])
    }

    @Test func aSecondPlanLeavesOutWhatIsInDoubtAndSaysSo() throws {
        var (state, _) = try open()
        #expect(state.marks.count == 3)
        state.press(keys: .character("d"))
        #expect(Set(try plan(state).plan.targets.map(\.association)) == [Fixture.association(2), Fixture.association(3)])
        #expect(state.words.contains("1 association of the earlier run is unresolved and left out"))
        state.press(keys: .escape, .character("u"), .home, .enter)
        state.type("/payments-api nightly")
        state.press(keys: .enter, .character("a"), .character("d"))
        #expect(state.notice?.text == "What is marked is unresolved: R resumes its run, which looks it up first.")
    }

    @Test func withoutAJournalThereIsNothingToResume() throws {
        var (state, _) = try open(journal: nil)
        state.press(keys: .character("R"))
        guard case .retry = try plan(state).origin else { throw RunTests.Missing() }
    }

    @Test func resultsOfferTheResume() throws {
        var (state, _) = try open()
        state.press(keys: .character("!"))
        #expect(state.lines[23].contains("R resume"))
        #expect(state.lines.contains { $0.contains("Unresolved: 1 association") })
        #expect(state.words.matches(of: /R resumes this run\./).count == 2)
    }
}
