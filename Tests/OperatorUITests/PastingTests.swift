import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Pasted text goes where text is typed, and nowhere else.
@Suite struct PastingTests {
    private func pasting(_ text: String, _ state: State) -> State {
        Screens.taking(state, .pasted(text))
    }

    @Test func aPasteDoesNothingOnAnyScreen() throws {
        for (name, state) in try Screens.all() where state.entry == nil {
            let after = pasting("jdyy\r25\r:q!\r", state)
            #expect(after.notice != nil, "\(name)")
            var unchanged = after
            (unchanged.notice, unchanged.noticeNumber) = (state.notice, state.noticeNumber)
            #expect(unchanged == state, "\(name)")
        }
    }

    @Test func oneNoticeSaysWhereItGoes() {
        #expect(
            pasting("a", Fixture.listed()).notice?.text == "Pasted text is ignored here: it goes where text is typed, such as the filter.")
        let plan = Screens.pressing(Fixture.listed(), .character("a"), .character("d"))
        #expect(pasting("4", plan).notice?.text == "Pasted text cannot confirm a plan: press the keys.")
        #expect(Screens.taking(plan, .pasteBroken).notice?.text == "A paste broke off: nothing of it was taken.")
    }

    @Test func aFilterTakesOneLine() {
        var state = Screens.pressing(Fixture.listed(), .down, .enter, .character("/"))
        state.type("acme ")
        state = pasting("\u{1B}ledger\nquit\n", state)
        #expect(state.entry?.text == "acme ledger")
        #expect(state.names == ["acme/ledger"])
        #expect(state.notice?.text == "Only the first line was taken.")
        state.press(keys: .control("u"))
        #expect(pasting("ledger\r", state).notice == nil)
        state = pasting(String(repeating: "x", count: 4096), state)
        #expect(state.entry?.text.count == 1000)
        #expect(state.notice?.text == "Cut off: a text has at most 1,000 characters.")
    }

    @Test func aFileNameIsTakenAndNotWritten() {
        let asking = Screens.pressing(Fixture.listed(), .character("e"), .control("u"))
        var state = asking
        #expect(update(&state, .pasted("list.json\r\n")).isEmpty)
        #expect(state.entry?.text == "list.json")
    }

    @Test func aCodeTakesDigitsOnceItWasAskedForVisibly() {
        var state = Screens.taking(Fixture.listed(), .codeWanted(serial: "mfa", profile: "p"))
        state = pasting("123456", state)
        #expect(state.entry?.text == "")
        state.arm()
        #expect(pasting("12y456", state).entry?.text == "")
        #expect(pasting("123 456\n", state).entry?.text == "123456")
    }

    @Test func aTinyTerminalTakesNothing() {
        let state = Screens.pressing(Fixture.listed(columns: 50, rows: 8), .character("/"))
        #expect(pasting("d", state) == state)
    }
}
