import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The line at the start that tells of runs that were interrupted.
@Suite struct InterruptedRunsTests {
    private func app(_ runs: [RunSummary]) -> App {
        var app = Fixture.listed()
        _ = app.update(.interruptedRunsFound(runs))
        return app
    }

    @Test func connectingLooksForThem() {
        var app = App(size: TerminalSize(columns: 80, rows: 24))
        _ = app.begin()
        let effects = app.update(.connected(generation: 1, SessionIdentity(region: "us-east-1")))
        #expect(effects == [.loadInventory(generation: 1), .findInterruptedRuns])
    }

    @Test func oneLineMentionsThem() {
        var app = app([MadeRuns.made("run-4", .interrupted, notSent: 11_550)])
        #expect(app.lines[22] == " 1 interrupted run: 11,550 left, press H")
        app.press(keys: .down)
        #expect(app.lines[22] == " 1 interrupted run: 11,550 left, press H")
        app.press(keys: .character("H"), .escape)
        #expect(app.lines[22].isEmpty)
    }

    @Test func severalAreSummedUpAndOtherRegionsNamed() {
        let runs = [
            MadeRuns.made("run-4", .interrupted, unresolved: 50, notSent: 1_000),
            MadeRuns.made("run-3", .interrupted, region: "eu-west-1", notSent: 7),
        ]
        #expect(app(runs).lines[22] == " 2 interrupted runs: 1,057 left, eu-west-1, press H")
    }

    @Test func aRunWithNothingLeftNeedsOnlyVerification() {
        #expect(app([MadeRuns.made("run-4", .interrupted)]).lines[22] == " 1 interrupted run: only verification left, press H")
    }

    @Test func runsOfAnotherAccountAreNotMentioned() {
        let other = MadeRuns.made("run-4", .interrupted, account: "999999999999", notSent: 3)
        let unknown = MadeRuns.made("run-3", .interrupted, account: nil, notSent: 3)
        #expect(app([other, unknown]).lines[22].isEmpty)
    }

    @Test func marksAndNoticesComeFirst() {
        var app = app([MadeRuns.made("run-4", .interrupted, notSent: 3)])
        app.press(keys: .character("a"))
        #expect(app.lines[22] == " 4 marked in 2 configurations")
    }
}
