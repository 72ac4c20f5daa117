import InspectorCore
import Testing

@testable import OperatorUI

/// The session without a screen.
@Suite struct SessionTests {
    private static let account = "123456789012"

    /// A session that has listed the small account, and marked payments-nightly.
    private func session(isReadOnly: Bool = false) throws -> Session {
        var session = Session(isReadOnly: isReadOnly)
        _ = session.connection.begin()
        _ = session.connected(1, SessionIdentity(region: "us-east-1"))
        _ = session.identified(1, Self.account, nil)
        for event in Fixture.events { _ = session.inventoryArrived(1, event) }
        for number in 1...3 {
            session.account.marks.insert(try #require(session.account.inventory.id(of: Fixture.association(number))))
        }
        return session
    }

    private func plan() throws -> Plan { try RunTests.running().1 }

    @Test func answersOfAnOlderConnectionAreDropped() throws {
        var session = try session()
        _ = session.connection.begin()
        let before = session
        #expect(session.connected(1, SessionIdentity(region: "eu-west-1")) == [])
        session.connectionFailed(1, Problem(context: "Connecting", sentence: "It failed."))
        session.warned(1, "The clock is wrong.")
        #expect(session.inventoryArrived(1, .configurations([], isLast: true)) == [])
        #expect(session.identified(1, "210987654321", nil) == false)
        #expect(session == before)
    }

    @Test func aNewListingDropsPagesOfTheOldOneAndKeepsTheCaller() throws {
        var session = try session()
        #expect(session.listAnew() == [.loadInventory(generation: 2)])
        #expect(session.inventoryArrived(1, .configurations([], isLast: true)) == [])
        #expect(session.account.inventory.listed.count == 3)
        #expect(session.identified(1, Self.account, "arn:aws:sts::123456789012:assumed-role/Auditor/me") == false)
        #expect(session.identity.callerName == "Auditor")
    }

    @Test func anotherAccountForgetsMarksRowsAndFailures() throws {
        var session = try session()
        #expect(session.identified(1, "210987654321", nil) == true)
        #expect(session.account.marks.isEmpty && session.account.inventory == Inventory() && session.account.index.count == 0)
        #expect(session.identity.account == "210987654321" && session.problems.count == 1)
    }

    @Test func anotherAccountIsNoticedAfterARefreshToo() throws {
        var session = try session()
        _ = session.listAnew()
        #expect(session.identified(2, "210987654321", nil) == false, "the number of a listing is not that of a connection")
        #expect(session.identity.account == Self.account)
        #expect(session.identified(1, "210987654321", nil) == true)
        #expect(session.account.marks.isEmpty && session.identity.account == "210987654321")
    }

    @Test func aWarningAboutTheSessionOutlivesItsListing() throws {
        var session = try session()
        _ = session.listAnew()
        session.warned(1, "The caller is now B.")
        #expect(session.problems.count == 1)
    }

    @Test func anotherRegionIsAnotherAccountUntilItIsKnown() throws {
        var session = try session()
        session.choose(ConnectionChoice(region: "eu-west-1"))
        #expect(session.account.marks.isEmpty && session.identity.account == nil && session.connection.confirmedAccount == nil)
        #expect(session.connection.begin() == .connect(generation: 2, ConnectionChoice(region: "eu-west-1")))
    }

    @Test func forgettingAnAccountStillTellsItsListingsFromNewOnes() throws {
        var session = try session()
        _ = session.list()
        let round = session.account.overlapped[0].round
        session.account.forget()
        #expect(session.account.overlapped[0].round == round)
        _ = session.list()
        #expect(session.account.overlapped[0].round > round)
    }

    @Test func whatSucceededAndWhatIsHopelessLeaveTheMarks() throws {
        var session = try session()
        let plan = try plan()
        session.begin(LiveRun(plan: plan))
        #expect(session.sendingRefusal == session.busyReason)
        #expect(session.runReported(.finished(RunTests.report(plan))) == [])
        #expect(session.run == nil && session.finishedRuns.count == 1)
        #expect(session.account.marks.isEmpty)
        #expect(session.account.failures.count == 1)
        #expect(session.notices.current?.kind == .error)
    }

    @Test func aVerificationAddsNoRunAndForgetsWhatTurnedOutDone() throws {
        var session = try session()
        let plan = try plan()
        session.begin(LiveRun(plan: plan))
        _ = session.runReported(.finished(RunTests.report(plan)))
        session.begin(LiveRun(plan: plan, kind: .verification, runId: "run-1"))
        let done = RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: plan.targets.map { _ in .succeeded })
        _ = session.runReported(.finished(done))
        #expect(session.finishedRuns.map(\.report) == [done] && session.account.failures.isEmpty && session.account.marks.isEmpty)
    }

    @Test func reportsOfNoRunAreDropped() throws {
        var session = try session()
        let before = session
        #expect(session.runReported(.finished(RunTests.report(try plan()))) == [])
        #expect(session == before)
    }

    @Test func stoppingTwiceAborts() throws {
        var session = try session()
        #expect(session.stopRun() == [])
        session.begin(LiveRun(plan: try plan()))
        #expect(session.stopRun() == [.stopRun])
        #expect(session.stopRun() == [.abortRun])
    }

    @Test func aRunThatCouldNotBeginIsNoRun() throws {
        var session = try session()
        session.begin(LiveRun(plan: try plan()))
        #expect(session.runRefused(Problem(context: "Starting", sentence: "No room.")) == [])
        #expect(session.run == nil && session.problems.map(\.sentence) == ["No room."])
    }

    @Test func readOnlyRefusesToSend() throws {
        #expect(try session(isReadOnly: true).sendingRefusal?.hasPrefix("Read-only") == true)
        #expect(try session().sendingRefusal == nil)
    }

    @Test func aPlanOfAnotherAccountOrRegionDoesNotMatch() throws {
        var session = try session()
        let plan = try plan()
        #expect(session.mismatch(plan) == nil)
        session.identity.region = "eu-west-1"
        #expect(session.mismatch(plan)?.contains("us-east-1") == true)
        session.identity = SessionIdentity(account: "210987654321", region: "us-east-1")
        #expect(session.mismatch(plan)?.contains("210987654321") == true)
    }

    @Test func aRemarkLeavesTheNoticeThatStands() throws {
        var session = try session()
        session.notices.show(Notice(.information, "Sorted."))
        session.warned(1, "The clock is wrong.")
        #expect(session.notices.current?.words == "Sorted." && session.problems.map(\.sentence) == ["The clock is wrong."])
    }
}
