import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Which widths columns have, and what does not change them.
@Suite struct WidthTests {
    @Test(arguments: [60, 80, 100, 120, 140, 160]) func aFailedRowChangesNoWidth(columns: Int) throws {
        var (app, plan) = try RunTests.running(columns: columns, rows: 20)
        var before = app
        before.press(keys: .escape, .up, .enter)
        app.finish(RunTests.report(plan))
        app.press(keys: .up, .enter)
        #expect(app.lines[1].split(separator: " ").filter { $0 != "STATUS" } == before.lines[1].split(separator: " "))
        let row = try #require(app.view().lines.first { $0.text.contains("acme/ledger") })
        #expect(row.text.contains("ACCESS_DENIED"))
        let red = row.spans.filter { $0.style.role == .failed }.map(\.text)
        #expect(red.allSatisfy { ["✗ ", "ACCESS_DENIED"].contains($0) }, "\(red)")
    }

    @Test(arguments: [60, 80, 119, 200, 400]) func sortedHeadingsKeepTheirGap(columns: Int) {
        var app = Covered.listed(columns: columns)
        app.press(keys: .enter)
        let layout = app.projects?.layout(in: app.session, width: app.display.rightPane(isFocused: true).width)
        for (kind, column) in layout?.columns ?? [] where !column.isRightAligned {
            app.press(keys: .character("S"), .character(kind.letter))
            let after = app.lines[1].split(separator: "▲").dropFirst().last?.first
            #expect(after == nil || after == " " || after == "│", "\(kind): \(app.lines[1])")
        }
    }

    @Test func aChosenIDPushesNothingOut() {
        var app = Covered.listed(columns: 80)
        app.session.columns[.id] = true
        app.press(keys: .enter)
        for title in ["PROJECT▲", "PROJECT ID", "  SCAN"] { #expect(app.lines[1].contains(title)) }
    }

    @Test func theHeaderKeepsWhoAndWhereBesideEveryTitle() {
        for view in 0..<4 { #expect(Covered.open(view).lines[0].contains("123456789012  us-east-1  OpsAdmin")) }
    }

    @Test func columnsOnlyComeAsAListGetsWider() {
        let app = Covered.listed(columns: 400)
        var before: Set<ProjectColumn> = []
        for width in 59...300 {
            let layout = ProjectLayout(.associations(hasSeveralConfigurations: true), app.session, width: width)
            let now = Set(layout.columns.map(\.kind))
            #expect(before.isSubset(of: now), "\(width): \(before.subtracting(now))")
            before = now
        }
    }
}
