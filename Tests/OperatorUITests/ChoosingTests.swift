import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Ranges, inversion, only marked, order, and the way to failed rows.
@Suite struct ChoosingTests {
    private static func projects() -> State {
        var state = Fixture.listed()
        state.press(keys: .down, .enter)
        return state
    }

    private func marked(_ state: State) -> [String] {
        state.marks.ids.compactMap { state.inventory.projectName(of: $0.resource) }.sorted()
    }

    @Test(arguments: [Key.character("v"), .character(" ")]) func aRangeIsMarkedWithItsEnds(end: Key) {
        var state = Self.projects()
        state.press(keys: .character("v"), .down)
        #expect(state.lines[2].hasPrefix(" +  acme/ledger"))
        #expect(state.lines[3].hasPrefix("▸+  acme/payments-api"))
        #expect(state.marks.isEmpty)
        state.press(keys: end)
        #expect(marked(state) == ["acme/ledger", "acme/payments-api"])
    }

    @Test func escapeGivesARangeUp() {
        var state = Self.projects()
        state.press(keys: .character("v"), .down, .escape)
        #expect(state.marks.isEmpty)
        #expect(state.screens.count == 2)
        #expect(state.lines[2].hasPrefix("    acme/ledger"))
    }

    @Test func aRangeOfConfigurationsMarksTheirProjects() {
        var state = Fixture.listed()
        state.press(keys: .down, .character("v"), .down, .character("v"))
        #expect(state.marks.count == 4)
    }

    @Test func starInvertsWhatIsShown() {
        var state = Self.projects()
        state.press(keys: .character(" "), .character("*"))
        #expect(marked(state) == ["acme/payments-api", "acme/refunds"])
    }

    @Test func onlyMarkedShowsMarkedRowsAndAgainAll() {
        var state = Self.projects()
        state.press(keys: .down, .character(" "), .character("M"))
        #expect(state.names == ["acme/payments-api"])
        state.press(keys: .character("M"))
        #expect(state.names.count == 3)
    }

    @Test func aRowWhoseMarkIsTakenOffStaysUntilTheListChanges() {
        var state = Self.projects()
        state.press(keys: .character("a"), .character("M"), .character(" "))
        #expect(state.names.count == 3)
    }

    @Test func sortsByEachColumnAndReverses() {
        var state = Fixture.listed()
        state.press(keys: .enter)
        let order: (State) -> [String] = { state in
            guard case .projects(let list) = state.screen else { return [] }
            return list.rows.map { "\($0.configuration)\($0.resource)" }
        }
        let byName = order(state)
        #expect(byName == ["01", "00", "10", "02"])
        state.press(keys: .character("s"))
        #expect(order(state) == ["00", "10", "01", "02"])
        state.press(keys: .character("s"))
        #expect(order(state) == ["10", "01", "00", "02"])
        state.press(keys: .character("s"))
        #expect(order(state) == ["01", "02", "00", "10"])
        state.press(keys: .character("S"))
        #expect(order(state) == ["10", "00", "02", "01"])
        #expect(state.notice?.text.hasPrefix("Sorted by IN, descending.") == true)
        #expect(state.lines[1].contains("▼IN STATUS"))
        state.press(keys: .character("s"), .character("s"))
        #expect(order(state) == byName)
    }

    @Test func theTopOfTheListIsSeenWhenSorted() {
        var state = Self.projects()
        state.press(keys: .end, .character("S"))
        #expect(state.names.first == "acme/refunds")
        #expect(state.screen.viewport == Viewport())
    }

    @Test func sortingByStatusPutsFailuresFirst() throws {
        var (state, plan) = try RunTests.running()
        let outcomes = plan.targets.map { $0.association == Fixture.association(3) ? RunTests.denied : .notSent(.stopped) }
        _ = update(&state, .runReported(.finished(RunReport(runId: "run", journal: nil, plan: plan, outcomes: outcomes))))
        state.press(keys: .home, .enter)
        for _ in 0..<4 { state.press(keys: .character("s")) }
        #expect(state.names == ["acme/refunds", "acme/ledger", "acme/payments-api", "acme/payments-api"])
    }

    @Test func nAndShiftNGoRoundTheFailedRows() throws {
        var (state, plan) = try RunTests.running()
        let outcomes = plan.targets.map { $0.association == Fixture.association(1) ? Outcome.succeeded : RunTests.denied }
        _ = update(&state, .runReported(.finished(RunReport(runId: "run", journal: nil, plan: plan, outcomes: outcomes))))
        state.press(keys: .home, .enter, .home)
        #expect(state.names == ["acme/ledger", "acme/payments-api", "acme/refunds"])
        state.press(keys: .character("n"))
        #expect(state.screen.viewport?.cursor == 2)
        state.press(keys: .character("n"))
        #expect(state.screen.viewport?.cursor == 0)
        state.press(keys: .character("N"))
        #expect(state.screen.viewport?.cursor == 2)
    }

    @Test func anUntouchedListStaysAtItsTopWhilePagesArrive() {
        var state = Fixture.connected()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(5)], isLast: false)))
        state.press(keys: .down, .enter)
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(1)], isLast: true)))
        state.settle()
        #expect(state.screen.viewport?.cursor == 0)
        #expect(state.names.count == 2)
    }

    @Test func aKeyActsOnTheRowThatWasSeen() throws {
        var state = Fixture.connected()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(5)], isLast: false)))
        state.press(keys: .down, .enter)
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(1)], isLast: true)))
        state.press(keys: .character(" "))
        #expect(state.marks.ids == [try #require(Fixture.id(5, in: state))])
    }
}
