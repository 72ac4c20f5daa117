import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The questions that an operator starts from stand above the configurations, with counts that are true.
@Suite struct ViewsTests {
    private func count(_ name: String, _ app: App) -> String? {
        app.lines.first { $0.contains(name) }.map { String($0.dropFirst(4).reversed().prefix { $0 != " " }.reversed()) }
    }

    @Test func theyStandAboveWithTheirCounts() {
        let app = Covered.listed()
        #expect(app.lines[2].hasPrefix("    In several configurations "))
        #expect(app.lines[3].hasPrefix("    Not scanned for 90 days "))
        #expect(app.lines[4].hasPrefix("    Scan failing "))
        #expect(app.lines[5].hasPrefix("    Without any scan configuration "))
        #expect(app.lines[6].hasPrefix("▸   All configurations "))
        #expect(app.lines[2...5].map { $0.split(separator: " ").last } == ["4", "3", "4", "2"])
    }

    @Test func whatDidNotArriveProvesNothing() {
        let failed = Covered.listed(Covered.events(coverage: [.coverageFailed(.repeatedToken(operation: "ListCoverage"))]))
        #expect(failed.lines[2...5].map { $0.split(separator: " ").last } == ["4", "?", "?", "?"])
        let loading = Covered.listed(Array(Covered.events().dropLast()))
        #expect(count("Not scanned", loading) == "days", "no count yet")
        #expect(count("Scan failing", loading) == "4+")
        #expect(count("Without any", loading) == "configuration", "no count yet")
        let unlisted = Covered.listed(
            Covered.events().map { event in
                guard case .associations(Fixture.standard.scanConfigurationArn, _, _) = event else { return event }
                return .associationsFailed(
                    scanConfigurationArn: Fixture.standard.scanConfigurationArn, .repeatedToken(operation: "ListAssociations"))
            })
        #expect(count("Without any", unlisted) == "?")
        #expect(count("In several", unlisted) == "?")
    }

    @Test(arguments: [
        (0, "In several configurations  4", ["acme/api", "acme/api", "acme/billing", "acme/billing"]),
        (1, "Not scanned for 90 days  3", ["acme/docs", "acme/billing", "acme/billing"]),
    ])
    func aViewOpensAsAListRestrictedToIt(view: Int, title: String, names: [String]) {
        var app = Covered.open(view)
        #expect(app.lines[0].hasSuffix(title))
        #expect(app.names == names)
        app.press(keys: .character("a"), .escape)
        #expect(app.marks.count == names.count)
        #expect(app.lines[2 + view].hasSuffix(" \(names.count)"), "MARKED")
    }

    @Test func failingScansOpenByReason() {
        var app = Covered.open(2)
        #expect(app.lines[2].hasPrefix("▸  All reasons ") && app.lines[2].hasSuffix(" 4"))
        #expect(app.lines[3].hasPrefix("   ACCESS_DENIED ") && app.lines[3].hasSuffix(" 3"))
        #expect(app.lines[4].hasPrefix("   INTEGRATION_CONNECTION_LOST ") && app.lines[4].hasSuffix(" 1"))
        app.press(keys: .enter)
        #expect(app.names == ["acme/docs", "acme/billing", "acme/billing", "acme/cart"], "sorted by the word")
        app.press(keys: .escape, .down, .enter)
        #expect(app.lines[0].contains("Scan failing: ACCESS_DENIED  3"))
        #expect(app.names == ["acme/billing", "acme/billing", "acme/cart"])
    }

    @Test func theCursorStartsOnAllAndFewLinesLeaveTheViewsOut() {
        var app = Covered.listed(rows: 12)
        #expect(app.lines[2].hasPrefix("▸   All configurations"))
        app.press(keys: .down)
        _ = app.update(.resized(TerminalSize(columns: 80, rows: 24)))
        #expect(app.lines[7].hasPrefix("▸   payments-nightly"))
        app.press(keys: .home)
        #expect(app.lines[2].hasPrefix("▸   In several"))
        _ = app.update(.resized(TerminalSize(columns: 80, rows: 12)))
        app.recomputeLists()
        #expect(app.lines[2].hasPrefix("▸   In several"), "the cursor stays on what it was on")
        for _ in HeadRow.all.dropFirst() { app.press(keys: .down) }
        app.recomputeLists()
        #expect(app.lines[2].hasPrefix("▸   All configurations"))
    }

    @Test func aViewFollowsARun() throws {
        var app = Covered.open(0)
        app.press(keys: .character(" "), .character("d"))
        guard case .startRun(let plan, _)? = app.agree().first else { throw RunTests.Missing() }
        let outcomes = plan.targets.map { TargetOutcome(association: $0.association, change: plan.change(of: $0), outcome: .succeeded) }
        _ = app.update(.runReported(.outcomes(outcomes)))
        app.recomputeLists()
        app.press(keys: .escape)
        #expect(app.names == ["acme/billing", "acme/billing"])
    }

    @Test func spaceMarksNoQuestion() {
        var app = Covered.listed()
        app.press(keys: .home, .character(" "))
        #expect(app.marks.isEmpty && app.notice?.text == "Enter shows these associations, and a marks them there.")
    }

    @Test(arguments: [120, 160]) func besideStandsWhatTheQuestionFinds(columns: Int) {
        var app = Covered.listed(columns: columns, rows: 30)
        app.press(keys: .home)
        app.passPreviewDelay()
        #expect(app.lines[0].contains("In several configurations  4"))
        #expect(app.lines[2].contains("acme/api"))
        #expect(app.lines.contains { $0.contains("Without any scan configuration") || $0.contains("Without configuration") })
    }
}
