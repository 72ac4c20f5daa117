import AWSClient
import InspectorCore
import Testing

@Suite struct RunVerificationTests {
    private func resources(_ plan: Plan, _ targets: [Int]) -> Set<AssociationResource> {
        Set(targets.map { plan.targets[$0].association.resource })
    }

    @Test func aCleanRunListsEachTouchedConfigurationOnce() {
        let plan = MadePlan.plan(100, configurations: 4)
        var run = VirtualRun(plan) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.listed == (0..<4).map(MadePlan.arn))
        #expect(run.entries.count { if case .verified = $0 { true } else { false } } == 4)
    }

    @Test func whatWasReportedSuccessfulAndIsStillThereFailed() {
        let plan = MadePlan.plan(3)
        let listing = ListingAnswer.associations(resources(plan, [1]))
        var run = VirtualRun(plan, listing: { _ in listing }) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.outcomes[0] == .succeeded)
        guard case .notConfirmed(.notDisassociated, let asOf) = run.outcomes[1] else { return #expect(Bool(false), "\(run.outcomes[1])") }
        #expect(run.outcomes[1].failure?.statusMessage == "reported done, still listed as of \(asOf)")
        #expect(run.outcomes[1].isDone && !run.outcomes[1].isOpen)
    }

    @Test func anAssociationThatWasMadeIsLookedForToo() {
        let plan = MadePlan.plan(2, action: .associate)
        let listing = ListingAnswer.associations(resources(plan, [1]))
        var run = VirtualRun(plan, listing: { _ in listing }) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.outcomes[1] == .succeeded)
        guard case .notConfirmed(.notAssociated, _) = run.outcomes[0] else { return #expect(Bool(false), "\(run.outcomes[0])") }
    }

    @Test func theUnresolvedGetTheirTrueState() {
        let plan = MadePlan.plan(2)
        let listing = ListingAnswer.associations(resources(plan, [1]))
        var run = VirtualRun(plan, listing: { _ in listing }) { _, _ in (.zero, .failure(.malformedResponse(excerpt: "<html>"))) }
        run.run()
        #expect(run.outcomes[0] == .succeeded)
        guard case .notSent(.notDone(let detail)) = run.outcomes[1] else { return #expect(Bool(false), "\(run.outcomes[1])") }
        #expect(detail.contains("<html>"))
    }

    /// Two projects are associated: the first call is lost, and then each call answers `code`, or is lost as well. No listing shows them.
    private func lostAssociations(_ code: AssociationStatusCode?, verifyFor: Duration) -> VirtualRun {
        let plan = MadePlan.plan(2, action: .associate)
        var calls = 0
        var run = VirtualRun(plan, options: RunOptions(verifyFor: verifyFor)) { call, _ in
            calls += 1
            guard let code, calls > 1 else {
                return (.zero, .failure(.unknown(detail: "HTTP 504: Gateway Timeout", isTimeout: false, retryAfter: nil)))
            }
            let failed = call.targets.map { FailedAssociation(plan.targets[$0].association, code) }
            return (.zero, .response(BatchAssociationResponse(successfulAssociations: [], failedAssociations: failed)))
        }
        run.run()
        return run
    }

    @Test(arguments: [0, 60]) func whatTheServiceDoesNotFindAndListingsDoNotShowFailsWithItsCode(seconds: Int) {
        let run = lostAssociations(.resourceNotFound, verifyFor: .seconds(seconds))
        #expect(run.outcomes.allSatisfy { $0 == .failed(statusCode: .resourceNotFound, statusMessage: nil) }, "\(run.outcomes)")
        let doubts = run.entries.flatMap(\.outcomes).compactMap {
            if case .unresolved(let reason) = $0.outcome { reason.words } else { nil }
        }
        #expect(doubts.first == "one attempt was not answered, and a later one was refused with RESOURCE_NOT_FOUND")
    }

    @Test func anAssociationThatListingsDoNotShowYetIsNotCalledNotDone() {
        let early = lostAssociations(nil, verifyFor: .seconds(5))
        let words =
            "the listings do not tell: it is not listed, and listings may lag behind; before that, no answer came (HTTP 504: Gateway Timeout)"
        #expect(early.outcomes.allSatisfy { $0.word == "unresolved" && $0.detail == words }, "\(early.outcomes)")
        let late = lostAssociations(nil, verifyFor: .seconds(60))
        #expect(
            late.outcomes.allSatisfy { $0 == .notSent(.notDone(detail: "no answer came (HTTP 504: Gateway Timeout)")) }, "\(late.outcomes)")
        #expect(
            lostAssociations(.quotaExceeded, verifyFor: .seconds(5)).outcomes.allSatisfy { $0.word == "unresolved" }, "it may be the echo")
        #expect(lostAssociations(.quotaExceeded, verifyFor: .seconds(60)).outcomes.allSatisfy { $0.statusCode == "QUOTA_EXCEEDED" })
    }

    @Test func aConfigurationThatIsGoneHasNoAssociations() {
        let plan = MadePlan.plan(2)
        var run = VirtualRun(plan, listing: { _ in .configurationGone }) { _, _ in (.zero, .failure(.malformedResponse(excerpt: ""))) }
        run.run()
        #expect(run.outcomes == [.succeeded, .succeeded])
    }

    @Test func aListingThatFailsIsSaid() {
        let plan = MadePlan.plan(2)
        var run = VirtualRun(plan, listing: { _ in .failed(detail: "503") }) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.outcomes == [.succeeded, .succeeded])
        #expect(run.engine.remarks.contains { $0.contains("could not be verified: 503") })
    }

    @Test func aFailureThatTookEffectIsRemarkedOn() {
        let plan = MadePlan.plan(2)
        var run = VirtualRun(plan) { call, _ in
            let all = call.targets.map { plan.targets[$0].association }
            let response = BatchAssociationResponse(
                successfulAssociations: [SuccessfulAssociation(all[0])], failedAssociations: [FailedAssociation(all[1], .accessDenied)])
            return (.zero, .response(response))
        }
        run.run()
        #expect(run.outcomes[1] == .failed(statusCode: .accessDenied, statusMessage: nil))
        #expect(run.engine.remarks.contains { $0.contains("as if done") })
    }

    @Test func credentialsThatEndDuringTheListingAreWaitedFor() {
        let plan = MadePlan.plan(2)
        var listings = 0
        var run = VirtualRun(
            plan,
            listing: { _ in
                listings += 1
                return listings == 1 ? .blocked(.credentialsExpired(sentence: "expired")) : .associations([])
            }
        ) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.pauses == 1)
        #expect(listings == 2)
        #expect(run.engine.isFinished)
    }

    private static let other = OtherAccount(expected: "111111111111", found: "222222222222")

    @Test func aListingThatMeetsAnotherAccountConcludesNothing() {
        let plan = MadePlan.plan(2)
        var listings = 0
        var run = VirtualRun(
            plan,
            listing: { _ in
                listings += 1
                return listings < 3 ? .blocked(.otherAccount(Self.other)) : .associations(resources(plan, [1]))
            }
        ) { _, _ in (.zero, .failure(.malformedResponse(excerpt: ""))) }
        run.run()
        #expect(run.pauses == 2)
        #expect(run.outcomes[0] == .succeeded && run.outcomes[1] != .succeeded)
    }

    @Test func aDoubtOfAnEarlierSessionIsNotSettledByAnotherAccount() {
        let plan = MadePlan.plan(2)
        var history = RunHistory(count: 2)
        history.inDoubt = [0]
        var run = VirtualRun(plan, history: history, listing: { _ in .blocked(.otherAccount(Self.other)) }) { call, _ in
            (.zero, plan.success(call))
        }
        run.onPause = .stop
        run.run()
        #expect(run.pauses == 1 && run.sent.isEmpty)
        #expect(run.outcomes[0].word == "unresolved" && run.outcomes[1].word == "notSent")
    }

    @Test func onlyTouchedConfigurationsAreListed() {
        let plan = MadePlan.plan(50, configurations: 2)
        var run = VirtualRun(plan) { call, _ in
            let all = call.targets.map { plan.targets[$0].association }
            let refused = BatchAssociationResponse(
                successfulAssociations: nil, failedAssociations: all.map { FailedAssociation($0, .accessDenied) })
            return (.zero, call.id == 1 ? .response(refused) : plan.success(call))
        }
        run.run()
        #expect(run.listed == [MadePlan.arn(1)])
    }

    @Test func aTryThatFailedIsToldEachSecondUntilPagesCome() throws {
        let plan = MadePlan.plan(2)
        let trouble = RunTrouble(problem: "no route to host", seconds: 2, nextTry: 4)
        var run = VirtualRun(plan, listing: { _ in .underWay(trouble) }) { call, _ in (.zero, plan.success(call)) }
        run.post(.listed(scanConfigurationArn: MadePlan.arn(0), .associations([]), asOf: "later"), at: .seconds(10))
        run.run()
        let told = run.verifications.compactMap(\.trouble)
        #expect(told.first?.words == "No call got through for 2 s; next try in 4 s. Last error: no route to host")
        #expect(told.count >= 8 && told.map(\.seconds) == told.map(\.seconds).sorted() && told.last?.nextTry == 0)
        #expect(run.engine.isFinished && run.engine.unverifiedCount == 0)
        var recovered = VirtualRun(plan, listing: { _ in .underWay(trouble) }) { call, _ in (.zero, plan.success(call)) }
        recovered.post(.listed(scanConfigurationArn: MadePlan.arn(0), .underWay(nil), asOf: "later"), at: .seconds(3))
        recovered.run(limit: 100)
        #expect(recovered.verifications.last?.trouble == nil, "pages come again")
    }

    @Test func whatCouldNotBeListedIsToldWhileItIsWaitedFor() throws {
        var listings: [ListingAnswer] = [.failed(detail: "503"), .associations([])]
        let plan = MadePlan.plan(2)
        var run = VirtualRun(plan, listing: { _ in listings.count > 1 ? listings.removeFirst() : listings[0] }) { call, _ in
            (.zero, plan.success(call))
        }
        run.run()
        let pausing = try #require(run.verifications.first { $0.nextListing != nil })
        #expect(pausing.unlisted == 1 && pausing.problem == "503")
        #expect(pausing.problemWords == "1 configuration could not be listed: 503")
        #expect(run.verifications.last?.unlisted == 1, "until it is listed")
        #expect(run.engine.unverifiedCount == 0)
        var failing = VirtualRun(plan, listing: { _ in .failed(detail: "503") }) { call, _ in (.zero, plan.success(call)) }
        failing.run()
        #expect(failing.engine.unverifiedCount == 2 && failing.engine.unlistedCount == 1 && run.engine.unlistedCount == 0)
    }
}
