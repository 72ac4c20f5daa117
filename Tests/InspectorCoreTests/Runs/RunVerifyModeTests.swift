import AWSClient
import InspectorCore
import Testing

/// A session that lists again what an earlier one left, and sends nothing.
@Suite struct RunVerifyModeTests {
    private let plan = MadePlan.plan(4)

    private func verify(
        _ outcomes: [Outcome?], verified: Set<Int> = [], inDoubt: Set<Int> = [], laterChanges: [Int: LaterChange] = [:], listed: [Int]
    ) -> VirtualRun {
        var history = RunHistory(count: 4)
        (history.outcomes, history.verified, history.inDoubt, history.laterChanges) = (outcomes, verified, inDoubt, laterChanges)
        let resources = Set(listed.map { plan.targets[$0].association.resource })
        var run = VirtualRun(plan, history: history, mode: .verify, listing: { _ in .associations(resources) }) { call, _ in
            (.zero, plan.success(call))
        }
        run.run()
        return run
    }

    private let late = Outcome.notConfirmed(statusCode: .notDisassociated, asOf: "before")

    @Test func sendsNothingAndFindsWhatCameLate() {
        let run = verify(
            [late, .notSent(.notDone(detail: "")), .failed(statusCode: .internalError, statusMessage: nil), late], listed: [3])
        #expect(run.sent.isEmpty)
        #expect(run.outcomes[..<3].allSatisfy { $0 == .succeeded })
        guard case .notConfirmed(_, let asOf) = run.outcomes[3] else { return #expect(Bool(false), "\(run.outcomes[3])") }
        #expect(asOf != "before")
        #expect(!run.entries.contains(.finished))
    }

    @Test func aStopBeforeItBeginsLeavesWhatWasSentUnresolved() {
        var history = RunHistory(count: 4)
        (history.outcomes, history.inDoubt) = ([nil, nil, .succeeded, nil], [0, 1])
        var engine = RunEngine(plan: plan, history: history, mode: .verify, options: RunOptions(), seed: 1)
        _ = engine.handle(.stop, at: .zero)
        let interrupted = Outcome.unresolved(.interrupted)
        #expect(engine.reportedOutcomes == [interrupted, interrupted, .succeeded, .notSent(.stopped)])
    }

    @Test func aLaterUndoDoesNotShowThatNothingWasDone() {
        let undone = [0: LaterChange(.undone, by: "run-9"), 1: LaterChange(.repeated, by: "run-8")]
        let run = verify([nil, nil, .succeeded, .succeeded], verified: [2, 3], inDoubt: [0, 1], laterChanges: undone, listed: [0, 1])
        guard case .unresolved = run.outcomes[0] else { return #expect(Bool(false), "\(run.outcomes[0])") }
        #expect(run.outcomes[1].word == "notSent", "it is there although a later run did the same: this one did nothing")
    }

    @Test func whatWasChangedBackByOthersIsARemark() {
        let run = verify([.succeeded, .succeeded, .notSent(.stopped), .succeeded], verified: [0, 1, 3], listed: [0, 1, 2])
        #expect(run.outcomes[0] == .succeeded && run.outcomes[2] == .notSent(.stopped))
        #expect(run.engine.remarks == ["2 associations changed back since by someone else: no run recorded here did it."])
        #expect(run.listed.count == 1)
    }

    @Test func whatOurOwnRunsChangedBackIsNotBlamedOnOthers() {
        let changes = [
            0: LaterChange(.undone, by: "U"), 1: LaterChange(.changedBack, by: "V"), 2: LaterChange(.perhapsChangedBack, by: "W"),
        ]
        let run = verify(
            [.succeeded, .succeeded, .succeeded, .succeeded], verified: [0, 1, 2, 3], laterChanges: changes, listed: [0, 1, 2, 3])
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
        #expect(
            run.engine.remarks == [
                "1 association undone since by run U.", "1 association changed back since by run V.",
                "1 association perhaps changed back since by run W, whose record does not tell.",
                "1 association changed back since by someone else: no run recorded here did it.",
            ])
    }

    @Test func whatWasPerhapsChangedBackIsNeitherVerifiedNorStillListed() {
        let changes = [0: LaterChange(.perhapsChangedBack, by: "W"), 1: LaterChange(.perhapsChangedBack, by: "W")]
        let run = verify([.succeeded, .succeeded, .succeeded, .succeeded], laterChanges: changes, listed: [0])
        #expect(run.outcomes == [.succeeded, .succeeded, .succeeded, .succeeded])
        let verified = run.entries.compactMap { if case .verified(_, let open) = $0 { open } else { nil } }
        #expect(!verified.isEmpty && verified.allSatisfy { $0 == [0] }, "the other one is listed as wanted")
        #expect(run.engine.unverifiedCount == 1)
        #expect(run.engine.remarks.contains { $0.contains("perhaps changed back since by run W, whose record does not tell") })
    }

    @Test func aResumedRunDoesNotHoldAnotherRunsChangeAgainstItself() {
        var history = RunHistory(count: 4)
        history.outcomes = [.succeeded, nil, .succeeded, .succeeded]
        history.laterChanges = [0: LaterChange(.perhapsChangedBack, by: "W"), 1: LaterChange(.perhapsChangedBack, by: "W")]
        let resources = Set([plan.targets[0], plan.targets[1]].map(\.association.resource))
        let plan = plan
        var run = VirtualRun(plan, history: history, listing: { _ in .associations(resources) }) { call, _ in (.zero, plan.success(call)) }
        run.run()
        #expect(run.outcomes[0] == .succeeded, "another run may have changed it back")
        #expect(run.outcomes[1].statusCode == "NOT_DISASSOCIATED", "it was sent again, and is still listed")
    }

    @Test func whatWasUndoneIsNotStillListed() {
        let changes = [0: LaterChange(.undone, by: "U"), 3: LaterChange(.changedBack, by: "V")]
        let run = verify([late, .notSent(.stopped), .notSent(.stopped), .succeeded], laterChanges: changes, listed: [0, 1, 2, 3])
        #expect(run.outcomes[0] == late && run.outcomes[3] == .succeeded)
        #expect(run.engine.remarks == ["1 association undone since by run U.", "1 association changed back since by run V."])
        #expect(run.listed.count == 1)
    }

    @Test func aFailureThatOurRetryDidIsSaidToBeDoneByIt() {
        let failed = Outcome.failed(statusCode: .accessDenied, statusMessage: nil)
        let run = verify([failed, failed, .succeeded, .succeeded], laterChanges: [0: LaterChange(.repeated, by: "T")], listed: [])
        #expect(run.outcomes[0] == failed)
        #expect(
            run.engine.remarks == [
                "1 association reported as failed, done since by run T.",
                "1 association reported as failed, yet listed afterwards as if done.",
            ])
    }

