import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Help on a wide terminal.
@Suite struct HelpPagesTests {
    @Test func helpNeedsNoScrollingOnALargeScreen() {
        var app = EveryScreen.pressing(Fixture.listed(columns: 160, rows: 50), .character("?"))
        for _ in 0..<2 {
            #expect(app.text.map { $0.count <= app.display.textHeight } == true, "\(app.text?.count ?? 0) lines")
            app.press(keys: .character("?"))
        }
    }

    @Test func onANarrowTerminalEverythingIsOnOnePage() {
        var app = EveryScreen.pressing(Fixture.listed(), .character("?"))
        let before = app.lines.dropLast(2)
        app.press(keys: .character("?"))
        #expect(app.lines.dropLast(2) == before && app.notice?.text == "Filters and columns are further below.")
    }
}
