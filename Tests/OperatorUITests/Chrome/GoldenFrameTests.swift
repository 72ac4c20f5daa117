import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The screens that are shown around, in four sizes.
@Suite struct GoldenFrameTests {
    @Test func resultsOpenAndFolded() throws {
        try GoldenFrames.check("results") { ResultsTests.results(100, columns: $0, rows: $1) }
        try GoldenFrames.check("results-folded") { columns, rows in
            var app = ResultsTests.results(100, columns: columns, rows: rows)
            app.press(keys: .enter, .down, .enter, .down, .enter)
            return app
        }
        try GoldenFrames.check("results-names") { columns, rows in
            var app = ResultsTests.results(100, columns: columns, rows: rows)
            app.press(keys: .character("n"), .down, .enter)
            return app
        }
    }

    @Test func plan() throws {
        try GoldenFrames.check("plan") { EveryScreen.largePlan($0, $1) }
    }

    @Test func paletteAndCopyMenu() throws {
        try GoldenFrames.check("palette") { columns, rows in
            var app = EveryScreen.pressing(Fixture.listed(columns: columns, rows: rows), .character(":"))
            app.type("mark")
            return app
        }
        try GoldenFrames.check("copy") {
            EveryScreen.pressing(Fixture.listed(columns: $0, rows: $1), .character("a"), .down, .enter, .character("c"))
        }
    }

    @Test func help() throws {
        try GoldenFrames.check("help") { EveryScreen.pressing(Fixture.listed(columns: $0, rows: $1), .character("?")) }
    }

    @Test func profilesAndRegions() throws {
        try GoldenFrames.check("profiles") { ProfilesTests.picker(columns: $0, rows: $1) }
        try GoldenFrames.check("regions") { columns, rows in
            var app = ProfilesTests.picker(columns: columns, rows: rows)
            app.press(keys: .home, .enter)
            app.type("west")
            return app
        }
    }

    @Test func helpNeedsNoScrollingOnALargeScreen() {
        var app = EveryScreen.pressing(Fixture.listed(columns: 160, rows: 50), .character("?"))
        for _ in 0..<2 {
            #expect(app.text.map { $0.count <= app.display.textHeight } == true, "\(app.text?.count ?? 0) lines")
            app.press(keys: .character("?"))
        }
    }
}
