import InspectorCore
import Testing

/// The plain path, pace and order.
@Suite struct RunEngineTests {
    @Test(arguments: [(1, 1), (25, 1), (26, 2), (100, 4), (101, 5), (1_000, 40)])
    func sendsAsFewCallsAsPossible(_ targets: Int, _ calls: Int) {
        let plan = MadePlan.plan(targets, configurations: 3)
        var run = VirtualRun(plan) { call, _ in (.milliseconds(50), plan.success(call)) }
        run.run()
        #expect(run.sent.count == calls)
        #expect(run.sent.allSatisfy { $0.targets.count <= 25 })
        #expect(run.outcomes == Array(repeating: .succeeded, count: targets))
    }

    @Test func sendsEachTargetOnceInThePlansOrder() {
        let plan = MadePlan.plan(130, configurations: 2)
        var run = VirtualRun(plan) { call, _ in (.milliseconds(50), plan.success(call)) }
        run.run()
        #expect(run.sent.flatMap(\.targets) == Array(0..<130))
    }

    @Test func fourCallsAreUnderWayAtFirst() {
        var engine = RunEngine(plan: MadePlan.plan(1_000), seed: 1)
        let steps = engine.handle(.start, at: .zero)
        #expect(steps.count { if case .send = $0 { true } else { false } } == 4)
    }

    @Test func moreCallsAreUnderWayWhenAllGoesWell() {
        let plan = MadePlan.plan(5_000)
        var run = VirtualRun(plan) { call, _ in (.milliseconds(50), plan.success(call)) }
        run.run()
        #expect(run.mostInFlight > 8)
        #expect(run.mostInFlight <= 32)
    }

    @Test func callsThatCouldLeaveTogetherKeepApart() {
        let plan = MadePlan.plan(25_000)
        var run = VirtualRun(plan) { call, _ in (.milliseconds(40), plan.success(call)) }
        run.run()
        #expect(run.mostInFlight == CallWindow.widest)
        let moments = Dictionary(grouping: run.sent.suffix(500), by: \.sentAt).mapValues(\.count)
        #expect((moments.values.max() ?? 0) <= 5)
    }

    @Test func fewerCallsAreUnderWayWhenTheServiceFails() {
        let plan = MadePlan.plan(500)
        var run = VirtualRun(plan) { _, _ in
            (.milliseconds(50), .failure(.unknown(detail: "500", isTimeout: false, retryAfter: nil)))
        }
        run.run()
        #expect(run.mostInFlight == 4)
        #expect(run.engine.isFinished)
    }

    @Test func everyAttemptOfACallKeepsItsInvocationIdAndCountsOn() {
        let plan = MadePlan.plan(25)
        var answers: [CallAnswer] = [
            .failure(.throttled(retryAfter: nil)), .failure(.unknown(detail: "reset", isTimeout: false, retryAfter: nil)),
        ]
        var run = VirtualRun(plan) { call, _ in (.zero, answers.isEmpty ? plan.success(call) : answers.removeFirst()) }
        run.run()
        #expect(run.sent.map(\.attempt) == [1, 2, 3])
        #expect(Set(run.sent.map(\.invocationId)).count == 1)
        #expect(run.sent[0].invocationId.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    }

    @Test func callsHaveDifferentInvocationIds() {
        let plan = MadePlan.plan(500)
        var run = VirtualRun(plan) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(Set(run.sent.map(\.invocationId)).count == 20)
    }

    @Test func throttlingIsNeverAFailureHoweverLong() {
        let plan = MadePlan.plan(25)
        var left = 40
        var run = VirtualRun(plan) { call, _ in
            left -= 1
            return (.milliseconds(5), left > 0 ? .failure(.throttled(retryAfter: nil)) : plan.success(call))
        }
        run.run()
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
        #expect(run.engine.progress(at: run.now).throttled == 39)
        #expect(run.engine.progress(at: run.now).retried == 0)
    }

    @Test func progressCountsWhatHappened() {
        let plan = MadePlan.plan(50)
        var run = VirtualRun(plan) { call, _ in
            let all = call.targets.map { plan.targets[$0].association }
            let response = BatchAssociationResponse(
                successfulAssociations: all.dropFirst().map(SuccessfulAssociation.init),
                failedAssociations: [FailedAssociation(all[0], .accessDenied, "no")])
            return (.zero, .response(response))
        }
        run.run()
        let progress = run.engine.progress(at: run.now)
        #expect((progress.total, progress.done, progress.succeeded, progress.failed) == (50, 50, 48, 2))
        #expect((progress.calls, progress.inFlight, progress.unresolved) == (2, 0, 0))
    }

    @Test func nothingHappensAfterTheEnd() {
        let plan = MadePlan.plan(1)
        var run = VirtualRun(plan) { call, _ in (.zero, plan.success(call)) }
        run.run()
        var engine = run.engine
        #expect(engine.handle(.stop, at: run.now).isEmpty)
        #expect(engine.handle(.start, at: run.now).isEmpty)
    }

    @Test func anEmptyPlanEndsAtOnce() {
        var engine = RunEngine(plan: MadePlan.plan(0), seed: 1)
        #expect(engine.handle(.start, at: .zero) == [.record(.finished), .finish])
    }
}
