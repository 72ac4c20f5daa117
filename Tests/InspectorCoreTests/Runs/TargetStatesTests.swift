import Testing

@testable import InspectorCore

/// The table of what became of each target.
@Suite struct TargetStatesTests {
    private static let gone = Outcome.failed(statusCode: .resourceNotFound, statusMessage: "gone")
    private static let denied = Outcome.failed(statusCode: .accessDenied, statusMessage: nil)

    @Test func eachTargetCountsOnceWithItsLastOutcome() {
        var states = TargetStates(RunHistory(count: 3))
        states.assign(.unresolved(.interrupted), to: 0)
        states.assign(.succeeded, to: 0)
        states.assign(Self.denied, to: 1)
        #expect((states.counts.succeeded, states.counts.failed, states.counts.all) == (1, 1, 2))
        states.reopen(1)
        #expect(states.counts.all == 1 && states[1] == nil)
    }

    @Test func aRefusalCountsAtOnceUnlessTheTargetIsInDoubt() {
        var states = TargetStates(RunHistory(count: 2))
        let first = states.weighed(Self.denied, for: 0)
        #expect(first == Self.denied)
        states.markInDoubt([0, 1])
        for (target, refusal) in [Self.denied, Self.gone].enumerated() {
            guard case .unresolved(.refused) = states.weighed(refusal, for: target) else { return #expect(Bool(false)) }
        }
        let success = states.weighed(.succeeded, for: 0)
        #expect(success == .succeeded)
        #expect(states.postponedRefusal(of: 0, .disassociate) == Self.denied)
        #expect(states.postponedRefusal(of: 1, .disassociate) == nil, "a target that is listed was found")
        #expect(states.postponedRefusal(of: 1, .associate) == Self.gone, "nothing is there that could be associated")
        #expect((0...1).map(states.isImpossible) == [false, true])
    }

    @Test func whatIsSentAgainIsNotVerifiedAnyMore() {
        var states = TargetStates(RunHistory(count: 1))
        states.assign(.succeeded, to: 0)
        states.markVerified(0)
        #expect(states.isVerified(0))
        states.reopen(0)
        #expect(!states.isVerified(0))
    }

    @Test func whatALaterRunChangedBackIsNotHeldAgainstListings() {
        var history = RunHistory(count: 4)
        history.outcomes = [.succeeded, .succeeded, Self.denied, .succeeded]
        history.laterChanges = [
            0: LaterChange(.undone, by: "U"), 1: LaterChange(.repeated, by: "R"), 2: LaterChange(.undone, by: "U"),
            3: LaterChange(.perhapsChangedBack, by: "W"),
        ]
        var states = TargetStates(history)
        #expect((0..<4).map(states.isVerified) == [true, false, false, false])
        #expect((0..<4).map(states.isChangedBack) == [true, false, true, true])
        states.reopen(3)
        #expect(states.laterChange(of: 3) == nil, "this run is the last that sends it")
    }
}
