import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A in a list: which configuration projects are associated with, and what cannot be chosen.
@Suite struct DestinationsTests {
    private func listed(_ further: [ScanConfiguration] = [], columns: Int = 80) -> App {
        var app = Covered.listed(columns: columns)
        let all = [Fixture.nightly, Fixture.standard, Fixture.empty] + further
        _ = app.update(.keyPressed(.character("r")))
        for event in [.configurations(all, isLast: true)] + Covered.events().dropFirst().dropLast(2) {
            _ = app.update(.inventoryArrived(generation: app.generation, event))
        }
        for configuration in further {
            let arn = configuration.scanConfigurationArn
            _ = app.update(.inventoryArrived(generation: app.generation, .associations(scanConfigurationArn: arn, [], isLast: true)))
        }
        for event in Covered.events().suffix(2) { _ = app.update(.inventoryArrived(generation: app.generation, event)) }
        app.recomputeLists()
        return app
    }

    @Test func theProjectsOfMarkedRowsAreAssociated() {
        var app = listed()
        app.press(keys: .home, .down, .down, .down, .down, .enter, .character(" "), .character(" "), .character("A"))
        #expect(app.lines[0].contains("associate 1 project with"), "both rows are of one project")
        app.press(keys: .escape, .character("u"), .character("A"))
        #expect(app.lines[0].contains("associate 1 project with"), "the row under the cursor")
    }

    @Test func allProjectsOfAConfigurationAreAssociated() {
        var app = listed()
        app.press(keys: .down, .character("A"))
        #expect(app.lines[0].contains("associate 6 projects with"))
        app.press(keys: .enter)
        let plan = app.plan?.draft.whole
        #expect(plan?.action == .associate && plan?.targets.count == 4 && plan?.alreadyDone.count == 2)
        #expect(app.words.contains("Associate 4 projects with default-scan"))
        #expect(app.words.contains("2 of 6 associations already exist (default-scan); nothing is sent for them."))
        #expect(app.words.contains("default-scan is a default configuration (scope ALL): it associates new projects by itself."))
    }

    @Test func rowsAboveTheConfigurationsHaveNoProjectsOfTheirOwn() {
        var app = listed()
        app.press(keys: .home, .character("A"))
        #expect(app.notice?.text == "Mark rows first, or move to one: A associates their projects.")
    }

    @Test func whatCannotBeChosenSaysWhy() throws {
        var organization = Fixture.configuration("org-baseline", "d4", scope: nil)
        organization.ownerAccountId = "o-1"
        var other = Fixture.configuration("theirs", "e5", scope: nil)
        other.scanConfigurationArn = other.scanConfigurationArn.replacing("123456789012", with: "210987654321")
        var app = listed([organization, other], columns: 130)
        app.press(keys: .down, .enter, .character("A"))
        for (name, reason) in [
            ("payments-nightly", "has this project already"), ("default-scan", "has this project already"),
            ("org-baseline", "the organization's: only its delegated administrator may change it"),
            ("theirs", "belongs to account 210987654321"),
        ] {
            #expect(app.lines.contains { $0.contains(name) && $0.contains(reason) }, "\(name)")
        }
        #expect(app.lines[2].contains("unused"), "what can be chosen comes first")
        app.press(keys: .end, .enter)
        #expect(app.plan == nil && app.notice?.text == "It cannot be chosen: belongs to account 210987654321.")
        app.press(keys: .home, .enter)
        #expect(app.plan != nil)
    }

    @Test func roomIsShownWhereItMattersAndAFullConfigurationIsRefused() {
        var app = listed()
        let many = (1_000..<100_999).map(Fixture.project)
        let arn = Fixture.empty.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: app.generation, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        #expect(app.lines[1].contains("ROOM") && app.lines.contains { $0.contains("unused") && $0.hasSuffix(" 99,999      1") })
        app.press(keys: .home, .down, .down, .down, .enter, .character("A"), .end)
        #expect(app.lines[1].contains("ROOM") && app.words.contains("Room for 1 more project"))
        let last = Fixture.project(500)
        _ = app.update(.inventoryArrived(generation: app.generation, .associations(scanConfigurationArn: arn, [last], isLast: true)))
        app.recomputeLists()
        #expect(app.words.contains("full: 100,000 projects are the most there can be"))
    }

    @Test func configurationsAreFound() {
        var app = listed()
        app.press(keys: .home, .down, .down, .down, .enter, .character("A"), .character("/"))
        app.type("unu")
        #expect(app.lines.contains { $0.contains("unused") } && !app.lines.contains { $0.contains("default-scan") })
        app.press(keys: .enter)
        #expect(app.plan?.draft.whole.scanConfigurationArns == [Fixture.empty.scanConfigurationArn])
        app.press(keys: .escape)
        if case .unconfigured = app.screen {} else { #expect(Bool(false), "Esc goes back to the list") }
    }

    @Test func aReadOnlySessionMakesThePlan() {
        var app = Covered.open(3)
        app.session.isReadOnly = true
        app.press(keys: .character("A"))
        if case .destinations = app.screen {} else { #expect(Bool(false), "the plan can be made; it is not sent") }
    }
}
