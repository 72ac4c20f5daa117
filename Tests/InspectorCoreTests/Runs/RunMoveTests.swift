import InspectorCore
import Testing

/// Projects that are associated with another configuration before they are disassociated.
@Suite struct RunMoveTests {
    /// An account that does what it is told, unless a code says otherwise.
    private final class Account {
        var associations: Set<Association>
        /// Associations that listings do not show.
        var hidden: Set<Association> = []
        var refusals: [Association: AssociationStatusCode] = [:]

        init(_ associations: some Sequence<Association>) { self.associations = Set(associations) }

        func listing(_ arn: String) -> ListingAnswer {
            .associations(
                Set(associations.subtracting(hidden).lazy.filter { $0.scanConfigurationArn == arn }.map(\.resource)))
        }

        func carryOut(_ call: RunCall, of plan: Plan) -> CallAnswer {
            let targets = call.targets.map { plan.targets[$0] }
            let done = targets.filter { refusals[$0.association] == nil }
            for target in done where plan.change(of: target) == .associate { associations.insert(target.association) }
            for target in done where plan.change(of: target) == .disassociate { associations.remove(target.association) }
            let failed = targets.compactMap { target in refusals[target.association].map { FailedAssociation(target.association, $0) } }
            return .response(
                BatchAssociationResponse(
                    successfulAssociations: done.map { SuccessfulAssociation($0.association) }, failedAssociations: failed))
        }
    }

    /// `count` projects move from configuration 1 to 2.
    private func plan(_ count: Int) -> Plan {
        let covers = (0..<count).map { PlanTarget(association: MadePlan.association($0, configuration: 2), change: .associate) }
        let rest = (0..<count).map { PlanTarget(association: MadePlan.association($0, configuration: 1), change: .disassociate) }
        return Plan(action: .move, account: "123456789012", region: "us-east-1", caller: nil, targets: covers + rest, warnings: [])
    }

    private func account(_ count: Int) -> Account { Account((0..<count).map { MadePlan.association($0, configuration: 1) }) }

    private func run(_ plan: Plan, in account: Account, history: RunHistory? = nil, options: RunOptions = RunOptions()) -> VirtualRun {
        var run = VirtualRun(plan, history: history, options: options, listing: account.listing) { call, _ in
            (.milliseconds(5), account.carryOut(call, of: plan))
        }
        run.run()
        return run
    }

    private func isNotCovered(_ outcome: Outcome) -> Bool { if case .notSent(.notCovered) = outcome { true } else { false } }

    @Test func projectsAreListedWithTheirNewConfigurationBeforeTheOldOneIsDissolved() {
        let (plan, account) = (plan(60), account(60))
        let run = run(plan, in: account)
        #expect(run.outcomes.count == 120 && run.outcomes.allSatisfy { $0 == .succeeded })
        #expect(run.sent.count == 6 && run.sent.prefix(3).allSatisfy { plan.targets[$0.targets[0]].change == .associate })
        let verified = run.entries.firstIndex { if case .verified(MadePlan.arn(2), []) = $0 { true } else { false } }
        let dissolved = run.entries.firstIndex { if case .intent(_, _, _, let targets) = $0 { targets[0] >= 60 } else { false } }
        #expect(verified.flatMap { verified in dissolved.map { verified < $0 } } == true)
        #expect(account.associations == Set((0..<60).map { MadePlan.association($0, configuration: 2) }))
        #expect(Set(run.sent.map(\.id)).count == 6 && Set(run.sent.map(\.invocationId)).count == 6)
    }

    @Test func whatTheServiceRefusesToCoverStaysAsItWas() {
        let (plan, account) = (plan(3), account(3))
        account.refusals[MadePlan.association(1, configuration: 2)] = .quotaExceeded
        let run = run(plan, in: account)
        #expect(run.outcomes[4].detail?.contains("QUOTA_EXCEEDED") == true)
        guard case .notSent(.notCovered(_, .quotaExceeded?)) = run.outcomes[4] else { return #expect(Bool(false), "\(run.outcomes[4])") }
        #expect(run.outcomes[3] == .succeeded && run.outcomes[5] == .succeeded)
        #expect(
            run.stages.map(\.words) == ["Associating 3 first", "Disassociating 2; 1 stays, because its project is not covered for certain"])
        #expect(account.associations.contains(MadePlan.association(1, configuration: 1)))
    }

