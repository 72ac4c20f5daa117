import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A run of a move: its two stages, what it holds back, what R and U do afterwards.
@Suite struct MoveRunTests {
    /// Projects 3 to 6 are covered by unused, and everything leaves payments-nightly.
    private func running() throws -> (app: App, plan: Plan) {
        var app = EveryScreen.pressing(CoveringTests.choosing(), .down, .enter)
        let effects = app.agree()
        guard case .startRun(let plan, _)? = effects.first else { throw RunTests.Missing() }
        return (app, plan)
    }

    private func report(_ plan: Plan, _ outcome: (AssociationChange, AssociationResource) -> Outcome) -> RunReport {
        let outcomes = plan.targets.map { outcome(plan.change(of: $0), $0.association.resource) }
        return RunReport(runId: "run-1", journal: "/tmp/run-1.jsonl", plan: plan, outcomes: outcomes)
    }

    /// Project 3 could not be associated, so that it was held back.
    private func held(_ plan: Plan) -> RunReport {
        report(plan) { change, resource in
            if resource != Fixture.project(3) { return .succeeded }
            return change == .associate
                ? .failed(statusCode: .internalError, statusMessage: "Try again.") : .notSent(.notCovered(detail: "it is not covered"))
        }
    }

    @Test func theStagesAreNamedAsTheyBegin() throws {
        var (app, _) = try running()
        _ = app.update(.runReported(.sending(RunStage(.associate, targets: 4, heldBack: 0))))
        #expect(app.words.contains("Associating 4 first"))
        _ = app.update(.runReported(.verifying(VerificationProgress(round: 1, configurations: 1, targets: 4))))
        #expect(app.words.contains("Verifying what was associated, before anything is disassociated"))
        _ = app.update(.runReported(.sending(RunStage(.disassociate, targets: 5, heldBack: 1))))
        #expect(app.words.contains("Disassociating 5; 1 stays, because its project is not covered for certain"))
        app.press(keys: .escape)
        #expect(app.words.contains("Disassociating: 0/10"))
    }

    @Test func aStageThatBeginsDoesNotHideAStop() throws {
        var (app, _) = try running()
        app.press(keys: .character("x"))
        _ = app.update(.runReported(.sending(RunStage(.associate, targets: 4, heldBack: 0))))
        #expect(app.run?.phase == .stopping)
    }

    @Test func whatIsHeldBackIsShownWithTheReason() throws {
        var (app, plan) = try running()
        let target = try #require(plan.targets.last { $0.association.resource == Fixture.project(3) })
        let outcome = TargetOutcome(
            association: target.association, change: .disassociate, outcome: .notSent(.notCovered(detail: "it is not covered")))
        _ = app.update(.runReported(.outcomes([outcome])))
        #expect(app.lines.contains { $0.contains("- acme/cart") && $0.contains("Not sent, project not covered") })
    }

    @Test func aRetryTakesAlongWhatWasHeldBack() throws {
        var (app, plan) = try running()
        _ = app.update(.runReported(.finished(held(plan))))
        let run = try #require(app.finishedRuns.last)
        let places = run.open(takesAll: false)
        #expect(places.map { plan.change(of: plan.targets[$0]) } == [.associate, .disassociate])
        #expect(places.allSatisfy { plan.targets[$0].association.resource == Fixture.project(3) })
    }

    @Test func theUndoGoesBackInTheOppositeOrder() throws {
        var (app, plan) = try running()
        _ = app.update(.runReported(.finished(report(plan) { _, _ in .succeeded })))
        #expect(app.words.contains("4 associated, 6 disassociated."))
        app.press(keys: .character("U"))
        let undo = try #require(app.plan?.plan)
        #expect(undo.stages.map(\.count) == [6, 4])
        #expect(app.words.contains("in the opposite order: what it took away comes back first"))
    }

    @Test func theUndoOfAMoveThatTookNothingAwayTakesBackWhatItAssociated() throws {
        var (app, plan) = try running()
        _ = app.update(.runReported(.finished(report(plan) { change, _ in change == .associate ? .succeeded : .notSent(.stopped) })))
        app.press(keys: .character("U"))
        #expect(app.plan?.plan.stages.map(\.count) == [0, 4])
        #expect(app.words.contains("Undoes run run-1. "), "\(app.words)")
        #expect(!app.words.contains("comes back first"))
    }

    @Test func whatIsHeldBackForGoodIsNotResumed() throws {
        var (app, plan) = try running()
        let full = AssociationStatusCode.quotaExceeded
        let report = report(plan) { change, resource in
            if resource != Fixture.project(3) { return .succeeded }
            return change == .associate
                ? .failed(statusCode: full, statusMessage: nil) : .notSent(.notCovered(detail: "full", refusal: full))
        }
        _ = app.update(.runReported(.finished(report)))
        #expect(app.finishedRuns.last?.isResumable == false && app.finishedRuns.last?.isRetryable == false)
        app.press(keys: .character("!"))
        #expect(!app.words.contains("resumes this run"), "\(app.words)")
    }

    @Test func theListsFollowBothStages() throws {
        var (app, plan) = try running()
        _ = app.update(.runReported(.finished(held(plan))))
        #expect(app.inventory.present(among: (4...6).map { Fixture.association($0, Fixture.empty) }).count == 3)
        #expect(app.inventory.present(among: (1...6).map { Fixture.association($0) }) == [Fixture.association(3)])
    }
}
