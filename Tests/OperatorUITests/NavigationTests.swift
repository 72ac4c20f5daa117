import InspectorCore
import Terminal
import Testing

@testable import OperatorUI
import TextSafety

@Suite struct NavigationTests {
    @Test func enterOpensAConfigurationAndEscapeGoesBack() {
        var state = Fixture.listed()
        state.press(keys: .down, .enter)
        #expect(state.lines[0].hasSuffix("payments-nightly  3 associations"))
        state.press(keys: .escape)
        #expect(state.lines[2].hasPrefix("   All configurations"))
        #expect(state.lines[3].hasPrefix("▸  payments-nightly"))
    }

    @Test func allConfigurationsListsEveryAssociationWithItsConfiguration() {
        var state = Fixture.listed()
        state.press(keys: .enter)
        #expect(state.lines[0].hasSuffix("All configurations  4 associations"))
        #expect(state.lines.filter { $0.contains("acme/payments-api") }.count == 2)
        #expect(state.lines.contains { $0.contains("acme/payments-api") && $0.contains("default-scan") })
    }

    @Test func theCursorStaysOnItsAssociationWhenRowsComeAbove() {
        var state = Fixture.listed()
        state.press(keys: .down, .enter, .end)
        #expect(state.lines[4].hasPrefix("▸   acme/refunds"))
        _ = update(&state, .inventoryArrived(generation: 1, .names([Fixture.details(2, "acme/zebra")])))
        state.settle()
        #expect(state.lines[3].hasPrefix("▸   acme/refunds"))
    }

    @Test func staleListingsAreDropped() {
        var state = Fixture.listed()
        _ = state.press(keys: .character("r"))
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([], isLast: true)))
        #expect(state.inventory.listed.count == 3)
    }

    @Test func quitAsksOnlyWhenMarksExist() {
        var state = Fixture.listed()
        #expect(state.press(keys: .character("q")) == [.quit])
        state.press(keys: .character("a"))
        #expect(state.press(keys: .character("q")) == [])
        #expect(state.lines.contains { $0.contains("Quit and discard 4 marks?") })
        #expect(state.press(keys: .escape) == [])
        #expect(state.press(keys: .control("c")) == [])
        #expect(state.agree() == [.quit])
    }

    @Test func aKeyThatDoesNothingSaysWhy() {
        var state = Fixture.listed()
        state.press(keys: .character("d"))
        #expect(state.notice == Notice(.warning, "Nothing is marked: Space marks a row."))
        state.press(keys: .function(5))
        #expect(state.notice == Notice(.warning, "This key does nothing here; ? shows the keys."))
    }

    @Test func aTinyTerminalShowsANoteAndOnlyQuits() {
        var state = Fixture.listed(columns: 50, rows: 8)
        #expect(state.lines.joined(separator: " ").hasPrefix("scanconfig needs 60x10; this terminal is 50x8."))
        state.press(keys: .character("a"))
        #expect(state.marks.isEmpty)
        #expect(state.press(keys: .character("q")) == [.quit])
    }

    @Test(arguments: [60, 80, 119, 120, 160]) func noLineIsWiderThanTheTerminal(columns: Int) {
        var state = Fixture.listed(columns: columns, rows: 24)
        for keys: [Key] in [[], [.enter], [.enter], [.character("?")], [.character("!")]] {
            for key in keys { state.press(keys: key) }
            let widths = view(state).lines.map(\.displayWidth)
            #expect(widths.allSatisfy { $0 <= columns })
            #expect(widths.count == 24)
        }
    }

    @Test func resizeKeepsTheCursorInSight() {
        var state = Fixture.listed(columns: 80, rows: 24)
        let many = (10..<100).map(Fixture.project)
        let arn = Fixture.standard.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        state.press(keys: .down, .down, .enter, .end)
        _ = update(&state, .resized(TerminalSize(columns: 80, rows: 12)))
        #expect(state.lines.contains { $0.hasPrefix("▸") })
        #expect(view(state).cursor?.row == 9)
    }
}
