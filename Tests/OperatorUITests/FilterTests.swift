import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct FilterTests {
    @Test func aFilterThatWasKeptLeavesTheCursorWhereItCame() throws {
        var state = Fixture.listed()
        state.press(keys: .down, .enter, .character("/"))
        state.type("refunds")
        state.press(keys: .enter, .escape)
        guard case .projects(let list) = state.screen else { throw RunTests.Missing() }
        #expect(list.rows.count == 3)
        #expect(list.current == Fixture.id(3, in: state))
    }

    private static func projects() -> State {
        var state = Fixture.listed()
        state.press(keys: .down, .enter)
        return state
    }

    @Test(arguments: [
        ("ledger", ["acme/ledger"]), ("ACME", ["acme/ledger", "acme/payments-api", "acme/refunds"]), ("acme pay", ["acme/payments-api"]),
        ("pay acme", ["acme/payments-api"]), ("acme !pay", ["acme/ledger", "acme/refunds"]), ("000000000003", ["acme/refunds"]),
        ("nightly", []), ("  ", ["acme/ledger", "acme/payments-api", "acme/refunds"]),
        ("!", ["acme/ledger", "acme/payments-api", "acme/refunds"]), ("nothing", []),
        ("project-00000000-0000-4000-8000-000000000002", ["acme/ledger"]), ("proj", []), ("r", ["acme/ledger", "acme/refunds"]),
    ])
    func wordsMustAllMatchNameIdOrConfiguration(text: String, expected: [String]) {
        var state = Self.projects()
        state.type("/" + text)
        #expect(state.names == expected)
        state.press(keys: .enter)
        #expect(state.names == expected)
        #expect(state.entry == nil)
    }

    @Test func amongAllConfigurationsTheirNamesCount() {
        var state = Fixture.listed()
        state.press(keys: .enter)
        state.type("/default pay")
        #expect(state.names == ["acme/payments-api"])
        state.press(keys: .control("u"))
        state.type("!nightly")
        #expect(state.names == ["acme/payments-api"])
    }

    @Test func deletingLettersShowsRowsAgain() {
        var state = Self.projects()
        state.type("/ledgerx")
        #expect(state.names == [])
        state.press(keys: .backspace)
        #expect(state.names == ["acme/ledger"])
        state.press(keys: .control("u"))
        #expect(state.names.count == 3)
    }

    @Test func anExclusionThatGrowsShowsMore() {
        var state = Self.projects()
        state.type("/!d")
        #expect(state.names == ["acme/payments-api"])
        state.type("g")
        #expect(state.names == ["acme/payments-api", "acme/refunds"])
    }

    @Test func statusCodesAreFound() throws {
        var (state, plan) = try RunTests.running()
        _ = update(&state, .runReported(.finished(RunTests.report(plan))))
        state.press(keys: .up, .enter)
        state.type("/access")
        #expect(state.names == ["acme/ledger"])
    }

    @Test func escapeClearsWhileTypingAndAfterwards() {
        var state = Self.projects()
        state.type("/ledger")
        state.press(keys: .escape)
        #expect(state.names.count == 3)
        #expect(state.screens.count == 2)
        state.type("/ledger")
        state.press(keys: .enter, .escape)
        #expect(state.names.count == 3)
        #expect(state.screens.count == 2)
        state.press(keys: .escape)
        #expect(state.screens.count == 1)
    }

    @Test func theCursorReturnsToItsAssociation() {
        var state = Self.projects()
        state.press(keys: .end)
        state.type("/pay")
        #expect(state.screen.viewport?.cursor == 0)
        state.press(keys: .escape)
        #expect(state.screen.viewport?.cursor == 2)
    }

    @Test func hiddenMarksAreCountedHereAndInThePlan() throws {
        var state = Self.projects()
        state.press(keys: .character("a"))
        state.type("/ledger")
        #expect(state.lines[22] == " /ledger   1 of 3, 2 marked are hidden")
        state.press(keys: .enter)
        #expect(state.lines[22] == " 3 marked in 1 configuration, 2 hidden by the filter  /ledger")
        state.press(keys: .character("d"))
        guard case .plan(let plan) = state.screen else { throw RunTests.Missing() }
        #expect(plan.plan.targets.count == 3)
        #expect(plan.plan.warnings.contains(.hiddenByFilter(targets: 2)))
    }

    @Test func markAllMarksOnlyWhatIsShown() {
        var state = Self.projects()
        state.type("/ledger")
        state.press(keys: .enter, .character("a"))
        #expect(state.marks.count == 1)
    }

    @Test func configurationsAreFilteredToo() {
        var state = Fixture.listed()
        state.type("/nightly")
        state.press(keys: .enter)
        #expect(state.lines[3].contains("payments-nightly"))
        #expect(!state.lines.contains { $0.contains("default-scan") })
        state.press(keys: .character("a"))
        #expect(state.marks.count == 3)
        state.type("/")
        state.press(keys: .control("u"))
        state.type("default")
        #expect(state.lines[22].contains("3 marked are hidden"))
    }

    @Test func anEmptyResultSaysWhyAndWhatToDo() {
        var state = Self.projects()
        state.type("/nothing")
        let text = state.lines.joined(separator: "\n")
        #expect(text.contains("No associations match \"nothing\"."))
        #expect(text.contains("Esc clears the filter."))
    }
}
