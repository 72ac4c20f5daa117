import InspectorCore
import Testing

/// What an answer of 200 says of each target.
@Suite struct RunAnswerTests {
    let plan = MadePlan.plan(3)
    private var all: [Association] { plan.targets.map(\.association) }

    /// Runs the plan against one answer; the listing fails, so that nothing but the answer counts.
    private func run(_ response: BatchAssociationResponse) -> VirtualRun {
        var run = VirtualRun(plan, listing: { _ in .failed(detail: "no listing") }) { _, _ in (.zero, .response(response)) }
        run.run()
        return run
    }

    private func reasons(_ response: BatchAssociationResponse) -> [String] {
        run(response).outcomes.map { outcome in
            if case .unresolved(let reason) = outcome { reason.words } else { outcome.word }
        }
    }

    private func success(_ places: [Int]) -> [SuccessfulAssociation] { places.map { SuccessfulAssociation(all[$0]) } }

    @Test func whatIsMentionedNowhereIsUnresolved() {
        let words = reasons(BatchAssociationResponse(successfulAssociations: success([0, 2]), failedAssociations: nil))
        #expect(
            words == [
                "succeeded", "the listings do not tell: no listing; before that, the answer does not mention this association", "succeeded",
            ])
        #expect(
            reasons(BatchAssociationResponse(successfulAssociations: nil, failedAssociations: nil)).allSatisfy { $0.contains("mention") })
    }

    @Test func whatIsInBothListsIsUnresolved() {
        let response = BatchAssociationResponse(
            successfulAssociations: success([0, 1, 2]), failedAssociations: [FailedAssociation(all[1], .internalError)])
        #expect(reasons(response)[1].contains("both successful and failed"))
        #expect(reasons(response)[0] == "succeeded")
    }

    @Test func whatIsInOneListTwiceIsUnresolved() {
        let twice = BatchAssociationResponse(successfulAssociations: success([0, 1, 1, 2]), failedAssociations: nil)
        #expect(reasons(twice)[1].contains("more than once"))
        let failures = [FailedAssociation(all[0], .internalError), FailedAssociation(all[0], .accessDenied)]
        let failed = BatchAssociationResponse(successfulAssociations: success([1, 2]), failedAssociations: failures)
        #expect(reasons(failed)[0].contains("more than once"))
    }

    @Test func codesAndMessagesStayAsTheyAre() {
        let failures = [FailedAssociation(all[0], AssociationStatusCode(rawValue: "BRAND_NEW"), "words"), FailedAssociation(all[1], nil)]
        let outcomes = run(BatchAssociationResponse(successfulAssociations: success([2]), failedAssociations: failures)).outcomes
        #expect(outcomes[0] == .failed(statusCode: AssociationStatusCode(rawValue: "BRAND_NEW"), statusMessage: "words"))
        #expect(outcomes[1] == .failed(statusCode: .notStated, statusMessage: nil))
    }

    @Test func unrequestedEntriesTouchNothingAndAreRemarkedOn() {
        let unrequested = MadePlan.association(77)
        let response = BatchAssociationResponse(
            successfulAssociations: success([0, 1, 2]) + [SuccessfulAssociation(unrequested)],
            failedAssociations: [
                FailedAssociation(scanConfigurationArn: nil, resource: nil, statusCode: .internalError, statusMessage: nil)
            ])
        let run = run(response)
        #expect(run.outcomes == [.succeeded, .succeeded, .succeeded])
        #expect(run.engine.remarks.contains { $0.contains("1 association not asked for") })
        #expect(run.engine.remarks.contains { $0.contains("1 result without an association") })
    }

    @Test func aTargetOfAnotherCallIsUnrequested() {
        let plan = MadePlan.plan(50)
        var run = VirtualRun(plan, listing: { _ in .failed(detail: "none") }) { call, _ in
            let own = call.targets.map { plan.targets[$0].association }
            return (.zero, .response(.success(call.id == 1 ? own + [plan.targets[49].association] : Array(own.dropLast()))))
        }
        run.run()
        let last = run.outcomes[49]
        #expect(last == .unresolved(.notVerified(detail: "none", before: "the answer does not mention this association")))
    }

    @Test func aMalformedResponseLeavesEverythingUnresolvedAndIsNotSentAgain() {
        var run = VirtualRun(plan, listing: { _ in .failed(detail: "no listing") }) { _, _ in
            (.zero, .failure(.malformedResponse(excerpt: "<html>")))
        }
        run.run()
        #expect(run.sent.count == 1)
        #expect(
            run.outcomes.allSatisfy { if case .unresolved(.notVerified(_, let before?)) = $0 { before.contains("<html>") } else { false } })
    }

    @Test(arguments: [AssociationStatusCode(rawValue: ""), nil])
    func aFailureWithoutACodeIsHeldAgainstTheListings(_ code: AssociationStatusCode?) {
        let response = BatchAssociationResponse(
            successfulAssociations: success([2]), failedAssociations: [0, 1].map { FailedAssociation(all[$0], code, "words") })
        let stated = Outcome.failed(statusCode: .notStated, statusMessage: "words")
        #expect(run(response).outcomes == [stated, stated, .succeeded])
        var run = VirtualRun(plan, listing: { _ in .associations([plan.targets[1].association.resource]) }) { _, _ in
            (.zero, .response(response))
        }
        run.run()
        #expect(run.outcomes == [.succeeded, stated, .succeeded])
        #expect(run.engine.remarks.isEmpty)
    }
}
