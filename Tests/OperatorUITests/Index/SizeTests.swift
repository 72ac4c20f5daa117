import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Large accounts: what is done to many rows at once is done right.
@Suite struct SizeTests {
    /// Twenty configurations of 500 projects each, every project in four of them.
    private static func large() -> App {
        var app = Fixture.connected()
        let configurations = (0..<20).map { Fixture.configuration("team-\($0)", String($0 + 10), scope: nil) }
        _ = app.update(.inventoryArrived(generation: 1, .configurations(configurations, isLast: true)))
        for (number, configuration) in configurations.enumerated() {
            let first = number / 4 * 500
            let page = (first..<first + 500).map(Fixture.project)
            let arn = configuration.scanConfigurationArn
            _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, page, isLast: true)))
        }
        _ = app.update(.inventoryArrived(generation: 1, .finished))
        app.recomputeLists()
        app.press(keys: .enter)
        return app
    }

    @Test func allRowsAreInOrderAndMarkedAndInverted() throws {
        var app = Self.large()
        #expect(app.names.count == 10_000)
        #expect(app.names == app.names.sorted())
        app.press(keys: .character("a"))
        #expect(app.marks.count == 10_000)
        app.press(keys: .character(" "), .character("*"))
        #expect(app.marks.count == 1)
        app.press(keys: .character("u"), .home, .character("v"), .end, .character("v"))
        #expect(app.marks.count == 10_000)
    }

    @Test func manyRowsAndFewAreFilteredAlike() {
        var app = Self.large()
        app.type("/0007")
        let wide = app.names
        app.press(keys: .control("u"))
        app.type("00077")
        let narrow = app.names
        #expect(wide.count > narrow.count)
        #expect(narrow == wide.filter { $0.contains("00077") })
        app.press(keys: .control("u"))
        app.type("team-3 !00077")
        #expect(app.names.count == 500 - Set(narrow).count { $0.hasSuffix("077") })
    }

    @Test func theListOfEverythingIsKeptWhileThePreviewShowsOneConfiguration() {
        var app = Self.large()
        app.press(keys: .escape)
        _ = app.update(.resized(TerminalSize(columns: 160, rows: 50)))
        #expect(app.configurations.preview?.list.rows.count == 10_000)
        app.press(keys: .down)
        app.passPreviewDelay()
        #expect(app.configurations.preview?.list.rows.count == 500)
        #expect(app.configurations.parked?.list.rows.count == 10_000)
        app.press(keys: .up)
        app.passPreviewDelay()
        #expect(app.configurations.preview?.list.rows.count == 10_000)
        _ = app.update(.inventoryArrived(generation: 1, .coverage([Fixture.details(1, "acme/new")])))
        app.recomputeLists()
        #expect(app.configurations.parked == nil)
        #expect(app.configurations.preview?.list.rows.count == 10_000)
    }
}
