import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What happens while a text is being typed does not turn the rest of it into commands.
@Suite struct InterruptedTypingTests {
    /// The rest of a text, every letter of which is a command in the lists.
    private static let rest = "aud*vMdq"

    private func typing(_ keys: Key...) -> App {
        var app = Fixture.listed()
        for key in keys { app.press(keys: key) }
        return app
    }

    private func otherAccount(_ app: App) -> Event { .identified(generation: 1, account: "210987654321", caller: nil) }

    private func export() throws -> Export {
        let app = typing(.character("e"))
        guard case .fileName(let content)? = app.prompt?.purpose else { throw RunTests.Missing() }
        return try #require(Export(path: "list.csv", content: content))
    }

    @Test func aFileThatExistsIsAskedAboutOnceTheTextIsTyped() throws {
        var app = typing(.down, .enter, .character("/"))
        app.type("led")
        _ = app.update(.exportExists(try export()))
        app.type("ger")
        #expect(app.prompt?.text == "ledger" && app.names == ["acme/ledger"])
        app.press(keys: .enter)
        #expect(app.lines.contains { $0.contains("Replace list.csv?") })
        #expect(app.agree().count == 1)
    }

    @Test func aFileThatExistsIsAskedAboutAfterThePlanThatIsRead() throws {
        var app = typing(.character("a"), .character("d"))
        _ = app.update(.exportExists(try export()))
        #expect(app.plan != nil)
        app.press(keys: .escape)
        guard case .question = app.screen else { return _ = Issue.record("\(app.screen)") }
    }

    @Test(arguments: [Key.character("/"), .character("e")]) func anotherAccountTakesNoPromptAway(opening: Key) {
        var app = typing(.character("a"), opening)
        _ = app.update(otherAccount(app))
        #expect(app.marks.isEmpty)
        app.type(Self.rest)
        app.press(keys: .enter)
        #expect(app.screens.count == 1 && app.marks.isEmpty)
        #expect(app.notice?.text == "This is no longer needed. Esc closes it.")
        #expect(
            app.lines.contains { $0.hasPrefix(" No longer needed, Esc closes this: ") && $0.contains(Self.rest) }
                || app.lines[22].contains(Self.rest))
        app.press(keys: .escape)
        #expect(app.prompt == nil)
        app.press(keys: .character("?"))
        guard case .help = app.screen else { return _ = Issue.record("\(app.screen)") }
    }

    @Test func aCountThatIsTypedOpensNothingWhenItsPlanIsGone() {
        var app = EveryScreen.largePlan(80, 24)
        app.read()
        app.type("5")
        _ = app.update(otherAccount(app))
        app.type("4")
        #expect(app.press(keys: .enter) == [])
        #expect(app.screens.count == 1 && app.prompt?.purpose == .interrupted)
    }

    @Test func aRequestForACodeGivesTheTextBack() {
        var app = typing(.down, .enter, .character("/"))
        app.type("led")
        _ = app.update(.codeRequested(serial: "mfa", profile: "p"))
        app.type(Self.rest)
        app.arm()
        app.type("123456")
        #expect(app.press(keys: .enter) == [.answerCode("123456")])
        #expect(app.prompt == TextPrompt(.filter, text: "led") && app.names == ["acme/ledger"])
    }

    @Test func aCodeThatIsNoLongerNeededTakesNoPromptAway() {
        var app = Fixture.listed()
        _ = app.update(.codeRequested(serial: "mfa", profile: "p"))
        app.arm()
        app.type("12")
        _ = app.update(.codeCancelled)
        app.type("3456")
        app.press(keys: .enter)
        #expect(app.screens.count == 1 && app.prompt?.purpose == .interrupted)
    }
}
