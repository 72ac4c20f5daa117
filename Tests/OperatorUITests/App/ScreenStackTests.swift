import Terminal
import Testing

@testable import OperatorUI

/// Which screen is above which.
@Suite struct ScreenStackTests {
    private func kinds(_ stack: ScreenStack) -> [String] {
        stack.screens.map { String(String(describing: $0).prefix { $0 != "(" }) }
    }

    @Test func theFirstScreenStays() {
        var stack = ScreenStack()
        #expect(stack.pop() == nil)
        stack.push(.help(HelpScreen()))
        #expect(stack.pop() == .help(HelpScreen()))
        #expect(kinds(stack) == ["configurations"])
    }

    @Test func aCodeIsAskedForAboveEveryQuestion() {
        var stack = ScreenStack()
        stack.prompt = TextPrompt(.filter)
        stack.ask(for: CodeScreen(serial: "mfa", profile: "ops"))
        stack.ask(.quitDuringRun)
        #expect(kinds(stack) == ["configurations", "question", "code"])
        #expect(stack.prompt == TextPrompt(.code))
        stack.cancelCode()
        #expect(kinds(stack) == ["configurations", "question"] && stack.prompt == nil)
    }

    @Test func aSecondCodeTakesThePlaceOfTheFirst() {
        var stack = ScreenStack()
        for serial in ["one", "two"] { stack.ask(for: CodeScreen(serial: serial, profile: "ops")) }
        #expect(stack.count == 2 && stack.top == .code(CodeScreen(serial: "two", profile: "ops")))
    }

    @Test func aQuestionEndsWhatIsTyped() {
        var stack = ScreenStack()
        stack.prompt = TextPrompt(.filter)
        stack.ask(.quitDuringRun)
        #expect(stack.prompt == nil)
    }

    @Test func anotherAccountClosesEverythingButACode() {
        var stack = ScreenStack()
        stack.push(.help(HelpScreen()))
        stack.prompt = TextPrompt(.region)
        stack.closeAll()
        #expect(kinds(stack) == ["configurations"] && stack.prompt == nil)
        stack.ask(for: CodeScreen(serial: "mfa", profile: "ops"))
        stack.closeAll()
        #expect(kinds(stack) == ["configurations", "code"] && stack.prompt == TextPrompt(.code))
    }

    @Test func theRunIsThereOnce() {
        var stack = ScreenStack()
        stack.showRun()
        stack.push(.help(HelpScreen()))
        stack.showRun()
        #expect(kinds(stack) == ["configurations", "help", "run"])
        stack.closeRun()
        #expect(kinds(stack) == ["configurations", "help"])
    }

    @Test func aScreenOfOneKindIsShownOnce() {
        var stack = ScreenStack()
        #expect(stack.show(.help(HelpScreen()), otherwise: "open") == [])
        #expect(stack.show(.help(HelpScreen()), otherwise: "open") == [.inform("open")])
        #expect(stack.count == 2)
    }
}
