import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Ranges, inversion, only marked, order, and the way to failed rows.
@Suite struct ChoosingTests {
    private static func projects() -> App {
        var app = Fixture.listed()
        app.press(keys: .down, .enter)
        return app
    }

    private func marked(_ app: App) -> [String] {
        app.marks.ids.compactMap { app.inventory.projectName(of: $0.resource) }.sorted()
    }

    @Test(arguments: [Key.character("v"), .character(" ")]) func aRangeIsMarkedWithItsEnds(end: Key) {
        var app = Self.projects()
        app.press(keys: .character("v"), .down)
        #expect(app.lines[2].hasPrefix(" +  acme/ledger"))
        #expect(app.lines[3].hasPrefix("▸+  acme/payments-api"))
        #expect(app.marks.isEmpty)
        app.press(keys: end)
        #expect(marked(app) == ["acme/ledger", "acme/payments-api"])
    }

    @Test func escapeCancelsARange() {
        var app = Self.projects()
        app.press(keys: .character("v"), .down, .escape)
        #expect(app.marks.isEmpty)
        #expect(app.screens.count == 2)
        #expect(app.lines[2].hasPrefix("    acme/ledger"))
    }

    @Test func aRangeOfConfigurationsMarksTheirProjects() {
        var app = Fixture.listed()
        app.press(keys: .down, .character("v"), .down, .character("v"))
        #expect(app.marks.count == 4)
    }

    @Test func starInvertsWhatIsShown() {
        var app = Self.projects()
        app.press(keys: .character(" "), .character("*"))
        #expect(marked(app) == ["acme/payments-api", "acme/refunds"])
    }

    @Test func onlyMarkedShowsMarkedRowsAndAgainAll() {
        var app = Self.projects()
        app.press(keys: .down, .character(" "), .character("M"))
        #expect(app.names == ["acme/payments-api"])
        app.press(keys: .character("M"))
        #expect(app.names.count == 3)
    }

    @Test func aRowWhoseMarkIsTakenOffStaysUntilTheListChanges() {
        var app = Self.projects()
        app.press(keys: .character("a"), .character("M"), .character(" "))
        #expect(app.names.count == 3)
    }

    @Test func sortsByEachColumnAndReverses() {
        var app = Fixture.listed(columns: 300)
        app.press(keys: .enter)
        let order: (App) -> [String] = { app in
            guard case .projects(let projects) = app.screen else { return [] }
            return projects.list.rows.map { "\($0.configuration)\($0.resource)" }
        }
        let byName = order(app)
        #expect(byName == ["01", "00", "10", "02"])
        app.press(keys: .character("s"))
        #expect(order(app) == ["10", "01", "00", "02"])
        app.press(keys: .character("s"))
        #expect(order(app) == ["00", "10", "01", "02"])
        app.press(keys: .character("s"))
        #expect(order(app) == ["01", "02", "00", "10"])
        app.press(keys: .character("="))
        #expect(order(app) == ["10", "00", "02", "01"])
        #expect(app.notice?.text.hasPrefix("Sorted by IN, descending.") == true)
        #expect(app.lines[1].contains("▼IN "))
        app.press(keys: .character("s"))
        #expect(order(app) == byName)
    }

    @Test func theTopOfTheListIsSeenWhenSorted() {
        var app = Self.projects()
        app.press(keys: .end, .character("="))
        #expect(app.names.first == "acme/refunds")
        #expect(app.screen.viewport == Viewport())
    }

    @Test func sortingByStatusPutsFailuresFirst() throws {
        var (app, plan) = try RunTests.running()
        let outcomes = plan.targets.map { $0.association == Fixture.association(3) ? RunTests.denied : .notSent(.stopped) }
        app.finish(RunReport(runId: "run", journal: nil, plan: plan, outcomes: outcomes))
        app.press(keys: .home, .down, .down, .down, .down, .enter)
        app.press(keys: .character("S"), .character("t"))
        #expect(app.names == ["acme/refunds", "acme/ledger", "acme/payments-api", "acme/payments-api"])
    }

    @Test func nAndShiftNGoRoundTheFailedRows() throws {
        var (app, plan) = try RunTests.running()
        let outcomes = plan.targets.map { $0.association == Fixture.association(1) ? Outcome.succeeded : RunTests.denied }
        app.finish(RunReport(runId: "run", journal: nil, plan: plan, outcomes: outcomes))
        app.press(keys: .home, .down, .down, .down, .down, .enter, .home)
        #expect(app.names == ["acme/ledger", "acme/payments-api", "acme/refunds"])
        app.press(keys: .character("n"))
        #expect(app.screen.viewport?.cursor == 2)
        app.press(keys: .character("n"))
        #expect(app.screen.viewport?.cursor == 0)
        app.press(keys: .character("N"))
        #expect(app.screen.viewport?.cursor == 2)
    }

    @Test func anUntouchedListStaysAtItsTopWhilePagesArrive() {
        var app = Fixture.connected()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(5)], isLast: false)))
        app.press(keys: .down, .enter)
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(1)], isLast: true)))
        app.recomputeLists()
        #expect(app.screen.viewport?.cursor == 0)
        #expect(app.names.count == 2)
    }

    @Test func aKeyActsOnTheRowThatWasSeen() throws {
        var app = Fixture.connected()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(5)], isLast: false)))
        app.press(keys: .down, .enter)
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(1)], isLast: true)))
        app.press(keys: .character(" "))
        #expect(app.marks.ids == [try #require(Fixture.id(5, in: app))])
    }
}
