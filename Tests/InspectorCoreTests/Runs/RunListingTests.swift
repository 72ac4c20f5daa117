import InspectorCore
import Testing

/// How long a run lists, and what it takes to be sure.
@Suite struct RunListingTests {
    private let plan = MadePlan.plan(3)

    private func resources(_ targets: [Int]) -> Set<AssociationResource> {
        Set(targets.map { plan.targets[$0].association.resource })
    }

    /// A run whose listings show `shown` one after the other, the last one for ever.
    private func run(
        _ shown: [ListingAnswer], history: RunHistory? = nil, mode: RunMode = .carryOut, options: RunOptions = RunOptions(),
        answer: @escaping (RunCall) -> CallAnswer
    ) -> VirtualRun {
        var left = shown[...]
        var run = VirtualRun(
            plan, history: history, mode: mode, options: options,
            listing: { _ in left.count > 1 ? left.removeFirst() : left[left.startIndex] }, service: { call, _ in (.zero, answer(call)) })
        run.run()
        return run
    }

    private func lost(_ call: RunCall) -> CallAnswer { .failure(.malformedResponse(excerpt: "<html>")) }
    private func listing(_ targets: [Int], provesAbsence: Bool = true) -> ListingAnswer {
        .associations(resources(targets), provesAbsence: provesAbsence)
    }

    @Test func aListingThatLagsIsAskedAgainUntilItAgrees() {
        let run = run([listing([0, 1, 2]), listing([1, 2]), listing([])]) { plan.success($0) }
        #expect(run.outcomes == [.succeeded, .succeeded, .succeeded])
        #expect(run.listed.count == 3)
        #expect(run.now >= .seconds(3) && run.now < .seconds(4))
    }

    @Test func pausesGrowAndAreAMinuteInAll() {
        let run = run([listing([0])]) { plan.success($0) }
        #expect(run.outcomes[0].failure?.statusCode == .notDisassociated)
        let pauses = [1, 2, 4, 8, 15, 15, 15]
        #expect(run.verifications.compactMap(\.secondsToNextListing) == pauses.flatMap { (1...$0).reversed() }, "counted down")
        #expect(run.now >= .seconds(60) && run.now < .seconds(61))
    }

    @Test func withoutPatienceThereIsOneListing() {
        let run = run([listing([0])], options: RunOptions(verifyFor: .zero)) { plan.success($0) }
        #expect(run.listed.count == 1)
        #expect(run.outcomes.map(\.isDone) == [true, true, true] && run.outcomes[0] != .succeeded)
        let doubted = self.run([listing([])], options: RunOptions(verifyFor: .zero), answer: lost)
        #expect(doubted.outcomes.allSatisfy { $0.word == "unresolved" })
    }

    @Test func oneListingThatDoesNotShowItDoesNotSettleADoubt() {
        let run = run([listing([]), listing([1]), listing([]), listing([])], answer: lost)
        #expect(run.outcomes == [.succeeded, .succeeded, .succeeded])
        #expect(run.listed.count == 4)
    }

    @Test func aListingWithRowsThatMatchNothingProvesNoAbsence() {
        let run = run([listing([1], provesAbsence: false)], answer: lost)
        #expect(run.outcomes[0].word == "unresolved" && run.outcomes[2].word == "unresolved")
        #expect(run.outcomes[1].word == "notSent")
    }

    @Test func whatTheServiceFailedAtAndIsGoneSucceeded() {
        let run = run([listing([0, 1, 2]), listing([1])]) { call in
            let all = call.targets.map { plan.targets[$0].association }
            return .response(
                BatchAssociationResponse(
                    successfulAssociations: [], failedAssociations: all.map { FailedAssociation($0, .internalError) }))
        }
        #expect(run.outcomes[0] == .succeeded && run.outcomes[2] == .succeeded)
        #expect(run.outcomes[1] == .failed(statusCode: .internalError, statusMessage: nil))
    }

