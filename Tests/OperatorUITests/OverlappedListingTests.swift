import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A listing that a run of ours overlaps starts over before it counts.
@Suite struct OverlappedListingTests {
    private let nightly = Fixture.nightly.scanConfigurationArn
    private let standard = Fixture.standard.scanConfigurationArn

    private func page(_ arn: String, _ projects: [Int], isLast: Bool = true) -> InventoryEvent {
        .associations(scanConfigurationArn: arn, projects.map(Fixture.project), isLast: isLast)
    }

    /// The number of the newest listing of a few configurations.
    private func round(_ effects: [Effect]) throws -> (Int, [String]) {
        for case .listAgain(let round, let arns) in effects { return (round, arns) }
        throw RunTests.Missing()
    }

    /// `r`, the first page of payments-nightly, then its projects sent.
    private func refreshingAndSending() throws -> (State, Plan) {
        var state = Fixture.listed()
        #expect(state.press(keys: .character("r")) == [.loadInventory(generation: 2)])
        tell(&state, .configurations([Fixture.nightly, Fixture.standard, Fixture.empty], isLast: true))
        tell(&state, page(nightly, [1], isLast: false))
        state.press(keys: .down, .character(" "), .character("d"))
        guard case .startRun(let plan)? = state.agree().first else { throw RunTests.Missing() }
        return (state, plan)
    }

    @discardableResult
    private func tell(_ state: inout State, _ event: InventoryEvent, generation: Int = 2) -> [Effect] {
        update(&state, .inventoryArrived(generation: generation, event))
    }

    private func finish(_ state: inout State, _ plan: Plan, _ outcome: Outcome = .succeeded) -> [Effect] {
        let outcomes = Array(repeating: outcome, count: plan.targets.count)
        return update(&state, .runReported(.finished(RunReport(runId: "r", journal: nil, plan: plan, outcomes: outcomes))))
    }

    private func entry(_ state: State, _ configuration: ScanConfiguration) throws -> ConfigurationEntry {
        state.inventory.entries[Int(try #require(state.inventory.number(ofArn: configuration.scanConfigurationArn)))]
    }

    @Test func pagesOfTheSentConfigurationDoNotCountAndItIsListedAgain() throws {
        var (state, plan) = try refreshingAndSending()
        tell(&state, page(nightly, [3]))
        tell(&state, page(standard, [1]))
        tell(&state, page(Fixture.empty.scanConfigurationArn, []))
        tell(&state, .finished)
        #expect(try entry(state, Fixture.standard).state == .complete)
        #expect(try entry(state, Fixture.nightly).state == .loading)
        #expect(!state.inventory.isComplete)
        let (number, arns) = try round(finish(&state, plan))
        #expect(arns == [nightly])
        #expect(try entry(state, Fixture.nightly).associations.isEmpty)
        _ = update(&state, .listedAgain(round: number, page(nightly, [3])))
        _ = update(&state, .listedAgain(round: number, .finished))
        #expect(state.inventory.isComplete)
        #expect(try entry(state, Fixture.nightly).associations.map { state.inventory.resources[$0] } == [Fixture.project(3)])
    }

    @Test func whatIsStillOnItsWayFromTheOldListingIsDropped() throws {
        var (state, plan) = try refreshingAndSending()
        let (number, _) = try round(finish(&state, plan))
        tell(&state, page(nightly, [1, 2, 3]))
        tell(&state, .associationsFailed(scanConfigurationArn: nightly, .repeatedToken(operation: "L")))
        #expect(try entry(state, Fixture.nightly).state == .loading)
        _ = update(&state, .listedAgain(round: number - 1, page(nightly, [1, 2, 3])))
        #expect(try entry(state, Fixture.nightly).state == .loading)
        _ = update(&state, .listedAgain(round: number, page(nightly, [])))
        #expect(try entry(state, Fixture.nightly).state == .complete)
    }

    @Test func aRunAfterTheListingListsNothingAgain() throws {
        var (state, plan) = try RunTests.running()
        #expect(finish(&state, plan) == [])
        #expect(state.inventory.isComplete)
    }

    @Test func aSecondRunOverlapsTheSecondListing() throws {
        var (state, plan) = try refreshingAndSending()
        let failed = Outcome.failed(statusCode: .internalError, statusMessage: nil)
        let (first, _) = try round(finish(&state, plan, failed))
        state.press(keys: .character("R"))
        guard case .startRun(let retry)? = state.agree().first else { throw RunTests.Missing() }
        _ = update(&state, .listedAgain(round: first, page(nightly, [3])))
        _ = update(&state, .listedAgain(round: first, .finished))
        #expect(try entry(state, Fixture.nightly).state == .loading)
        let (second, arns) = try round(finish(&state, retry))
        #expect(second > first && arns == [nightly])
    }

    @Test func aRunThatCouldNotBeginListsAgainToo() throws {
        var (state, _) = try refreshingAndSending()
        let effects = update(&state, .runRefused(Problem(context: "Starting the run", sentence: "no")))
        #expect(try round(effects).1 == [nightly])
    }

    @Test func aConfigurationThatTheListingComesToLaterIsListedAfterTheRun() throws {
        var (state, plan) = try RunTests.running()
        state.forgetAccount()
        state.generation = 2
        #expect(state.list() == [.loadInventory(generation: 2)])
        #expect(finish(&state, plan) == [])
        let effects = tell(&state, .configurations([Fixture.nightly], isLast: false))
        #expect(try round(effects).1 == [nightly])
        tell(&state, page(nightly, [1, 2, 3]))
        #expect(try entry(state, Fixture.nightly).state == .loading)
    }

    @Test func rWhileThePagesOfASecondListingComeBeginsEverythingAnew() throws {
        var (state, plan) = try refreshingAndSending()
        let (number, _) = try round(finish(&state, plan))
        #expect(state.press(keys: .character("r")) == [.loadInventory(generation: 3)])
        _ = update(&state, .listedAgain(round: number, page(nightly, [1, 2, 3])))
        #expect(try entry(state, Fixture.nightly).state == .loading)
        tell(&state, page(nightly, [3]), generation: 3)
        #expect(try entry(state, Fixture.nightly).state == .complete)
    }

    @Test func marksThatAListingInDoubtDoesNotShowStay() throws {
        var state = Fixture.listed()
        state.press(keys: .character("a"), .character("r"))
        tell(&state, .configurations([Fixture.nightly, Fixture.standard, Fixture.empty], isLast: true))
        tell(&state, .associations(scanConfigurationArn: nightly, [Fixture.project(1), .projectId("PROJECT-2")], isLast: true))
        for arn in [standard, Fixture.empty.scanConfigurationArn] { tell(&state, page(arn, [])) }
        tell(&state, .finished)
        #expect(state.marks.count(in: 0) == 3 && state.marks.count(in: 1) == 0)
        #expect(!state.lines.contains { $0.contains("last configuration") })
    }

    @Test func aListingThatWaitsSaysSo() {
        var state = Fixture.connected()
        tell(&state, .waiting(ListingWait(.throttling, seconds: 20)), generation: 1)
        #expect(state.lines.contains(" Listing: no new page for 20 s, for the service asks to slow down. Still trying."))
        #expect(state.lines[0].contains("listing, waiting"))
        tell(&state, .configurations([Fixture.nightly], isLast: true), generation: 1)
        #expect(!state.lines.contains { $0.contains("Still trying") })
    }
}
