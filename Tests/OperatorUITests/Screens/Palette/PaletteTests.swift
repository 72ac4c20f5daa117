import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Every command, found while typing.
@Suite struct PaletteTests {
    private func rows(_ text: String) -> [String] {
        PaletteRow.matching(text, among: PaletteRow.all(.standard)).map(\.words)
    }

    @Test func everyCommandIsThereWithItsKey() {
        var app = Fixture.listed(rows: 120)
        app.press(keys: .character(":"))
        for binding in KeyTable.bindings where binding.command != .program(.palette) {
            #expect(app.lines.contains { $0.contains(binding.name) && $0.contains(binding.hint) }, "\(binding.name)")
        }
    }

    @Test func commandsAreFoundByWordsLettersAndKeys() {
        #expect(rows("clear").first == "clear marks")
        #expect(rows("clrm").contains("clear marks"))
        #expect(rows("U").first == "undo")
        #expect(rows("journals") == ["earlier runs"])
        #expect(rows("zzzz").isEmpty)
    }

    @Test(arguments: ["csv", "json", "markdown", "html", "ticket", "report"]) func formatsLeadToExport(word: String) {
        #expect(rows(word).contains("export"))
    }

    @Test func aKeyComesFirstEvenWhereItDoesNothing() {
        var app = Fixture.listed()
        app.press(keys: .character(":"))
        app.type("d")
        #expect(app.lines[2].contains("disassociate") && app.lines[2].contains("not now"), "\(app.lines)")
    }

    @Test func aSettingIsSaidToBeOne() {
        var app = Fixture.listed()
        app.press(keys: .character(":"))
        app.type("theme")
        #expect(app.words.contains("This is a setting of the configuration file config.json5"))
        app.type("zz")
        #expect(app.words.contains("No command matches."))
    }

    @Test func whatCanBeDoneComesFirst() throws {
        var app = Fixture.listed(rows: 120)
        app.press(keys: .character(":"))
        let refused = app.lines.map { $0.contains("not now: ") }
        let first = try #require(refused.firstIndex(of: true))
        #expect(!refused[first...].dropFirst().prefix(while: { $0 }).isEmpty && !refused[..<first].contains(true))
        #expect(refused[first...].prefix(while: { $0 }).count == refused.count { $0 })
    }

    @Test func enterPerformsOnTheScreenBelow() {
        var app = Fixture.listed()
        app.press(keys: .character(":"))
        app.type("earlier runs")
        #expect(app.press(keys: .enter) == [.listRuns])
        #expect(app.prompt == nil)
        guard case .earlierRuns = app.screen else {
            Issue.record("\(app.lines)")
            return
        }
    }

    @Test func whatCannotBeDoneSaysWhyAndIsNotDone() {
        var app = Fixture.listed()
        app.press(keys: .character(":"))
        app.type("disassociate")
        #expect(app.lines.contains { $0.contains("disassociate") && $0.contains("Nothing is marked: Space marks a row.") })
        #expect(app.press(keys: .enter).isEmpty)
        #expect(app.notice == Notice(.warning, "Nothing is marked: Space marks a row."))
        #expect(app.screens.count == 1)
    }

    @Test func nothingIsSentFromHere() {
        var app = EveryScreen.pressing(Fixture.listed(), .character("a"), .character("d"))
        app.read()
        app.press(keys: .character(":"))
        app.type("send a plan")
        #expect(app.lines.contains { $0.contains("Only y on the plan itself sends.") })
        #expect(app.press(keys: .enter).isEmpty)
        app.press(keys: .escape)
        #expect(app.plan != nil && app.isArming, "the plan has to be read again")
        #expect(app.press(keys: .character("y")).allSatisfy { if case .startRun = $0 { false } else { true } })
    }

    @Test func aQuestionIsAnsweredFirst() {
        var app = EveryScreen.pressing(Fixture.listed(), .character("a"), .character("q"), .character(":"))
        #expect(app.notice?.text == "Answer the question first: y is yes, Esc is no.")
        app.press(keys: .escape)
        #expect(app.marks.count == 4)
    }

    @Test func escapeAndBackspaceLeaveWithoutDoingAnything() {
        for key in [Key.escape, .backspace] {
            let before = Fixture.listed()
            let after = EveryScreen.pressing(before, .character(":"), key)
            #expect(after.screens == before.screens && after.prompt == nil)
        }
    }

    @Test func keysAreShownAsTheyAreBound() {
        var app = Fixture.listed(rows: 120)
        app.session.preferences.keys = KeyMap([.program(.earlierRuns): [.function(7)]])
        app.press(keys: .character(":"))
        #expect(app.lines.contains { $0.contains("F7") && $0.contains("earlier runs") })
    }
}
