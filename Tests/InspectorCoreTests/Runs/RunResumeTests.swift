import InspectorCore
import Testing

@Suite struct RunResumeTests {
    @Test func whatIsInDoubtIsListedBeforeAnythingIsSent() {
        let plan = MadePlan.plan(4)
        var history = RunHistory(count: 4)
        history.inDoubt = [0, 1]
        let still: Set<AssociationResource> = [plan.targets[1].association.resource]
        var listings = 0
        var run = VirtualRun(
            plan, history: history,
            listing: { _ in
                listings += 1
                return .associations(listings < 3 ? still : [])
            }
        ) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.sent.flatMap(\.targets) == [1, 2, 3])
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
        #expect(listings == 3)
    }

    @Test func whatIsSentNowIsVerifiedEvenWhenItsConfigurationWasBefore() {
        let plan = MadePlan.plan(2)
        var history = RunHistory(count: 2)
        history.outcomes = [.succeeded, .notSent(.stopped)]
        history.verified = [0, 1]
        var run = VirtualRun(plan, history: history) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.sent.flatMap(\.targets) == [1])
        #expect(run.listed.count == 1)
    }

    @Test func whatIsKnownIsNotSentAgain() {
        let plan = MadePlan.plan(4)
        var history = RunHistory(count: 4)
        history.outcomes = [.succeeded, .failed(statusCode: .accessDenied, statusMessage: nil), .notSent(.stopped), nil]
        var run = VirtualRun(plan, history: history) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.sent.flatMap(\.targets) == [2, 3])
        #expect(run.outcomes[1] == .failed(statusCode: .accessDenied, statusMessage: nil))
    }

    @Test func whatCannotBeListedStaysInDoubtAndIsNotSent() {
        let plan = MadePlan.plan(2)
        var history = RunHistory(count: 2)
        history.outcomes[0] = .unresolved(.interrupted)
        var run = VirtualRun(plan, history: history, listing: { _ in .failed(detail: "503") }) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.sent.flatMap(\.targets) == [1])
        #expect(run.outcomes[0].word == "unresolved")
    }

    @Test func whatWasVerifiedIsNotVerifiedAgain() {
        let plan = MadePlan.plan(2)
        var history = RunHistory(count: 2)
        history.outcomes = [.succeeded, .succeeded]
        history.verified = [0, 1]
        var run = VirtualRun(plan, history: history) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.sent.isEmpty)
        #expect(run.listed.isEmpty)
    }

    @Test func notFoundIsNoFailureForWhatAnEarlierSessionMayHaveDone() {
        let plan = MadePlan.plan(1)
        var history = RunHistory(count: 1)
        history.outcomes = [.unresolved(.notMentioned)]
        var listings = 0
        var run = VirtualRun(
            plan, history: history,
            listing: { _ in
                listings += 1
                return .associations(listings == 1 ? [plan.targets[0].association.resource] : [])
            }
        ) { call, _ in
            let failure = FailedAssociation(plan.targets[0].association, .resourceNotFound)
            return (.zero, .response(BatchAssociationResponse(successfulAssociations: nil, failedAssociations: [failure])))
        }
        run.run()
        #expect(run.sent.count == 1)
        #expect(run.outcomes == [.succeeded])
        #expect(listings == 3)
    }
}
