import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A filter while it is typed: mistakes, completion, and earlier filters.
@Suite struct FilterTypingTests {
    private static func projects(columns: Int = 80, rows: Int = 24) -> App {
        var app = Fixture.listed(columns: columns, rows: rows)
        app.press(keys: .enter)
        return app
    }

    @Test func aMistakeIsShownUnderTheFilterWithWhatIsPossible() {
        var app = Self.projects()
        app.type("/ledger in>")
        #expect(app.lines[22].hasPrefix(" /ledger in>   1 of 4"))
        #expect(app.lines[23] == " in needs a value: in:1, in>1 or in<3.")
        #expect(app.view().cursor == Position(column: 12, row: 22))
        #expect(app.view().lines[22].spans.contains(Span("in>", .warning)))
        app.type("1")
        #expect(app.lines[22] == " /ledger in>1   0 of 4")
        #expect(app.lines[23].contains("keep") && app.lines[23].contains("complete"))
    }

    @Test func theLastValidFilterStaysInEffectMeanwhile() {
        var app = Self.projects()
        app.type("/in:1")
        #expect(app.names == ["acme/ledger", "acme/refunds"])
        app.type("x")
        #expect(app.names == ["acme/ledger", "acme/refunds"])
        app.press(keys: .enter)
        #expect(app.prompt != nil && app.notice?.text.contains("Correct the filter") == true)
        app.press(keys: .backspace, .enter)
        #expect(app.prompt == nil && app.names == ["acme/ledger", "acme/refunds"])
    }

    @Test func aWordThatBecomesAFieldIsNotLookedForAnyMore() {
        var app = Self.projects()
        app.type("/acme scanned")
        #expect(app.names == [])
        app.type(">")
        #expect(app.names.count == 4)
        app.type("9")
        #expect(app.names.count == 4)
        app.press(keys: .escape)
        app.type("/acme scz:")
        #expect(app.names == [])
    }

    @Test(arguments: [60, 80, 130]) func aLongMistakeTakesSeveralLinesAndTheRowStaysInSight(columns: Int) {
        var app = Self.projects(columns: columns, rows: 10)
        app.press(keys: .end)
        app.type("/")
        _ = app.update(.pasted("foo:1"))
        let words = app.words
        #expect(words.contains("There is no field foo. Fields are name, id,") && words.contains("▸"))
        let row = app.view().cursor?.row ?? 0
        #expect(app.lines[row].hasPrefix(" /foo:1"))
    }

    @Test func whatAPromptLeavesBehindIsWhatIsInEffect() {
        var app = Self.projects()
        app.type("/in:1x")
        app.stack.ask(.quitDuringRun)
        app.press(keys: .escape)
        #expect(app.lines[22].contains("/in:1") && !app.lines[22].contains("in:1x"))
        app.type("/")
        #expect(app.prompt?.text == "in:1")
    }

    @Test func tabCompletesFieldsAndKnownValues() {
        var app = Self.projects()
        app.type("/prov")
        app.press(keys: .tab)
        #expect(app.prompt?.text == "provider:")
        app.press(keys: .tab)
        #expect(app.prompt?.text == "provider:GITHUB")
        #expect(app.names.count == 4)
        app.press(keys: .tab)
        #expect(app.notice?.text == "No completion.")
    }

    @Test func tabOffersAChoiceAndTakesOneAfterTheOther() {
        var app = Self.projects()
        app.type("/acme sc")
        app.press(keys: .tab)
        #expect(app.prompt?.text == "acme scan")
        #expect(app.lines[23] == " scan:  scanned>90d  scanned<7d  scanned:never")
        app.press(keys: .tab)
        #expect(app.prompt?.text == "acme scan:")
        app.press(keys: .tab)
        #expect(app.prompt?.text == "acme scanned>90d")
        #expect(app.view().lines[23].spans.contains(Span("scanned>90d  ", .accent)))
        app.press(keys: .backspace)
        #expect(app.prompt?.text == "acme scanned>90")
        #expect(app.words.contains("90 is not an age in h, d, w, mo or y. Write scanned>90d, scanned<7d or scanned:never."))
    }

