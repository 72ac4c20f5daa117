import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// An answer that changes something counts only after what it answers was read.
@Suite struct ArmingTests {
    private static func planned(columns: Int = 80, rows: Int = 24) -> App {
        var app = Fixture.listed(columns: columns, rows: rows)
        app.press(keys: .down, .character(" "), .character("d"))
        return app
    }

    /// A plan of so many targets.
    private static func planned(targets: Int, columns: Int = 80, rows: Int = 24) -> App {
        var app = Fixture.connected(columns: columns, rows: rows)
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        let many = (0..<targets).map(Fixture.project)
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        app.press(keys: .character("a"), .character("d"))
        return app
    }

    private func moment(_ effects: [Effect]) throws -> Int {
        guard case .awaitReadingTime(let number)? = effects.first else { throw RunTests.Missing() }
        return number
    }

    @Test func aPlanHasToBeShownDrawnAndStayForAMoment() throws {
        var app = Self.planned()
        app.noteSeen()
        let number = app.display.arming.number
        #expect(app.press(keys: .character("y")) == [])
        #expect(app.notice?.text == "Too early: read this first.")
        let first = try moment(app.update(.confirmationShown(number: number)))
        #expect(app.press(keys: .character("y")) == [.awaitReadingTime(number: first + 1)])
        _ = app.update(.readingTimePassed(number: first))
        _ = app.update(.confirmationDrawn(number: number))
        #expect(app.press(keys: .character("y")) == [.awaitReadingTime(number: first + 2)], "the moment began anew")
        _ = app.update(.readingTimePassed(number: first + 2))
        #expect(app.press(keys: .character("y")).count == 1)
        #expect(app.session.run != nil)
    }

    @Test func aTerminalThatAnswersHasToHaveDrawnIt() throws {
        var app = Self.planned()
        app.noteSeen()
        _ = app.update(.readingTimePassed(number: try moment(app.update(.confirmationShown(number: app.display.arming.number)))))
        app.press(keys: .character("y"))
        #expect(app.isIdle)
        #expect(app.notice?.text.hasPrefix("Not drawn yet") == true)
        _ = app.update(.confirmationDrawn(number: app.display.arming.number - 1))
        #expect(!app.display.arming.isArmed, "the answer for another frame")
        #expect(app.update(.keyPressed(.control("l"))) == [.repaint, .showConfirmation(number: app.display.arming.number)])
    }

    @Test func theOpeningKeysOfABurstSendNothing() {
        var app = Fixture.listed()
        for character in "j dyyy\ny" {
            let effects = app.update(.keyPressed(character == "\n" ? .enter : .character(character)))
            #expect(!effects.contains { if case .startRun = $0 { true } else { false } })
        }
        guard case .plan = app.screen else { return _ = Issue.record("\(app.screen)") }
    }

    @Test(arguments: [Key.escape, .left, .character("q"), .character("h")]) func goingBackCountsAtOnce(key: Key) {
        var app = Self.planned()
        app.press(keys: key)
        #expect(app.screens.count == 1)
    }

    @Test func aPlanThatIsOnTopAgainHasToBeReadAgain() {
        var app = Self.planned()
        app.read()
        #expect(app.display.arming.isArmed)
        app.press(keys: .character("?"))
        #expect(!app.display.arming.isArmed)
        app.press(keys: .escape, .character("y"))
        #expect(app.isIdle)
        app.read()
        _ = app.update(.resumed)
        #expect(!app.display.arming.isArmed)
        app.press(keys: .character("y"))
        #expect(app.isIdle)
    }

    @Test func aReplacedPlanHasToBeReadAgain() throws {
        var app = try RetryTests.finished()
        app.press(keys: .character("R"))
        app.read()
        app.press(keys: .character("R"), .character("y"))
        #expect(app.isIdle)
    }

    @Test(arguments: [(2, false), (2, true), (3, true)]) func questionsAreReadFirst(marks: Int, ctrlC: Bool) {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("q"))
        let key: Key = ctrlC ? .control("c") : .character("y")
        #expect(app.press(keys: key) == [])
        #expect(app.lines[22] == " Too early: read this first.")
        app.arm()
        #expect(app.press(keys: key) == [.quit])
    }

    @Test func anUnreadQuestionOffersNoYes() {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("q"))
        #expect(app.lines[22] == " Read this first: answers are accepted in a moment.")
        #expect(app.lines[23] == " esc no")
        app.arm()
        #expect(app.lines[22] == "")
        #expect(app.lines[23] == " y yes  esc no")
    }

    @Test func aCodeIsNotTypedAhead() {
        var app = Fixture.listed()
        _ = app.update(.codeRequested(serial: "mfa", profile: "p"))
        app.type("123")
        #expect(app.prompt?.text == "")
        app.arm()
        app.type("456")
        #expect(app.prompt?.text == "456")
        _ = app.update(.codeRequested(serial: "mfa", profile: "p"))
        app.type("789")
        #expect(app.prompt?.text == "", "another question is another one to read")
    }
}

extension ArmingTests {
    @Test func onATinyTerminalQDoesNotStopARun() throws {
        var (app, _) = try RunTests.running()
        _ = app.update(.resized(TerminalSize(columns: 40, rows: 8)))
        #expect(app.press(keys: .character("q"), .character("q")) == [])
        #expect(app.lines.joined(separator: " ").contains("A run is in progress: ^C stops it."))
        #expect(!app.isIdle && app.press(keys: .control("c")) == [.stopRun])
    }

