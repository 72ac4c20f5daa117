import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// The line that tells what a key did.
@Suite struct NoticeTests {
    @Test func theSameNoticeAgainIsSeenToBeNew() {
        var app = Fixture.listed()
        app.press(keys: .character("d"))
        #expect(app.lines[22] == " Nothing is marked: Space marks a row.")
        app.press(keys: .character("d"))
        #expect(app.lines[22] == " Nothing is marked: Space marks a row. (2)")
        app.press(keys: .character("d"))
        #expect(app.lines[22] == " Nothing is marked: Space marks a row. (3)")
        app.press(keys: .character("x"))
        #expect(app.lines[22] == " No run is in progress.")
        app.press(keys: .character("d"))
        #expect(app.lines[22] == " Nothing is marked: Space marks a row.")
    }

    @Test func aRemarkBesideATypedTextIsSeenToBeNew() {
        var app = Fixture.listed()
        app.press(keys: .character("e"), .up)
        let first = app.lines[21...22]
        app.press(keys: .up)
        #expect(app.lines[21...22] != first)
        #expect(app.lines[21...22].joined(separator: "\n").contains("(2)"))
    }

    @Test func aNoticeThatStaysIsNotCounted() {
        var app = Fixture.listed()
        _ = app.update(.exportFailed(Problem(context: "Writing", sentence: "No way.")))
        app.press(keys: .down, .down, .up)
        #expect(app.lines[22] == " No way.")
    }

    @Test(arguments: [60, 80, 130]) func aSentenceIsOnTheScreenOnce(columns: Int) {
        let sentence = "No region is set: use --region."
        let problem = Problem(context: "Connecting", sentence: sentence)
        var app = App(size: TerminalSize(columns: columns, rows: 10))
        _ = app.begin()
        _ = app.update(.connectionFailed(generation: 1, problem))
        #expect(app.words.matches(of: /No region is set/).count == 1)
        app.press(keys: .character("?"))
        _ = app.update(.connectionFailed(generation: 1, problem))
        #expect(app.words.contains(sentence), "above another page it is a notice")
        var listed = Fixture.connected(columns: columns, rows: 10)
        _ = listed.update(.inventoryArrived(generation: 1, .failed(.repeatedToken(operation: "ListCodeSecurityScanConfigurations"))))
        listed.recomputeLists()
        #expect(listed.words.matches(of: /nextToken/).count == 1, "\(listed.words)")
    }

    @Test(arguments: [
        (Key.up, "This is the first row."), (.pageUp, "This is the first row."), (.home, "This is the first row."),
        (.character("k"), "This is the first row."),
    ])
    func aKeyAtTheTopOfAListSaysSo(key: Key, text: String) {
        for open: [Key] in [[], [.enter], [.character("p")]] {
            var app = Fixture.listed()
            for key in open { app.press(keys: key) }
            if open.isEmpty { app.press(keys: .home) }
            app.press(keys: key)
            #expect(app.notice == Notice(.information, text))
        }
    }

    @Test func aKeyAtTheEndOfAListOrTextSaysSo() {
        for open: [Key] in [[], [.enter], [.character("p")]] {
            var app = Fixture.listed()
            for key in open { app.press(keys: key) }
            app.press(keys: .end)
            app.press(keys: .down)
            #expect(app.notice?.text == "This is the last row.")
        }
        var app = Fixture.listed()
        app.press(keys: .character("?"), .up)
        #expect(app.notice?.text == "This is the top.")
        app.press(keys: .end, .pageDown)
        #expect(app.notice?.text == "This is the end.")
    }

    @Test func aStepThatMovesTheCursorShowsNoNotice() {
        var app = Fixture.listed()
        app.press(keys: .down)
        #expect(app.notice == nil)
        app.press(keys: .down, .down, .down, .up)
        #expect(app.notice == nil)
    }

    @Test func markingTheLastRowShowsNoNotice() {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .end, .character(" "))
        #expect(app.notice == nil)
    }

    @Test func mWithAFilterSaysThatTheFilterStays() {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .character("a"))
        app.type("/ledger")
        app.press(keys: .enter, .character("M"))
        #expect(app.notice?.text == "Showing only marked rows that match the filter. M shows the others too.")
        app.press(keys: .character("M"))
        #expect(app.notice?.text == "Showing all rows that match the filter. Esc clears the filter.")
        #expect(app.names == ["acme/ledger"])
        app.press(keys: .escape, .character("M"))
        #expect(app.notice?.text == "Showing marked rows only. M shows all rows.")
        app.press(keys: .character("M"))
        #expect(app.notice?.text == "Showing all rows.")
    }
}