    @Test func whatIsReportedDoneAndNotListedCoversNothing() {
        let (plan, account) = (plan(2), account(2))
        account.hidden = [MadePlan.association(0, configuration: 2)]
        let run = run(plan, in: account)
        #expect(run.outcomes[0].failure?.statusCode == .notAssociated && isNotCovered(run.outcomes[2]))
        #expect(run.outcomes[3] == .succeeded)
    }

    @Test func whatCannotBeListedCoversNothing() {
        let (plan, account) = (plan(2), account(2))
        var run = VirtualRun(plan, listing: { _ in .failed(detail: "503") }) { call, _ in (.zero, account.carryOut(call, of: plan)) }
        run.run()
        #expect(run.sent.flatMap(\.targets) == [0, 1])
        #expect(run.outcomes[2...].allSatisfy(isNotCovered))
    }

    @Test func aRunThatIsStoppedWhileItListsDissolvesNothing() {
        let (plan, account) = (plan(2), account(2))
        account.hidden = account.associations.union(plan.targets.prefix(2).map(\.association))
        var run = VirtualRun(plan, listing: account.listing) { call, _ in (.zero, account.carryOut(call, of: plan)) }
        run.post(.stop, at: .seconds(2))
        run.run()
        #expect(run.outcomes[2...].allSatisfy { $0 == .notSent(.stopped) })
        #expect(run.sent.flatMap(\.targets) == [0, 1])
    }

    @Test func aResumedRunListsAgainWhatItRestsOn() {
        let (plan, account) = (plan(2), account(2))
        account.associations.insert(MadePlan.association(0, configuration: 2))
        var history = RunHistory(count: 4)
        history.outcomes = [.succeeded, .succeeded, .notSent(.stopped), .notSent(.stopped)]
        history.verified = [0, 1]
        let run = run(plan, in: account, history: history, options: RunOptions(verifyFor: .zero))
        #expect(run.sent.flatMap(\.targets) == [2], "somebody has dissolved the other project's new association")
        #expect(isNotCovered(run.outcomes[3]))
        #expect(run.outcomes[1] == .succeeded, "what was verified stays so")
    }

    @Test func whatAnEarlierSessionLeftInDoubtIsNotSentWithoutItsCover() {
        let (plan, account) = (plan(2), account(2))
        account.refusals[MadePlan.association(0, configuration: 2)] = .accessDenied
        var history = RunHistory(count: 4)
        history.inDoubt = [0, 1, 2, 3]
        let run = run(plan, in: account, history: history)
        #expect(run.sent.flatMap(\.targets) == [0, 1, 3] && isNotCovered(run.outcomes[2]))
    }

    @Test func whatCoveredAProjectWhenPlannedIsListedToo() {
        var plan = plan(3)
        plan.alreadyDone = PlanTargets(plan.targets.prefix(2))
        plan.targets.removeFirst(3)
        plan.targets.removeLast()
        let account = account(2)
        account.associations.insert(MadePlan.association(0, configuration: 2))
        let run = run(plan, in: account)
        #expect(run.sent.flatMap(\.targets) == [0] && isNotCovered(run.outcomes[1]))
        #expect(run.outcomes[1].detail?.contains("the listing does not show it any more") == true)
    }