    @Test func aTypedNumberIsReadAgainTooBeforeEnterSends() {
        var app = Self.planned(targets: 3)
        app.read()
        app.type("3")
        app.press(keys: .character("?"), .escape, .enter)
        #expect(app.isIdle)
        #expect(app.notice?.text == "Too early: read this first.")
    }

    @Test func theTypedCountIsReadFirst() {
        var app = Self.planned(targets: 64)
        app.noteSeen()
        #expect(app.lines[22] == " Read this first: answers are accepted in a moment.")
        app.type("64")
        #expect(app.press(keys: .enter) == [])
        app.arm()
        #expect(app.lines[21...22] == [" Too early: read this first. (3)", " Type 64 and Enter to send:"])
        #expect(app.press(keys: .enter) == [], "nothing of it was kept")
        app.type("64")
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test func aNumberIsGoneWhenThePlanHasToBeReadAgain() {
        var app = Self.planned(targets: 64)
        app.read()
        app.type("64")
        _ = app.update(.resumed)
        app.arm()
        #expect(app.press(keys: .enter) == [])
        #expect(app.isIdle)
    }

    @Test func yCountsOnceEveryTargetWasOnTheScreen() {
        var app = Self.planned(targets: 25)
        app.noteSeen()
        app.arm()
        #expect(app.lines[22].hasPrefix(" y sends after all 25 have been shown ("))
        #expect(app.lines[22].hasSuffix(" so far): PgDn, or type 25."))
        #expect(!app.lines[23].contains("y send"))
        #expect(app.press(keys: .character("y")) == [])
        #expect(app.notice?.text.hasPrefix("y sends after all 25 have been shown") == true)
        app.press(keys: .pageDown)
        #expect(app.press(keys: .character("y")) == [], "no frame showed the rest yet")
        app.press(keys: .end)
        app.noteSeen()
        #expect(app.lines[23].contains("y send"))
        #expect(app.press(keys: .character("y")).count == 1)
    }

    @Test func typingTheNumberSendsWithoutScrolling() {
        var app = Self.planned(targets: 25)
        app.noteSeen()
        app.arm()
        app.type("2")
        #expect(app.lines[22] == " Type 25 and Enter to send: 2")
        #expect(app.press(keys: .enter) == [])
        #expect(app.notice?.text == "2 is not the number. Esc sends nothing.")
        app.type("25")
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test(arguments: [3, 64]) func nothingIsSentBeforeAccountAndRegionWereOnTheScreen(targets: Int) {
        var app = Self.planned(targets: targets, columns: 60, rows: 10)
        var (steps, missing) = (0, Set(["Account", "Region"]))
        while true {
            app.noteSeen()
            missing = missing.filter { word in !app.lines.contains { $0.dropFirst().hasPrefix("\(word) ") } }
            app.arm()
            if missing.isEmpty || steps > 50 { break }
            #expect(app.lines.joined(separator: " ").contains("Scroll to the account and region before sending"))
            app.type(String(targets))
            #expect(app.press(keys: .enter) == [])
            #expect(app.press(keys: .character("y")) == [])
            #expect(app.isIdle)
            app.press(keys: .down)
            steps += 1
        }
        #expect(steps > 0, "the test needs a plan whose head is longer than the terminal")
        // A line that the next status may cover counts once it is further up.
        app.press(keys: .down)
        app.noteSeen()
        app.press(keys: .control("u"))
        app.type(String(targets))
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test func whatMayHaveBeenPastedDecidesNothing() {
        var app = Self.planned()
        app.read()
        #expect(app.update(.keyInBurst(.character("y"))) == [])
        #expect(app.isIdle && app.plan != nil)
        #expect(app.notice?.text.hasPrefix("Ignored: several keys arrived at once") == true)
        #expect(app.press(keys: .character("y")).count == 1, "a key by itself does")
        var leaving = Fixture.listed()
        leaving.press(keys: .character("a"), .character("q"))
        leaving.arm()
        #expect(leaving.update(.keyInBurst(.character("y"))) == [])
    }

    @Test func digitsMayComeTogetherAndEnterMayNot() {
        var app = Self.planned(targets: 64)
        app.read()
        for key: Key in [.character("6"), .character("4"), .enter] { #expect(app.update(.keyInBurst(key)) == []) }
        #expect(app.isIdle && app.plan?.answer == "64")
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test func enterWithoutANumberSaysWhatIsAskedFor() {
        var app = Self.planned(targets: 64)
        app.read()
        app.press(keys: .enter)
        #expect(app.notice?.text == "Type 64, the number of associations, then Enter. Esc sends nothing.")
    }

    @Test func onATinyTerminalTheQuestionIsSeenToo() {
        var app = Fixture.listed()
        app.press(keys: .character("a"))
        _ = app.update(.resized(TerminalSize(columns: 50, rows: 8)))
        #expect(app.press(keys: .character("q"), .character("q")) == [])
        #expect(app.lines.joined(separator: " ").contains("Marks will be discarded: press q again to quit."))
        app.arm()
        #expect(app.press(keys: .character("q")) == [.quit])
    }
}
