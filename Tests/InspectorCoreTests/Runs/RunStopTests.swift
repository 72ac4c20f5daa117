import InspectorCore
import Testing

@Suite struct RunStopTests {
    @Test func aStopLetsCallsUnderWayFinishAndSendsNoMore() {
        let plan = MadePlan.plan(1_000)
        var run = VirtualRun(plan) { call, _ in (.seconds(1), plan.success(call)) }
        run.post(.stop, at: .milliseconds(500))
        run.run()
        #expect(run.sent.count == 4)
        #expect(run.outcomes[..<100].allSatisfy { $0 == .succeeded })
        #expect(run.outcomes[100...].allSatisfy { $0 == .notSent(.stopped) })
        #expect(run.listed == [MadePlan.arn(0)])
    }

    @Test func nothingIsSentAgainAfterAStop() {
        let plan = MadePlan.plan(25)
        for failure in [CallFailure.throttled(retryAfter: nil), RunFailureTests.unknown] {
            var run = VirtualRun(plan, listing: { _ in .failed(detail: "x") }) { _, _ in (.seconds(1), .failure(failure)) }
            run.post(.stop, at: .milliseconds(500))
            run.run()
            #expect(run.sent.count == 1)
            let word = failure == RunFailureTests.unknown ? "unresolved" : "notSent"
            #expect(run.outcomes.allSatisfy { $0.word == word })
        }
    }

    @Test func aSecondStopLeavesAtOnce() {
        let plan = MadePlan.plan(1_000)
        var run = VirtualRun(plan) { call, _ in (.seconds(60), plan.success(call)) }
        run.post(.stop, at: .seconds(1))
        run.post(.abort, at: .seconds(2))
        run.run()
        #expect(run.now == .seconds(2))
        #expect(run.outcomes[..<100].allSatisfy { $0 == .unresolved(.interrupted) })
        #expect(run.outcomes[100...].allSatisfy { $0 == .notSent(.stopped) })
        #expect(run.entries.last == .finished)
    }

    @Test func aStopDuringVerificationEndsIt() {
        let plan = MadePlan.plan(25)
        var engine = RunEngine(plan: plan, seed: 1)
        _ = engine.handle(.start, at: .zero)
        _ = engine.handle(.answered(call: 1, .response(.success(plan.targets.map(\.association)))), at: .seconds(1))
        #expect(!engine.isFinished)
        #expect(engine.handle(.stop, at: .seconds(2)).last == .finish)
        #expect(engine.outcomes.allSatisfy { $0 == .succeeded })
        #expect(engine.remarks.contains { $0.contains("25 associations still to verify") })
    }

    @Test func withoutADurableIntentNothingIsSent() {
        let plan = MadePlan.plan(1_000)
        var engine = RunEngine(plan: plan, seed: 1)
        _ = engine.handle(.start, at: .zero)
        let reason = NotSentReason.journalFailed(message: "disk full")
        var steps: [RunStep] = []
        for call in 1...4 { steps += engine.handle(.journalFailed(message: "disk full", unsentCall: call), at: .zero) }
        #expect(!steps.contains { if case .send = $0 { true } else { false } })
        #expect(engine.isFinished)
        #expect(engine.outcomes.allSatisfy { $0 == .notSent(reason) })
    }

    @Test func aJournalLostWhileTheOperatorIsAskedDuringVerificationEndsTheRun() {
        let plan = MadePlan.plan(2, configurations: 2)
        var engine = RunEngine(plan: plan, seed: 1)
        _ = engine.handle(.start, at: .zero)
        _ = engine.handle(.answered(call: 1, .response(.success(plan.targets.map(\.association)))), at: .seconds(1))
        _ = engine.handle(
            .listed(scanConfigurationArn: MadePlan.arn(0), .blocked(.credentialsExpired(sentence: "expired")), asOf: ""), at: .seconds(2))
        #expect(!engine.isFinished)
        #expect(engine.handle(.journalFailed(message: "disk full", unsentCall: nil), at: .seconds(3)).last == .finish)
        #expect(engine.isFinished)
        #expect(engine.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func aJournalLostWhileDoubtsAreSettledEndsTheRun() {
        let plan = MadePlan.plan(60)
        var history = RunHistory(count: 60)
        history.inDoubt = [0, 1]
        var engine = RunEngine(plan: plan, history: history, seed: 1)
        _ = engine.handle(.start, at: .zero)
        let steps = engine.handle(.journalFailed(message: "disk full", unsentCall: nil), at: .zero)
        #expect(steps.last == .finish)
        #expect(engine.outcomes[0] == .unresolved(.interrupted))
        #expect(engine.outcomes[59] == .notSent(.journalFailed(message: "disk full")))
    }
}