    @Test func whatWasUnderWayIsLookedUp() {
        let run = verify([nil, nil, nil, .succeeded], inDoubt: [0, 1], listed: [1])
        #expect(run.engine.outcomes[0] == .succeeded)
        #expect(run.engine.outcomes[1]?.word == "notSent")
        #expect(run.engine.outcomes[2] == nil)
    }

    /// A journal that was cut at the end of a line looks like one of a run that was interrupted there.
    @Test func whatTheJournalHasNoCallForAndIsDoneIsSaid() {
        let run = verify([nil, .notSent(.stopped), nil, nil], listed: [2, 3])
        #expect(run.listed == [MadePlan.arn(0)], "although the record has no call at all")
        #expect(run.engine.reportedOutcomes.allSatisfy { $0 == .notSent(.stopped) })
        #expect(
            run.engine.remarks == [
                "2 associations for which the journal holds no call, now listed as if one had been sent: somebody else did it, or a record "
                    + "was lost."
            ])
        let repeated = verify(
            [nil, .succeeded, nil, nil], verified: [1], laterChanges: [0: LaterChange(.repeated, by: "R")], listed: [2, 3])
        #expect(repeated.engine.remarks == ["1 association for which the journal holds no call, done since by run R."])
    }

    /// Nothing was listed, so that nothing is confirmed, also where everything had been verified before.
    @Test func credentialsOfAnotherAccountLeaveEverythingUnconfirmed() {
        var history = RunHistory(count: 4)
        (history.outcomes, history.verified) = ([.succeeded, .succeeded, .succeeded, .succeeded], [0, 1, 2, 3])
        let other = RunPause.otherAccount(OtherAccount(expected: "111111111111", found: "222222222222"))
        var run = VirtualRun(plan, history: history, mode: .verify, listing: { _ in .blocked(other) }) { call, _ in
            (.zero, plan.success(call))
        }
        run.onPause = .stop
        run.run()
        #expect(run.pauses == 1 && run.engine.isFinished && run.engine.blocked == other && run.engine.unlistedCount == 1)
        let listed = verify([.succeeded, .succeeded, .succeeded, .succeeded], verified: [0, 1, 2, 3], listed: [])
        #expect(listed.engine.blocked == nil && listed.engine.unlistedCount == 0)
    }
}