    @Test func aResumedRunSendsWhatIsCoveredByNow() {
        let (plan, account) = (plan(1), account(1))
        account.associations.insert(MadePlan.association(0, configuration: 2))
        var history = RunHistory(count: 2)
        history.outcomes = [.unresolved(.interrupted), .notSent(.notCovered(detail: "not known"))]
        history.inDoubt = [0]
        let run = run(plan, in: account, history: history)
        #expect(run.sent.flatMap(\.targets) == [1] && run.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func anUndoGoesBackInTheOppositeOrder() {
        let plan = plan(3)
        let outcomes: [Outcome] = [
            .succeeded, .succeeded, .succeeded, .succeeded, .unresolved(.interrupted), .notSent(.notCovered(detail: "")),
        ]
        let undo = RunReport(runId: "r", journal: nil, plan: plan, outcomes: outcomes).undoPlan
        let association = { project, configuration in MadePlan.association(project, configuration: configuration) }
        #expect(undo.targets.map(\.association) == [association(0, 1), association(0, 2), association(2, 2)])
        #expect(undo.targets.map(\.change) == [.associate, .disassociate, .disassociate])
        #expect(
            undo.warnings == [.unresolvedLeftOut(targets: 1), .coversLeftOut(targets: 1)],
            "its project may lose the old configuration yet, and keeps the new one")
    }

    /// While the second stage is sent, somebody else dissolves what a project was moved to, and what another one was in before.
    @Test(arguments: [[0], [2], [0, 2], []]) func whatSomebodyElseDissolvesMeanwhileIsSaidInTheEnd(projects: [Int]) {
        var plan = plan(3)
        plan.alreadyDone = [plan.targets.remove(at: 2)]
        let account = account(3)
        account.associations.insert(MadePlan.association(2, configuration: 2))
        var run = VirtualRun(plan, listing: account.listing) { call, _ in
            let answer = account.carryOut(call, of: plan)
            if plan.targets[call.targets[0]].change == .disassociate {
                account.associations.subtract(projects.map { MadePlan.association($0, configuration: 2) })
            }
            return (.zero, answer)
        }
        run.run()
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
        let (count, remarks) = (projects.count, run.engine.remarks)
        #expect(remarks.count == min(1, count) && remarks.allSatisfy { $0.hasPrefix("\(count.counted("project")) that ") }, "\(remarks)")
        #expect(remarks.allSatisfy { $0.contains("not listed there any more: somebody else has changed that") })
    }

    @Test func aListingThatFailsInTheEndDoesNotTellThatACoverIsGone() {
        let (plan, account) = (plan(1), account(1))
        var listings = 0
        var run = VirtualRun(
            plan,
            listing: { arn in
                listings += arn == MadePlan.arn(2) ? 1 : 0
                return listings > 1 && arn == MadePlan.arn(2) ? .failed(detail: "503") : account.listing(arn)
            }, service: { call, _ in (.zero, account.carryOut(call, of: plan)) })
        run.run()
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
        #expect(run.engine.remarks == ["\(MadePlan.arn(2)) could not be verified: 503"])
    }

    @Test func aRetryTakesAlongWhatItHeldBack() {
        let plan = plan(2)
        let outcomes: [Outcome] = [
            .failed(statusCode: .internalError, statusMessage: nil), .failed(statusCode: .accessDenied, statusMessage: nil),
            .notSent(.notCovered(detail: "")), .notSent(.notCovered(detail: "")),
        ]
        let retry = RunReport(runId: "r", journal: nil, plan: plan, outcomes: outcomes).retryPlan(codes: [])
        #expect(retry.targets == [plan.targets[0], plan.targets[2]])
    }

    @Test func aResumeIsOfNoUseWhereTheServiceRefusesToCover() {
        func isResumable(_ cover: Outcome) -> Bool {
            let outcomes = [cover, .notSent(.notCovered(detail: ""))]
            return RunReport(runId: "r", journal: nil, plan: plan(1), outcomes: outcomes).isResumable
        }
        #expect(!isResumable(.failed(statusCode: .quotaExceeded, statusMessage: nil)))
        #expect(isResumable(.unresolved(.interrupted)) && isResumable(.notConfirmed(statusCode: .notAssociated, asOf: "now")))
    }

    @Test func whatIsHeldBackForGoodIsNotLeft() {
        let (plan, full) = (plan(2), AssociationStatusCode.quotaExceeded)
        let outcomes: [Outcome] = [
            .failed(statusCode: full, statusMessage: nil), .unresolved(.interrupted), .notSent(.notCovered(detail: "", refusal: full)),
            .notSent(.notCovered(detail: "")),
        ]
        let report = RunReport(runId: "r", journal: nil, plan: plan, outcomes: outcomes)
        #expect(report.heldBack == [2] && report.openTargets == [plan.targets[1], plan.targets[3]])
        #expect(
            report.heldBackWords == "1 association was held back, because its project could not be associated first. Once that is settled, "
                + "scanconfig retry r --failed QUOTA_EXCEEDED takes it along.")
        let advice = outcomes[2...].map { StatusAdvice($0) }
        #expect(advice.map(\.remedy) == [.correction, .resume])
        #expect(advice[0].sentence.contains("A retry of what failed with QUOTA_EXCEEDED takes them along"))
    }
}
