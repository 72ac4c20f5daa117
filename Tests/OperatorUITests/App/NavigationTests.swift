import InspectorCore
import Terminal
import Testing

@testable import OperatorUI
import TextSafety

@Suite struct NavigationTests {
    @Test func enterOpensAConfigurationAndEscapeGoesBack() {
        var app = Fixture.listed()
        app.press(keys: .down, .enter)
        #expect(app.lines[0].hasSuffix("payments-nightly  3"))
        app.press(keys: .escape)
        #expect(app.lines[6].hasPrefix("    All configurations"))
        #expect(app.lines[7].hasPrefix("▸   payments-nightly"))
    }

    @Test func allConfigurationsListsEveryAssociationWithItsConfiguration() {
        var app = Fixture.listed()
        app.press(keys: .enter)
        #expect(app.lines[0].hasSuffix("All configurations  4"))
        #expect(app.lines.filter { $0.contains("acme/payments-api") }.count == 2)
        #expect(app.lines.contains { $0.contains("acme/payments-api") && $0.contains("default-scan") })
    }

    @Test func theCursorStaysOnItsAssociationWhenRowsComeAbove() {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .end)
        #expect(app.lines[4].hasPrefix("▸   acme/refunds"))
        _ = app.update(.inventoryArrived(generation: 1, .coverage([Fixture.details(2, "acme/zebra")])))
        app.recomputeLists()
        #expect(app.lines[3].hasPrefix("▸   acme/refunds"))
    }

    @Test func staleListingsAreDropped() {
        var app = Fixture.listed()
        _ = app.press(keys: .character("r"))
        _ = app.update(.inventoryArrived(generation: 1, .configurations([], isLast: true)))
        #expect(app.inventory.listed.count == 3)
    }

    @Test func quitAsksOnlyWhenMarksExist() {
        var app = Fixture.listed()
        #expect(app.press(keys: .character("q")) == [.quit])
        app.press(keys: .character("a"))
        #expect(app.press(keys: .character("q")) == [])
        #expect(app.lines.contains { $0.contains("Quit and discard 4 marks?") })
        #expect(app.press(keys: .escape) == [])
        #expect(app.press(keys: .control("c")) == [])
        #expect(app.agree() == [.quit])
    }

    @Test func aKeyThatDoesNothingSaysWhy() {
        var app = Fixture.listed()
        app.press(keys: .character("d"))
        #expect(app.notice == Notice(.warning, "Nothing is marked: Space marks a row."))
        app.press(keys: .function(5))
        #expect(app.notice == Notice(.warning, "No command is on this key: ? lists the keys."))
    }

    @Test func aTinyTerminalShowsANoteAndOnlyQuits() {
        var app = Fixture.listed(columns: 50, rows: 8)
        #expect(app.lines.joined(separator: " ").hasPrefix("scanconfig needs 60x10; this terminal is 50x8."))
        app.press(keys: .character("a"))
        #expect(app.marks.isEmpty)
        #expect(app.press(keys: .character("q")) == [.quit])
    }

    @Test(arguments: [60, 80, 119, 120, 160]) func noLineIsWiderThanTheTerminal(columns: Int) {
        var app = Fixture.listed(columns: columns, rows: 24)
        for keys: [Key] in [[], [.enter], [.enter], [.character("?")], [.character("!")]] {
            for key in keys { app.press(keys: key) }
            let widths = app.view().lines.map(\.displayWidth)
            #expect(widths.allSatisfy { $0 <= columns })
            #expect(widths.count == 24)
        }
    }

    @Test func resizeKeepsTheCursorInSight() {
        var app = Fixture.listed(columns: 80, rows: 24)
        let many = (10..<100).map(Fixture.project)
        let arn = Fixture.standard.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.press(keys: .down, .down, .enter, .end)
        _ = app.update(.resized(TerminalSize(columns: 80, rows: 12)))
        #expect(app.lines.contains { $0.hasPrefix("▸") })
        #expect(app.view().cursor?.row == 9)
    }
}
