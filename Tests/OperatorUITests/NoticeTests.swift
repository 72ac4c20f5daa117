import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The line that tells what a key did.
@Suite struct NoticeTests {
    @Test func theSameNoticeAgainIsSeenToBeNew() {
        var state = Fixture.listed()
        state.press(keys: .character("d"))
        #expect(state.lines[22] == " Nothing is marked: Space marks a row.")
        state.press(keys: .character("d"))
        #expect(state.lines[22] == " Nothing is marked: Space marks a row. (2)")
        state.press(keys: .character("d"))
        #expect(state.lines[22] == " Nothing is marked: Space marks a row. (3)")
        state.press(keys: .character("x"))
        #expect(state.lines[22] == " Nothing is being sent.")
        state.press(keys: .character("d"))
        #expect(state.lines[22] == " Nothing is marked: Space marks a row.")
    }

    @Test func aRemarkBesideATypedTextIsSeenToBeNew() {
        var state = Fixture.listed()
        state.press(keys: .character("e"), .up)
        let first = state.lines[21...22]
        state.press(keys: .up)
        #expect(state.lines[21...22] != first)
        #expect(state.lines[21...22].joined(separator: "\n").contains("(2)"))
    }

    @Test func aNoticeThatStandsIsNotCounted() {
        var state = Fixture.listed()
        _ = update(&state, .connectionFailed(generation: 1, Problem(context: "Connecting", sentence: "No way.")))
        state.press(keys: .down, .down, .up)
        #expect(state.lines[22] == " No way.")
    }

    @Test(arguments: [
        (Key.up, "This is the first row."), (.pageUp, "This is the first row."), (.home, "This is the first row."),
        (.character("k"), "This is the first row."),
    ])
    func aKeyAtTheTopOfAListSaysSo(key: Key, text: String) {
        for open: [Key] in [[], [.enter], [.character("p")]] {
            var state = Fixture.listed()
            for key in open { state.press(keys: key) }
            state.press(keys: key)
            #expect(state.notice == Notice(.information, text))
        }
    }

    @Test func aKeyAtTheEndOfAListOrTextSaysSo() {
        for open: [Key] in [[], [.enter], [.character("p")]] {
            var state = Fixture.listed()
            for key in open { state.press(keys: key) }
            state.press(keys: .end)
            state.press(keys: .down)
            #expect(state.notice?.text == "This is the last row.")
        }
        var state = Fixture.listed()
        state.press(keys: .character("?"), .up)
        #expect(state.notice?.text == "This is the top.")
        state.press(keys: .end, .pageDown)
        #expect(state.notice?.text == "This is the end.")
    }

    @Test func aStepThatGoesSomewhereSaysNothing() {
        var state = Fixture.listed()
        state.press(keys: .down)
        #expect(state.notice == nil)
        state.press(keys: .down, .down, .down, .up)
        #expect(state.notice == nil)
    }

    @Test func markingTheLastRowDoesNotComplain() {
        var state = Fixture.listed()
        state.press(keys: .down, .enter, .end, .character(" "))
        #expect(state.notice == nil)
    }

    @Test func mWithAFilterSaysThatTheFilterStays() {
        var state = Fixture.listed()
        state.press(keys: .down, .enter, .character("a"))
        state.type("/ledger")
        state.press(keys: .enter, .character("M"))
        #expect(state.notice?.text == "Only marked rows that match the filter are shown. M shows the others.")
        state.press(keys: .character("M"))
        #expect(state.notice?.text == "All rows that match the filter are shown: the filter stays, Esc clears it.")
        #expect(state.names == ["acme/ledger"])
        state.press(keys: .escape, .character("M"))
        #expect(state.notice?.text == "Only marked rows are shown. M shows all.")
        state.press(keys: .character("M"))
        #expect(state.notice?.text == "All rows are shown.")
    }
}
