import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Pasted text goes where text is typed, and nowhere else.
@Suite struct PastingTests {
    private func pasting(_ text: String, _ app: App) -> App {
        EveryScreen.taking(app, .pasted(text))
    }

    @Test func aPasteWithoutAPromptDoesNothing() async throws {
        for (name, app) in try await EveryScreen.all() where app.prompt == nil {
            let after = pasting("jdyy\r25\r:q!\r", app)
            #expect(after.notice != nil, "\(name)")
            var unchanged = after
            unchanged.session.notices = app.session.notices
            #expect(unchanged == app, "\(name)")
        }
    }

    @Test func aNoticeSaysWherePastingWorks() {
        #expect(
            pasting("a", Fixture.listed()).notice?.text == "Pasted text is ignored here: paste where text is typed, such as in the filter.")
        let plan = EveryScreen.pressing(Fixture.listed(), .character("a"), .character("d"))
        #expect(pasting("4", plan).notice?.text == "Pasted text cannot confirm a plan: type the answer.")
        #expect(EveryScreen.taking(plan, .pasteBroken).notice?.text == "The paste was incomplete, so it was ignored.")
    }

    @Test func aFilterTakesOneLine() {
        var app = EveryScreen.pressing(Fixture.listed(), .down, .enter, .character("/"))
        app.type("acme ")
        app = pasting("\u{1B}ledger\nquit\n", app)
        #expect(app.prompt?.text == "acme ledger")
        #expect(app.names == ["acme/ledger"])
        #expect(app.notice?.text == "Only the first line was pasted.")
        app.press(keys: .control("u"))
        #expect(pasting("ledger\r", app).notice == nil)
        app = pasting(String(repeating: "x", count: 4096), app)
        #expect(app.prompt?.text.count == 1000)
        #expect(app.notice?.text == "Truncated: at most 1,000 characters are accepted.")
    }

    @Test func aFileNameIsTakenAndNotWritten() {
        let asking = EveryScreen.pressing(Fixture.listed(), .character("e"), .control("u"))
        var app = asking
        #expect(app.update(.pasted("list.json\r\n")).isEmpty)
        #expect(app.prompt?.text == "list.json")
    }

    @Test func aCodeTakesDigitsOnceItWasAskedForVisibly() {
        var app = EveryScreen.taking(Fixture.listed(), .codeRequested(serial: "mfa", profile: "p"))
        app = pasting("123456", app)
        #expect(app.prompt?.text == "")
        app.arm()
        #expect(pasting("12y456", app).prompt?.text == "")
        #expect(pasting("123 456\n", app).prompt?.text == "123456")
    }

    @Test func aTinyTerminalIgnoresAPaste() {
        let app = EveryScreen.pressing(Fixture.listed(columns: 50, rows: 8), .character("/"))
        #expect(pasting("d", app) == app)
    }
}
