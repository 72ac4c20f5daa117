import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The line at the start that tells of runs that were interrupted.
@Suite struct InterruptedRunsTests {
    private func state(_ runs: [RunSummary]) -> State {
        var state = Fixture.listed()
        _ = update(&state, .interruptedRunsFound(runs))
        return state
    }

    @Test func connectingLooksForThem() {
        var state = State(size: TerminalSize(columns: 80, rows: 24))
        _ = state.begin()
        let effects = update(&state, .connected(generation: 1, SessionIdentity(region: "us-east-1")))
        #expect(effects == [.loadInventory(generation: 1), .findInterruptedRuns])
    }

    @Test func oneLineTellsOfThem() {
        var state = state([MadeRuns.made("run-4", .interrupted, notSent: 11_550)])
        #expect(state.lines[22] == " 1 interrupted run: 11,550 left, H")
        state.press(keys: .down)
        #expect(state.lines[22] == " 1 interrupted run: 11,550 left, H")
        state.press(keys: .character("H"), .escape)
        #expect(state.lines[22].isEmpty)
    }

    @Test func severalAreSummedUpAndOtherRegionsNamed() {
        let runs = [
            MadeRuns.made("run-4", .interrupted, unresolved: 50, notSent: 1_000),
            MadeRuns.made("run-3", .interrupted, region: "eu-west-1", notSent: 7),
        ]
        #expect(state(runs).lines[22] == " 2 interrupted runs: 1,057 left, eu-west-1, H")
    }

    @Test func whereNothingIsLeftThatIsSaid() {
        #expect(state([MadeRuns.made("run-4", .interrupted)]).lines[22] == " 1 interrupted run: nothing left but to verify, H")
    }

    @Test func anotherAccountsRunsAreNotTold() {
        let other = MadeRuns.made("run-4", .interrupted, account: "999999999999", notSent: 3)
        let unknown = MadeRuns.made("run-3", .interrupted, account: nil, notSent: 3)
        #expect(state([other, unknown]).lines[22].isEmpty)
    }

    @Test func marksAndNoticesComeFirst() {
        var state = state([MadeRuns.made("run-4", .interrupted, notSent: 3)])
        state.press(keys: .character("a"))
        #expect(state.lines[22] == " 4 marked in 2 configurations")
    }
}
