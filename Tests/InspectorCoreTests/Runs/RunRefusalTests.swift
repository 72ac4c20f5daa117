import AWSClient
import InspectorCore
import Testing
import TextSafety

/// Calls that are refused as a whole.
@Suite struct RunRefusalTests {
    private static let expired = CallFailure.credentialsExpired(sentence: "The token has expired.")

    @Test(arguments: ["ValidationException", "ResourceNotFoundException", "ConflictException"])
    func oneBadTargetCannotHoldTheOthers(_ exception: String) {
        let plan = MadePlan.plan(25)
        let refusal = CallRefusal(code: exception, message: "bad one")
        var run = VirtualRun(plan) { call, _ in
            (.zero, call.targets.contains(13) ? .failure(.rejected(refusal)) : plan.success(call))
        }
        run.run()
        #expect(run.outcomes[13] == .failed(statusCode: AssociationStatusCode(rawValue: exception), statusMessage: "bad one"))
        #expect(run.outcomes.count { $0 == .succeeded } == 24)
        #expect(run.sent.count <= 11)
        let delivered = run.sent.filter { !$0.targets.contains(13) }.flatMap(\.targets)
        #expect(delivered.sorted() == Array(0..<25).filter { $0 != 13 })
    }

    @Test func accessDeniedEndsTheRun() {
        let plan = MadePlan.plan(1_000)
        let refusal = CallRefusal(code: "AccessDeniedException", message: "not allowed")
        var run = VirtualRun(plan) { call, _ in
            (.milliseconds(10 * call.id), call.id == 2 ? .failure(.accessDenied(refusal)) : plan.success(call))
        }
        run.run()
        #expect(run.outcomes[25..<50].allSatisfy { $0 == .notSent(.accessDenied(message: "AccessDeniedException: not allowed")) })
        #expect(run.outcomes.last == .notSent(.accessDenied(message: "AccessDeniedException: not allowed")))
        #expect(run.outcomes[..<25].allSatisfy { $0 == .succeeded })
        #expect(run.sent.count < 8)
    }

    @Test func aRefusalOfEveryCallEndsTheRun() {
        let plan = MadePlan.plan(1_000)
        var run = VirtualRun(plan) { _, _ in (.zero, .failure(.refused(CallRefusal(code: "HTTP 403", message: "a proxy's page")))) }
        run.run()
        #expect(run.sent.count == 4)
        #expect(run.outcomes.last == .notSent(.refused(message: "HTTP 403: a proxy's page")))
    }

    @Test func expiredCredentialsAreTriedOnceBeforeTheOperatorIsAsked() {
        let plan = MadePlan.plan(200)
        var refusals = 5
        var run = VirtualRun(plan) { call, _ in
            if call.attempt == 1, refusals > 0 { refusals -= 1; return (.milliseconds(5), .failure(Self.expired)) }
            return (.milliseconds(5), plan.success(call))
        }
        run.run()
        #expect(run.pauses == 0)
        #expect(run.sent.contains { $0.isProbe })
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func theRunWaitsForTheOperatorAndThenGoesOn() {
        let plan = MadePlan.plan(200)
        var run = VirtualRun(plan) { call, now in
            (.milliseconds(5), now < .seconds(10) ? .failure(Self.expired) : plan.success(call))
        }
        run.run()
        #expect(run.pauses == 1)
        #expect(run.sent.count { $0.sentAt < .seconds(10) } == 5)
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
    }

    private static let other = OtherAccount(expected: "111111111111", found: "222222222222")

    @Test func anotherAccountPausesTheRunAtOnceAndIsNeverContinued() {
        let plan = MadePlan.plan(200)
        var run = VirtualRun(plan) { call, now in
            (.milliseconds(5), now < .seconds(100) && call.id > 2 ? .failure(.otherAccount(Self.other)) : plan.success(call))
        }
        run.run()
        #expect(run.pauses == 4, "each try to go on asks the operator again")
        #expect(run.sent.filter { .seconds(1) < $0.sentAt && $0.sentAt < .seconds(100) }.allSatisfy { $0.isProbe })
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
    }

    @Test func aStopBeforeAnotherAccountLeavesTheRestNotSent() {
        let plan = MadePlan.plan(200)
        var run = VirtualRun(plan) { call, _ in
            (.milliseconds(5 * call.id), call.id > 2 ? .failure(.otherAccount(Self.other)) : plan.success(call))
        }
        run.onPause = .stop
        run.run()
        #expect(run.outcomes[..<50].allSatisfy { $0 == .succeeded })
        #expect(run.outcomes[50...].allSatisfy { $0 == .notSent(.otherAccount(message: Self.other.sentence)) })
        #expect(Self.other.sentence.contains("111111111111") && Self.other.sentence.contains("222222222222"))
    }

    @Test func bothAccountsAndWhatToDoAreToldInThePause() {
        let pause = RunPause.otherAccount(Self.other)
        #expect(pause.sentence == Self.other.sentence)
        #expect(pause.remedy == "sign in to account 111111111111 again in another window")
        let doubt = RunPause.otherAccount(OtherAccount(expected: "111111111111", problem: "GetCallerIdentity: no."))
        #expect(doubt.sentence.contains("111111111111") && doubt.sentence.hasSuffix("GetCallerIdentity: no."))
        #expect(doubt.remedy == "make sure that STS can be reached")
    }

    @Test func whatWasRefusedForItsCredentialsWasNotSent() {
        let plan = MadePlan.plan(200)
        var run = VirtualRun(plan) { _, _ in (.milliseconds(5), .failure(Self.expired)) }
        run.onPause = .stop
        run.run()
        #expect(run.outcomes.allSatisfy { $0 == .notSent(.credentialsExpired(message: "The token has expired.")) })
    }

    @Test func theTimeOfAPauseIsNoTimeWithoutProgress() {
        let plan = MadePlan.plan(200)
        var run = VirtualRun(plan, options: RunOptions(giveUpAfter: .seconds(20))) { call, now in
            (.milliseconds(5), now < .seconds(10) ? .failure(Self.expired) : plan.success(call))
        }
        run.run()
        #expect(run.pauses == 1 && run.now > .seconds(20))
        #expect(run.outcomes.allSatisfy { $0 == .succeeded })
    }
}
