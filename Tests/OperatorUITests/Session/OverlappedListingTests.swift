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
        for case .listAgain(let round, let arns, _) in effects { return (round, arns) }
        throw RunTests.Missing()
    }

    /// `r`, the first page of payments-nightly, then its projects sent.
    private func refreshingAndSending() throws -> (App, Plan) {
        var app = Fixture.listed()
        #expect(app.press(keys: .character("r")) == [.loadInventory(generation: 2)])
        tell(&app, .configurations([Fixture.nightly, Fixture.standard, Fixture.empty], isLast: true))
        tell(&app, page(nightly, [1], isLast: false))
        app.press(keys: .down, .character(" "), .character("d"))
        guard case .startRun(let plan, _)? = app.agree().first else { throw RunTests.Missing() }
        return (app, plan)
    }

    @discardableResult
    private func tell(_ app: inout App, _ event: InventoryEvent, generation: Int = 2) -> [Effect] {
        app.update(.inventoryArrived(generation: generation, event))
    }

    private func finish(_ app: inout App, _ plan: Plan, _ outcome: Outcome = .succeeded) -> [Effect] {
        let outcomes = Array(repeating: outcome, count: plan.targets.count)
        return app.update(.runReported(.finished(RunReport(runId: "r", journal: nil, plan: plan, outcomes: outcomes))))
    }

    private func entry(_ app: App, _ configuration: ScanConfiguration) throws -> ConfigurationEntry {
        app.inventory.entries[Int(try #require(app.inventory.number(ofArn: configuration.scanConfigurationArn)))]
    }

    @Test func pagesOfTheSentConfigurationDoNotCountAndItIsListedAgain() throws {
        var (app, plan) = try refreshingAndSending()
        tell(&app, page(nightly, [3]))
        tell(&app, page(standard, [1]))
        tell(&app, page(Fixture.empty.scanConfigurationArn, []))
        tell(&app, .finished)
        #expect(try entry(app, Fixture.standard).state == .complete)
        #expect(try entry(app, Fixture.nightly).state == .loading)
        #expect(!app.inventory.isComplete)
        let (number, arns) = try round(finish(&app, plan))
        #expect(arns == [nightly])
        #expect(try entry(app, Fixture.nightly).associations.isEmpty)
        _ = app.update(.listedAgain(round: number, page(nightly, [3])))
        _ = app.update(.listedAgain(round: number, .finished))
        #expect(app.inventory.isComplete)
        #expect(try entry(app, Fixture.nightly).associations.map { app.inventory.resources[$0] } == [Fixture.project(3)])
    }

    @Test func latePagesOfTheOldListingAreDropped() throws {
        var (app, plan) = try refreshingAndSending()
        let (number, _) = try round(finish(&app, plan))
        tell(&app, page(nightly, [1, 2, 3]))
        tell(&app, .associationsFailed(scanConfigurationArn: nightly, .repeatedToken(operation: "L")))
        #expect(try entry(app, Fixture.nightly).state == .loading)
        _ = app.update(.listedAgain(round: number - 1, page(nightly, [1, 2, 3])))
        #expect(try entry(app, Fixture.nightly).state == .loading)
        _ = app.update(.listedAgain(round: number, page(nightly, [])))
        #expect(try entry(app, Fixture.nightly).state == .complete)
    }

    @Test func aRunAfterTheListingListsNothingAgain() throws {
        var (app, plan) = try RunTests.running()
        #expect(finish(&app, plan) == [])
        #expect(app.inventory.isComplete)
    }

    @Test func aSecondRunOverlapsTheSecondListing() throws {
        var (app, plan) = try refreshingAndSending()
        let failed = Outcome.failed(statusCode: .internalError, statusMessage: nil)
        let (first, _) = try round(finish(&app, plan, failed))
        app.press(keys: .character("R"))
        guard case .startRun(let retry, _)? = app.agree().first else { throw RunTests.Missing() }
        _ = app.update(.listedAgain(round: first, page(nightly, [3])))
        _ = app.update(.listedAgain(round: first, .finished))
        #expect(try entry(app, Fixture.nightly).state == .loading)
        let (second, arns) = try round(finish(&app, retry))
        #expect(second > first && arns == [nightly])
    }

    @Test func aRunThatCouldNotBeginListsAgainToo() throws {
        var (app, _) = try refreshingAndSending()
        let effects = app.update(.runRefused(Problem(context: "Starting the run", sentence: "no")))
        #expect(try round(effects).1 == [nightly])
    }

    @Test func aConfigurationThatTheListingComesToLaterIsListedAfterTheRun() throws {
        var (app, plan) = try RunTests.running()
        app.session.account.forget()
        app.stack.closeAll()
        #expect(app.session.listAnew() == [.loadInventory(generation: 2)])
        #expect(finish(&app, plan) == [])
        let effects = tell(&app, .configurations([Fixture.nightly], isLast: false))
        #expect(try round(effects).1 == [nightly])
        tell(&app, page(nightly, [1, 2, 3]))
        #expect(try entry(app, Fixture.nightly).state == .loading)
    }

    @Test func rWhileThePagesOfASecondListingComeBeginsEverythingAnew() throws {
        var (app, plan) = try refreshingAndSending()
        let (number, _) = try round(finish(&app, plan))
        #expect(app.press(keys: .character("r")) == [.loadInventory(generation: 3)])
        _ = app.update(.listedAgain(round: number, page(nightly, [1, 2, 3])))
        #expect(try entry(app, Fixture.nightly).state == .loading)
        tell(&app, page(nightly, [3]), generation: 3)
        #expect(try entry(app, Fixture.nightly).state == .complete)
    }

    @Test func marksThatAListingInDoubtDoesNotShowStay() throws {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("r"))
        tell(&app, .configurations([Fixture.nightly, Fixture.standard, Fixture.empty], isLast: true))
        tell(&app, .associations(scanConfigurationArn: nightly, [Fixture.project(1), .projectId("PROJECT-2")], isLast: true))
        for arn in [standard, Fixture.empty.scanConfigurationArn] { tell(&app, page(arn, [])) }
        tell(&app, .finished)
        #expect(app.marks.count(in: 0) == 3 && app.marks.count(in: 1) == 0)
        #expect(!app.view().lines.contains { $0.spans.contains(Span("1", .warning)) })
    }

    @Test func aWaitingListingSaysSo() {
        var app = Fixture.connected()
        tell(&app, .waiting(ListingWait(.throttling, seconds: 20)), generation: 1)
        #expect(app.lines.contains(" Listing: no new page for 20 s: the service throttles. Still trying."))
        #expect(app.lines[0].contains("listing, waiting"))
        tell(&app, .configurations([Fixture.nightly], isLast: true), generation: 1)
        #expect(!app.lines.contains { $0.contains("Still trying") })
    }
}
