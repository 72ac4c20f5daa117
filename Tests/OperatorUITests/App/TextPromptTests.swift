import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What keys do to a text being typed.
@Suite struct TextPromptTests {
    private func typed(_ keys: Key..., into prompt: TextPrompt = TextPrompt(.region)) -> TextPrompt {
        var prompt = prompt
        for key in keys { _ = prompt.take(key) }
        return prompt
    }

    @Test func lettersAreAddedAndTakenAway() {
        let word = TextPrompt(.region, text: "eu-west-1")
        #expect(typed(.character("2"), into: word).text == "eu-west-12")
        #expect(typed(.backspace, into: word).text == "eu-west-")
        #expect(typed(.control("u"), into: word).text == "")
    }

    @Test(arguments: [("one two", "one "), ("one two  ", "one "), ("one", ""), ("  ", "")]) func controlWTakesAWordAway(
        text: String, left: String
    ) {
        #expect(typed(.control("w"), into: TextPrompt(.filter, text: text)).text == left)
    }

    @Test func aTextHasALimit() {
        var prompt = TextPrompt(.filter, text: String(repeating: "x", count: TextPrompt.limit))
        #expect(prompt.take(.character("y")) == .changed)
        #expect(prompt.text.count == TextPrompt.limit && !prompt.text.contains("y"))
    }

    @Test func onlyWhatIsChosenFromAListMovesIt() {
        var (filter, code) = (TextPrompt(.filter), TextPrompt(.code))
        #expect(filter.take(.pageDown) == .moved(.pageDown))
        guard case .refused = code.take(.pageDown) else { return #expect(Bool(false)) }
    }

    @Test func backspaceEndsAnEmptyFilterAndNoCode() {
        var (filter, code) = (TextPrompt(.filter), TextPrompt(.code))
        #expect(filter.take(.backspace) == .cancelled)
        #expect(code.take(.backspace) == .refused(.nothingTyped))
    }

    @Test func aCodeIsDigits() {
        #expect(typed(.character("1"), .character("x"), .character("٣"), .character("2"), into: TextPrompt(.code)).text == "12")
    }

    @Test func theEndOfALongTextIsSeen() {
        let line = TextPrompt(.filter, text: String(repeating: "a", count: 90) + "z").line(columns: 60).text
        #expect(line.hasPrefix(" /a") && line.hasSuffix("az") && line.count < 60)
    }
}
