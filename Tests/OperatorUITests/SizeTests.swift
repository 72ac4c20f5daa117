import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Large accounts: what is done to many rows at once is done right.
@Suite struct SizeTests {
    /// Twenty configurations of 500 projects each, every project in four of them.
    private static func large() -> State {
        var state = Fixture.connected()
        let configurations = (0..<20).map { Fixture.configuration("team-\($0)", String($0 + 10), scope: nil) }
        _ = update(&state, .inventoryArrived(generation: 1, .configurations(configurations, isLast: true)))
        for (number, configuration) in configurations.enumerated() {
            let first = number / 4 * 500
            let page = (first..<first + 500).map(Fixture.project)
            let arn = configuration.scanConfigurationArn
            _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, page, isLast: true)))
        }
        state.settle()
        state.press(keys: .enter)
        return state
    }

    @Test func allRowsAreInOrderAndMarkedAndInverted() throws {
        var state = Self.large()
        #expect(state.names.count == 10_000)
        #expect(state.names == state.names.sorted())
        state.press(keys: .character("a"))
        #expect(state.marks.count == 10_000)
        state.press(keys: .character(" "), .character("*"))
        #expect(state.marks.count == 1)
        state.press(keys: .character("u"), .home, .character("v"), .end, .character("v"))
        #expect(state.marks.count == 10_000)
    }

    @Test func manyRowsAndFewAreFilteredAlike() {
        var state = Self.large()
        state.type("/0007")
        let wide = state.names
        state.press(keys: .control("u"))
        state.type("00077")
        let narrow = state.names
        #expect(wide.count > narrow.count)
        #expect(narrow == wide.filter { $0.contains("00077") })
        state.press(keys: .control("u"))
        state.type("team-3 !00077")
        #expect(state.names.count == 500 - Set(narrow).count { $0.hasSuffix("077") })
    }

    @Test func everythingIsKeptWhileTheCursorLooksAtOneConfiguration() {
        var state = Self.large()
        state.press(keys: .escape)
        _ = update(&state, .resized(TerminalSize(columns: 160, rows: 50)))
        #expect(state.preview?.rows.count == 10_000)
        state.press(keys: .down)
        state.rest()
        #expect(state.preview?.rows.count == 500)
        #expect(state.parked?.rows.count == 10_000)
        state.press(keys: .up)
        state.rest()
        #expect(state.preview?.rows.count == 10_000)
        _ = update(&state, .inventoryArrived(generation: 1, .names([Fixture.details(1, "acme/new")])))
        state.settle()
        #expect(state.parked == nil)
        #expect(state.preview?.rows.count == 10_000)
    }
}
