import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Which columns there are by width and by choice.
@Suite struct ColumnsTests {
    /// The titles of the columns, all of which are in the line of headings.
    private func headings(_ app: App) -> [String] {
        guard let layout = app.projects?.layout(in: app.session, width: app.display.rightPane(isFocused: true).width) else { return [] }
        let titles = layout.columns.map(\.kind.title)
        #expect(titles.allSatisfy(app.lines[1].contains))
        return titles
    }

    private func all(columns: Int) -> App {
        var app = Covered.listed(columns: columns)
        app.press(keys: .enter)
        return app
    }

    @Test(arguments: [
        (60, ["PROJECT", "CONFIGURATION", "IN", "SCAN"]),
        (80, ["PROJECT", "CONFIGURATION", "IN", "LAST SCAN", "SCAN"]),
        (119, ["PROJECT", "CONFIGURATION", "IN", "LAST SCAN", "SCAN", "PROVIDER", "VISIBILITY", "ACCOUNT"]),
        (400, ProjectColumn.allCases.map(\.title).dropLast()),
    ]) func moreWidthHasMoreColumns(columns: Int, titles: [String]) {
        #expect(headings(all(columns: columns)) == titles)
    }

    @Test func factsAreShownAsWordsWithRoles() throws {
        let app = all(columns: 100)
        let billing = try #require(app.view().lines.first { $0.text.contains("acme/billing") })
        #expect(billing.text.contains("no access") && billing.text.contains(" 3mo"))
        #expect(billing.spans.contains(Span("no access", .warning)))
        let api = try #require(app.view().lines.first { $0.text.contains("acme/api") })
        #expect(api.spans.contains(Span("ok", .dim)))
    }

    @Test func theLastConfigurationIsAWarningUnderINOnceProven() throws {
        let app = all(columns: 80)
        let cart = try #require(app.view().lines.first { $0.text.contains("acme/cart") })
        #expect(cart.spans.contains(Span("1", .warning)) && !cart.text.contains("last"))
        let api = try #require(app.view().lines.first { $0.text.contains("acme/api") })
        #expect(!api.spans.contains { $0.style == .warning })
        var loading = Covered.listed(Array(Covered.events().filter { $0 != Covered.events()[3] }.dropLast()))
        loading.press(keys: .enter)
        #expect(!loading.view().lines[2...].contains { $0.spans.contains(Span("1", .warning)) })
    }

    @Test func withoutCoverageTheIdsHaveTheRoom() {
        var app = Covered.listed(columns: 80, Covered.events(coverage: [.coverageFailed(.repeatedToken(operation: "ListCoverage"))]))
        app.press(keys: .down, .enter)
        #expect(headings(app) == ["PROJECT ID", "IN"])
    }

    @Test func aChoiceLastsAndCanBeTakenBack() {
        var app = all(columns: 100)
        #expect(!headings(app).contains("PROJECT ID"))
        app.press(keys: .character("C"), .down, .down, .character(" "))
        #expect(app.lines[4].hasPrefix("▸● PROJECT ID"))
        app.press(keys: .enter)
        #expect(headings(app).contains("PROJECT ID"))
        app.press(keys: .escape, .down, .enter)
        #expect(headings(app).contains("PROJECT ID"), "in every list")
        app.press(keys: .character("C"))
        for _ in ProjectColumn.allCases { app.press(keys: .down) }
        app.press(keys: .character(" "))
        #expect(app.notice?.text == "This column is always shown.")
        app.press(keys: .character("u"), .escape)
        #expect(!headings(app).contains("PROJECT ID"))
    }

    @Test func theConfigurationFilesChoiceIsThereFromTheStart() {
        var columns = ColumnChoice()
        (columns[.scan], columns[.id]) = (false, true)
        let app = App(size: TerminalSize(columns: 100, rows: 24), preferences: Preferences(columns: columns))
        #expect(app.session.columns == columns)
    }

    @Test func aHiddenColumnIsGoneAndARoomlessOneIsSaidToBe() {
        var app = all(columns: 60)
        app.press(keys: .character("C"), .down, .character(" "))
        #expect(app.session.columns[.configuration] == false)
        for _ in 0..<7 { app.press(keys: .down) }
        app.press(keys: .character(" "), .up, .character(" "), .up, .up, .up, .up, .up, .character(" "))
        #expect(app.notice?.text.hasSuffix(" does not fit: hide another column, or widen the terminal.") == true)
        app.press(keys: .escape)
        #expect(!headings(app).contains("CONFIGURATION"))
    }

    @Test func theChooserSorts() {
        var app = all(columns: 100)
        app.press(keys: .character("C"), .down, .down, .down, .down, .character("s"), .character("="), .enter)
        #expect(app.projects?.list.order.column == .lastScan && app.projects?.list.order.isReversed == true)
        #expect(app.lines[1].contains("LAST SCAN▼"))
        #expect(app.names.first == "acme/front")
        app.press(keys: .escape, .character("C"), .character("s"))
        #expect(app.notice?.text.hasPrefix("Open a list of associations first") == true)
    }
}