    @Test func tabTakesAConfigurationInQuotes() {
        var app = Fixture.listed()
        let spaced = Fixture.configuration("mobile team", "d4", scope: nil)
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly, spaced], isLast: true)))
        app.type("/config:mob")
        app.press(keys: .tab)
        #expect(app.prompt?.text == "config:\"mobile team\"")
    }

    @Test func upBringsEarlierFiltersBack() {
        var app = Self.projects()
        for filter in ["ledger", "refunds", "ledger"] {
            app.type("/" + filter)
            app.press(keys: .enter, .escape)
        }
        app.type("/pay")
        var seen: [String] = []
        for key in [Key.up, .up, .up, .down, .down, .down] {
            app.press(keys: key)
            seen.append(app.prompt?.text ?? "")
        }
        #expect(seen == ["ledger", "refunds", "refunds", "ledger", "pay", "pay"])
        #expect(app.names.count == 4)
        app.press(keys: .up)
        #expect(app.names == ["acme/ledger"])
    }

    @Test func earlierFiltersOutliveTheirList() {
        var app = Self.projects()
        app.type("/refunds")
        app.press(keys: .enter, .escape, .escape, .down, .enter, .character("/"), .up)
        #expect(app.prompt?.text == "refunds" && app.names == ["acme/refunds"])
    }

    @Test func configurationsAreAskedWhatTheyCanAnswer() {
        var app = Fixture.listed()
        app.type("/in:1")
        #expect(app.lines[23] == " in asks about associations: open All configurations and filter there.")
        app.press(keys: .control("u"))
        app.type("config:nightly")
        #expect(app.lines[22].hasPrefix(" /config:nightly   1 of 3"))
        app.press(keys: .control("u"))
        app.type("!marked all")
        #expect(app.lines[22].hasPrefix(" /!marked all   1 of 3"))
    }

    @Test func whatTheListingsHaveNotBroughtIsSaidBesideTheCount() {
        var app = Fixture.connected()
        for event in Fixture.events.dropLast(2) { _ = app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        app.press(keys: .enter)
        app.type("/scanned:never")
        #expect(app.lines[22] == " /scanned:never   0 of 4; names and scans still to come")
        app.press(keys: .enter)
        #expect(app.lines[22] == " /scanned:never  names and scans still to come")
        for event in Fixture.events.suffix(2) { _ = app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        #expect(app.names.count == 4 && app.lines[22] == " /scanned:never")
    }

    @Test func agesFollowTheTime() {
        var app = Fixture.connected()
        for event in Fixture.events.dropLast() { _ = app.update(.inventoryArrived(generation: 1, event)) }
        let ledger = ProjectDetails(projectId: Fixture.project(2).projectId ?? "", projectName: "acme/ledger", lastScan: .at(86_400))
        _ = app.update(.inventoryArrived(generation: 1, .coverage([ledger])))
        _ = app.update(.inventoryArrived(generation: 1, .finished))
        app.recomputeLists()
        app.press(keys: .enter)
        app.setTime(91 * 86_400)
        app.type("/scanned>90d")
        #expect(app.names == [])
        app.setTime(92 * 86_400)
        app.press(keys: .backspace)
        app.type("d")
        #expect(app.names == ["acme/ledger"])
    }

    @Test(arguments: [("scanned>90d", "; without those never scanned (scanned:never)"), ("!scanned<90d", "; with those never scanned")])
    func whatAnAgeDoesWithWhatWasNeverScannedIsSaid(filter: String, words: String) {
        var app = EveryScreen.pressing(Covered.listed(columns: 120), .down, .enter, .character("/"))
        app.type(filter)
        #expect(app.words.contains(words), "\(app.lines.suffix(2))")
        app.type(" scanned:never")
        #expect(!app.words.contains("those never scanned"))
    }
}