    @Test func onlyWhatDisagreesIsListedAgain() {
        let plan = MadePlan.plan(50, configurations: 2)
        var listings = 0
        var run = VirtualRun(
            plan,
            listing: { arn in
                listings += 1
                return .associations(arn == MadePlan.arn(1) && listings < 4 ? [plan.targets[49].association.resource] : [])
            }, service: { call, _ in (.zero, plan.success(call)) })
        run.run()
        #expect(run.listed == [MadePlan.arn(0), MadePlan.arn(1), MadePlan.arn(1), MadePlan.arn(1)])
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func aConfigurationThatIsNotFoundSettlesADoubtOnlyForAKnownAccount() {
        var nameless = plan
        nameless.account = nil
        var run = VirtualRun(nameless, listing: { _ in .configurationGone }) { _, _ in (.zero, .failure(.malformedResponse(excerpt: ""))) }
        run.run()
        #expect(run.outcomes.allSatisfy { $0.word == "unresolved" })
    }

    @Test func theOperatorEndsTheWait() {
        var run = VirtualRun(plan, listing: { _ in listing([0]) }, service: { call, _ in (.zero, plan.success(call)) })
        run.post(.stop, at: .seconds(2))
        run.run()
        #expect(run.now == .seconds(2))
        #expect(run.outcomes[0].failure?.statusCode == .notDisassociated)
        #expect(run.outcomes[1] == .succeeded)
        #expect(run.engine.remarks.contains { $0.contains("1 association still to verify") })
    }

    @Test func whatWasVerifiedStaysVerified() {
        var history = RunHistory(count: 3)
        history.outcomes = [.succeeded, .succeeded, .notSent(.stopped)]
        history.verified = [0, 1]
        let run = run([listing([0, 1])], history: history) { plan.success($0) }
        #expect(run.outcomes == [.succeeded, .succeeded, .succeeded])
        #expect(run.listed.count == 1)
    }

    @Test func aDoubtThatTurnsOutNotDoneIsSentByAResumedRun() {
        let stopped = run([listing([0, 1, 2])], answer: lost)
        #expect(stopped.outcomes.allSatisfy { if case .notSent(.notDone) = $0 { true } else { false } })
        var history = RunHistory(count: 3)
        history.outcomes = stopped.outcomes
        let resumed = run([listing([])], history: history) { plan.success($0) }
        #expect(resumed.sent.flatMap(\.targets) == [0, 1, 2])
        #expect(resumed.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func aRefusedCallCanBeSentLater() {
        let run = run([listing([0, 1, 2])]) { _ in
            .failure(.accessDenied(CallRefusal(code: "AccessDeniedException", message: "no")))
        }
        #expect(run.outcomes.allSatisfy { $0 == .notSent(.accessDenied(message: "AccessDeniedException: no")) })
    }

    @Test func endlessThrottlingEndsWhenNobodyWaits() {
        let run = run([listing([])], options: RunOptions(giveUpAfter: .seconds(600))) { _ in .failure(.throttled(retryAfter: 1)) }
        #expect(run.outcomes.allSatisfy { if case .notSent(.unreachable) = $0 { true } else { false } })
        #expect(run.now >= .seconds(600) && run.now < .seconds(700))
    }

    @Test func whatTheListingLeavesOpenIsRecordedAsOpen() {
        let run = run([listing([1])], options: RunOptions(verifyFor: .zero)) { plan.success($0) }
        let open = run.entries.compactMap { entry -> [Int]? in
            if case .verified(_, let open) = entry { open } else { nil }
        }
        #expect(open == [[1], []])
    }

    @Test func everyConfigurationThatDisagreesIsListedAgain() {
        let plan = MadePlan.plan(3, configurations: 3)
        var listings = 0
        var run = VirtualRun(
            plan,
            listing: { arn in
                listings += 1
                let target = plan.targets.first { $0.association.scanConfigurationArn == arn }
                return .associations(listings <= 3 && arn != MadePlan.arn(1) ? Set(target.map { [$0.association.resource] } ?? []) : [])
            }, service: { call, _ in (.zero, plan.success(call)) })
        run.run()
        #expect(run.listed == [0, 1, 2, 0, 2].map(MadePlan.arn))
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func aFailureThatTookEffectIsCountedInTheFirstListingOnly() {
        let run = run([listing([0]), listing([0]), listing([])]) { call in
            let all = call.targets.map { plan.targets[$0].association }
            return .response(
                BatchAssociationResponse(
                    successfulAssociations: [SuccessfulAssociation(all[0]), SuccessfulAssociation(all[2])],
                    failedAssociations: [FailedAssociation(all[1], .accessDenied)]))
        }
        #expect(run.engine.remarks == ["1 association reported as failed, yet listed afterwards as if done."])
    }
}
