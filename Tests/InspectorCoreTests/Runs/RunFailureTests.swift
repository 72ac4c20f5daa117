import InspectorCore
import Testing

/// Calls without an answer of the operation's form.
@Suite struct RunFailureTests {
    static let unknown = CallFailure.unknown(detail: "connection reset", isTimeout: false, retryAfter: nil)
    let plan = MadePlan.plan(25)

    @Test func unknownOutcomesAreSentAgainWithinTheBudget() {
        let plan = plan
        var run = VirtualRun(plan, listing: { _ in .failed(detail: "no listing") }) { _, _ in (.zero, .failure(Self.unknown)) }
        run.run()
        #expect(run.sent.count == 3)
        #expect(run.engine.progress(at: run.now).retried == 2)
        #expect(run.outcomes.allSatisfy { $0.word == "unresolved" })
    }

    @Test func theServicesRetryAfterIsWaitedForThereToo() {
        let plan = plan
        var moments: [Duration] = []
        var run = VirtualRun(plan) { call, now in
            moments.append(now)
            let failure = CallFailure.unknown(detail: "500", isTimeout: false, retryAfter: 7)
            return (.zero, moments.count == 1 ? .failure(failure) : plan.success(call))
        }
        run.run()
        #expect(moments.count == 2)
        #expect(moments.last.map { $0 >= .seconds(7) } == true)
    }

    @Test func silenceIsTroubleToo() throws {
        var engine = RunEngine(plan: MadePlan.plan(30), seed: 1)
        _ = engine.handle(.start, at: .zero)
        #expect(engine.progress(at: .seconds(4)).trouble == nil)
        let trouble = try #require(engine.progress(at: .seconds(9)).trouble)
        #expect(trouble.problem == nil && trouble.words == "No call got through for 9 s: no answer yet")
        #expect(engine.handle(.timePassed, at: .seconds(9)).contains(.wait(until: .seconds(10))))
    }

    @Test func whatStandsInTheWayIsToldUntilACallGetsThrough() throws {
        var engine = RunEngine(plan: MadePlan.plan(30), seed: 1)
        let calls = engine.handle(.start, at: .zero).compactMap { if case .send(let call) = $0 { call } else { nil } }
        let call = try #require(calls.first)
        let failure = CallFailure.notConnected(sentence: "no route to host", isTransient: true)
        let steps = engine.handle(.answered(call: call.id, .failure(failure)), at: .seconds(1))
        #expect(steps.contains(.wait(until: .seconds(2))), "the screen is told how long it lasts")
        #expect(engine.progress(at: .seconds(1)).trouble == nil, "one call that fails among many is no trouble yet")
        let later = engine.progress(at: .seconds(8))
        #expect(later.trouble?.problem == "no route to host" && later.trouble?.seconds == 7)
        #expect(later.rate == nil && later.secondsLeft == nil)
        var now = Duration.seconds(20)
        let sent = engine.handle(.timePassed, at: now).compactMap { if case .send(let call) = $0 { call } else { nil } }
        let next = try #require(sent.first)
        now += .seconds(1)
        _ = engine.handle(.answered(call: next.id, engine.plan.success(next)), at: now)
        #expect(engine.progress(at: now + .seconds(1)).trouble == nil)
    }

    @Test func notFoundAfterAnUnknownAttemptSucceedsOnlyWhenTheListingSaysSo() {
        #expect(outcomeAfterEcho(.resourceNotFound, listing: .associations([])) == .succeeded)
        let still = ListingAnswer.associations(Set(plan.targets.map(\.association.resource)))
        #expect(outcomeAfterEcho(.resourceNotFound, listing: still)?.word == "notSent")
        #expect(outcomeAfterEcho(.resourceNotFound, listing: .failed(detail: "x"))?.word == "unresolved")
    }

    @Test func anyRefusalAfterAnUnknownAttemptIsHeldAgainstTheListing() {
        #expect(outcomeAfterEcho(.accessDenied, listing: .associations([])) == .succeeded)
    }

    @Test func notFoundAtTheFirstAttemptIsAFailure() {
        let plan = plan
        var run = VirtualRun(plan) { call, _ in (.zero, Self.refusal(plan, call, .resourceNotFound)) }
        run.run()
        #expect(run.outcomes.first == .failed(statusCode: .resourceNotFound, statusMessage: "gone"))
    }

    private static func refusal(_ plan: Plan, _ call: RunCall, _ code: AssociationStatusCode) -> CallAnswer {
        let failures = call.targets.map { FailedAssociation(plan.targets[$0].association, code, "gone") }
        return .response(BatchAssociationResponse(successfulAssociations: nil, failedAssociations: failures))
    }

    private func outcomeAfterEcho(_ code: AssociationStatusCode, listing: ListingAnswer) -> Outcome? {
        let plan = plan
        var run = VirtualRun(plan, listing: { _ in listing }) { call, _ in
            (.zero, call.attempt == 1 ? .failure(Self.unknown) : Self.refusal(plan, call, code))
        }
        run.run()
        return run.outcomes.first
    }

    @Test func withoutAConnectionNothingWasSent() {
        let plan = MadePlan.plan(200)
        var run = VirtualRun(plan, options: RunOptions(giveUpAfter: .seconds(600))) { _, _ in
            (.zero, .failure(.notConnected(sentence: "no route", isTransient: true)))
        }
        run.run()
        let reason = "no call was answered for 600 seconds, so the run gave up. Last error: no route"
        #expect(run.outcomes.allSatisfy { $0 == .notSent(.unreachable(message: reason)) })
        #expect(run.listed.isEmpty)
    }

    /// Nobody has said for how long to wait.
    @Test func aConnectionThatComesBackIsUsed() {
        let plan = plan
        var run = VirtualRun(plan) { call, _ in
            (.zero, call.attempt < 30 ? .failure(.notConnected(sentence: "no route", isTransient: true)) : plan.success(call))
        }
        run.run()
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func anUntrustedCertificateEndsTheRunAtOnce() {
        let plan = MadePlan.plan(500)
        var run = VirtualRun(plan) { _, _ in (.zero, .failure(.notConnected(sentence: "certificate", isTransient: false))) }
        run.run()
        #expect(run.sent.count <= 4)
        #expect(run.outcomes.allSatisfy { $0 == .notSent(.unreachable(message: "certificate")) })
    }

    @Test func aServiceThatOnlyFailsIsLeftAlone() {
        let plan = MadePlan.plan(50_000)
        var run = VirtualRun(plan, listing: { _ in .failed(detail: "x") }) { _, _ in (.zero, .failure(Self.unknown)) }
        run.run()
        #expect(run.sent.count < 400)
        #expect(run.outcomes.contains { if case .notSent(.unreachable) = $0 { true } else { false } })
    }
}
