import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct FilterTests {
    @Test func aFilterThatWasKeptLeavesTheCursorWhereItCame() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .character("/"))
        app.type("refunds")
        app.press(keys: .enter, .escape)
        guard case .projects(let projects) = app.screen else { throw RunTests.Missing() }
        #expect(projects.list.rows.count == 3)
        #expect(projects.list.current == Fixture.id(3, in: app))
    }

    private static func projects() -> App {
        var app = Fixture.listed()
        app.press(keys: .down, .enter)
        return app
    }

    @Test(arguments: [
        ("ledger", ["acme/ledger"]), ("ACME", ["acme/ledger", "acme/payments-api", "acme/refunds"]), ("acme pay", ["acme/payments-api"]),
        ("pay acme", ["acme/payments-api"]), ("acme !pay", ["acme/ledger", "acme/refunds"]), ("000000000003", ["acme/refunds"]),
        ("nightly", []), ("  ", ["acme/ledger", "acme/payments-api", "acme/refunds"]),
        ("!", ["acme/ledger", "acme/payments-api", "acme/refunds"]), ("nothing", []),
        ("project-00000000-0000-4000-8000-000000000002", ["acme/ledger"]), ("proj", []), ("fu", ["acme/refunds"]),
    ])
    func wordsMustAllMatchNameIdOrConfiguration(text: String, expected: [String]) {
        var app = Self.projects()
        app.type("/" + text)
        #expect(app.names == expected)
        app.press(keys: .enter)
        #expect(app.names == expected)
        #expect(app.prompt == nil)
    }

    @Test func amongAllConfigurationsTheirNamesCount() {
        var app = Fixture.listed()
        app.press(keys: .enter)
        app.type("/default pay")
        #expect(app.names == ["acme/payments-api"])
        app.press(keys: .control("u"))
        app.type("!nightly")
        #expect(app.names == ["acme/payments-api"])
    }

    @Test func aValueThatNothingHasIsToldFromAnEmptyList() {
        var app = Covered.listed()
        app.press(keys: .enter, .character("/"))
        _ = app.type("scan:scanned")
        #expect(app.words.contains("No associations match \"scan:scanned\". scan is one of no access, disconnected, "))
        app.press(keys: .escape, .character("/"))
        _ = app.type("scan:pending in:2")
        #expect(!app.words.contains(" is one of "), "the value is there, but not with the other term")
    }

    @Test func deletingLettersShowsRowsAgain() {
        var app = Self.projects()
        app.type("/ledgerx")
        #expect(app.names == [])
        app.press(keys: .backspace)
        #expect(app.names == ["acme/ledger"])
        app.press(keys: .control("u"))
        #expect(app.names.count == 3)
    }

    @Test func anExclusionThatGrowsShowsMore() {
        var app = Self.projects()
        app.type("/!d")
        #expect(app.names == ["acme/payments-api"])
        app.type("g")
        #expect(app.names == ["acme/payments-api", "acme/refunds"])
    }

    @Test func statusCodesAreFound() throws {
        var (app, plan) = try RunTests.running()
        app.finish(RunTests.report(plan))
        app.press(keys: .up, .enter)
        app.type("/access")
        #expect(app.names == ["acme/ledger"])
    }

    @Test func escapeClearsWhileTypingAndAfterwards() {
        var app = Self.projects()
        app.type("/ledger")
        app.press(keys: .escape)
        #expect(app.names.count == 3)
        #expect(app.screens.count == 2)
        app.type("/ledger")
        app.press(keys: .enter, .escape)
        #expect(app.names.count == 3)
        #expect(app.screens.count == 2)
        app.press(keys: .escape)
        #expect(app.screens.count == 1)
    }

    @Test func theCursorReturnsToItsAssociation() {
        var app = Self.projects()
        app.press(keys: .end)
        app.type("/pay")
        #expect(app.screen.viewport?.cursor == 0)
        app.press(keys: .escape)
        #expect(app.screen.viewport?.cursor == 2)
    }

    @Test func hiddenMarksAreCountedHereAndInThePlan() throws {
        var app = Self.projects()
        app.press(keys: .character("a"))
        app.type("/ledger")
        #expect(app.lines[22] == " /ledger   1 of 3, 2 marked are hidden")
        app.press(keys: .enter)
        #expect(app.lines[22] == " 3 marked in 1 configuration, 2 hidden by the filter  /ledger")
        app.press(keys: .character("d"))
        guard case .plan(let plan) = app.screen else { throw RunTests.Missing() }
        #expect(plan.plan.targets.count == 3)
        #expect(plan.plan.warnings.contains(.hiddenByFilter(targets: 2)))
    }

    @Test func markAllMarksOnlyWhatIsShown() {
        var app = Self.projects()
        app.type("/ledger")
        app.press(keys: .enter, .character("a"))
        #expect(app.marks.count == 1)
    }

    @Test func configurationsAreFilteredToo() {
        var app = Fixture.listed()
        app.type("/nightly")
        app.press(keys: .enter)
        #expect(app.lines[7].contains("payments-nightly"))
        #expect(!app.lines.contains { $0.contains("default-scan") })
        app.press(keys: .character("a"))
        #expect(app.marks.count == 3)
        app.type("/")
        app.press(keys: .control("u"))
        app.type("default")
        #expect(app.lines[22].contains("3 marked are hidden"))
    }

    @Test func anEmptyResultSaysWhyAndWhatToDo() {
        var app = Self.projects()
        app.type("/nothing")
        let text = app.lines.joined(separator: "\n")
        #expect(text.contains("No associations match \"nothing\"."))
        #expect(text.contains("Esc clears the filter."))
    }
}
