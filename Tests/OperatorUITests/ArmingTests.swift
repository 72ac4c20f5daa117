import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// An answer that changes something counts only after what it answers was read.
@Suite struct ArmingTests {
    private static func planned(columns: Int = 80, rows: Int = 24) -> State {
        var state = Fixture.listed(columns: columns, rows: rows)
        state.press(keys: .down, .character(" "), .character("d"))
        return state
    }

    /// A plan of so many targets.
    private static func planned(targets: Int, columns: Int = 80, rows: Int = 24) -> State {
        var state = Fixture.connected(columns: columns, rows: rows)
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        let many = (0..<targets).map(Fixture.project)
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        state.settle()
        state.press(keys: .character("a"), .character("d"))
        return state
    }

    private func moment(_ effects: [Effect]) throws -> Int {
        guard case .awaitMoment(let number)? = effects.first else { throw RunTests.Missing() }
        return number
    }

    @Test func aPlanHasToBeShownDrawnAndStayForAMoment() throws {
        var state = Self.planned()
        state.noteSeen()
        let number = state.arming.number
        #expect(state.press(keys: .character("y")) == [])
        #expect(state.notice?.text == "Too early. Read it first.")
        let first = try moment(update(&state, .confirmationShown(number: number)))
        #expect(state.press(keys: .character("y")) == [.awaitMoment(number: first + 1)])
        _ = update(&state, .momentPassed(number: first))
        _ = update(&state, .confirmationDrawn(number: number))
        #expect(state.press(keys: .character("y")) == [.awaitMoment(number: first + 2)], "the moment began anew")
        _ = update(&state, .momentPassed(number: first + 2))
        #expect(state.press(keys: .character("y")).count == 1)
        #expect(state.activity.run != nil)
    }

    @Test func aTerminalThatAnswersHasToHaveDrawnIt() throws {
        var state = Self.planned()
        state.noteSeen()
        _ = update(&state, .momentPassed(number: try moment(update(&state, .confirmationShown(number: state.arming.number)))))
        state.press(keys: .character("y"))
        #expect(state.activity == .idle)
        #expect(state.notice?.text.hasPrefix("Not drawn yet") == true)
        _ = update(&state, .confirmationDrawn(number: state.arming.number - 1))
        #expect(!state.arming.isArmed, "the answer for another frame")
        #expect(update(&state, .keyPressed(.control("l"))) == [.repaint, .showConfirmation(number: state.arming.number)])
    }

    @Test func theOpeningKeysOfABurstSendNothing() {
        var state = Fixture.listed()
        for character in "j dyyy\ny" {
            let effects = update(&state, .keyPressed(character == "\n" ? .enter : .character(character)))
            #expect(!effects.contains { if case .startRun = $0 { true } else { false } })
        }
        guard case .plan = state.screen else { return _ = Issue.record("\(state.screen)") }
    }

    @Test(arguments: [Key.escape, .left, .character("q"), .character("h")]) func goingBackCountsAtOnce(key: Key) {
        var state = Self.planned()
        state.press(keys: key)
        #expect(state.screens.count == 1)
    }

    @Test func aPlanThatIsOnTopAgainHasToBeReadAgain() {
        var state = Self.planned()
        state.read()
        #expect(state.arming.isArmed)
        state.press(keys: .character("?"))
        #expect(!state.arming.isArmed)
        state.press(keys: .escape, .character("y"))
        #expect(state.activity == .idle)
        state.read()
        _ = update(&state, .resumed)
        #expect(!state.arming.isArmed)
        state.press(keys: .character("y"))
        #expect(state.activity == .idle)
    }

    @Test func aReplacedPlanHasToBeReadAgain() throws {
        var state = try RetryTests.finished()
        state.press(keys: .character("R"))
        state.read()
        state.press(keys: .character("R"), .character("y"))
        #expect(state.activity == .idle)
    }

    @Test(arguments: [(2, false), (2, true), (3, true)]) func questionsAreReadFirst(marks: Int, ctrlC: Bool) {
        var state = Fixture.listed()
        state.press(keys: .character("a"), .character("q"))
        let key: Key = ctrlC ? .control("c") : .character("y")
        #expect(state.press(keys: key) == [])
        #expect(state.lines[22] == " Too early. Read it first.")
        state.arm()
        #expect(state.press(keys: key) == [.quit])
    }

    @Test func anUnreadQuestionOffersNoYes() {
        var state = Fixture.listed()
        state.press(keys: .character("a"), .character("q"))
        #expect(state.lines[22] == " Read this first: answers count in a moment.")
        #expect(state.lines[23] == " esc no")
        state.arm()
        #expect(state.lines[22] == "")
        #expect(state.lines[23] == " y yes  esc no")
    }

    @Test func aCodeIsNotTypedAhead() {
        var state = Fixture.listed()
        _ = update(&state, .codeWanted(serial: "mfa", profile: "p"))
        state.type("123")
        #expect(state.entry?.text == "")
        state.arm()
        state.type("456")
        #expect(state.entry?.text == "456")
        _ = update(&state, .codeWanted(serial: "mfa", profile: "p"))
        state.type("789")
        #expect(state.entry?.text == "", "another question is another one to read")
    }
}

extension ArmingTests {
    @Test func theTypedCountIsReadFirst() {
        var state = Self.planned(targets: 64)
        state.noteSeen()
        #expect(state.lines[22] == " Read this first: answers count in a moment.")
        state.type("64")
        #expect(state.press(keys: .enter) == [])
        state.arm()
        #expect(state.lines[22] == " Type 64 and Enter to send:    Too early. Read it first. (3)")
        #expect(state.press(keys: .enter) == [], "nothing of it was kept")
        state.type("64")
        #expect(state.press(keys: .enter).count == 1)
    }

    @Test func aNumberIsGoneWhenThePlanHasToBeReadAgain() {
        var state = Self.planned(targets: 64)
        state.read()
        state.type("64")
        _ = update(&state, .resumed)
        state.arm()
        #expect(state.press(keys: .enter) == [])
        #expect(state.activity == .idle)
    }

    @Test func yCountsOnceEveryTargetWasOnTheScreen() {
        var state = Self.planned(targets: 25)
        state.noteSeen()
        state.arm()
        #expect(state.lines[22].hasPrefix(" y sends once every association was shown, "))
        #expect(state.lines[22].hasSuffix(" of 25 so far: PgDn. Or type 25."))
        #expect(!state.lines[23].contains("y send"))
        #expect(state.press(keys: .character("y")) == [])
        #expect(state.notice?.text.hasPrefix("y sends once every association was shown") == true)
        state.press(keys: .pageDown)
        #expect(state.press(keys: .character("y")) == [], "no frame showed the rest yet")
        state.press(keys: .end)
        state.noteSeen()
        #expect(state.lines[23].contains("y send"))
        #expect(state.press(keys: .character("y")).count == 1)
    }

    @Test func typingTheNumberSendsWithoutScrolling() {
        var state = Self.planned(targets: 25)
        state.noteSeen()
        state.arm()
        state.type("2")
        #expect(state.lines[22] == " Type 25 and Enter to send: 2")
        #expect(state.press(keys: .enter) == [])
        #expect(state.notice?.text == "2 is not the number. Esc sends nothing.")
        state.type("25")
        #expect(state.press(keys: .enter).count == 1)
    }

    @Test(arguments: [3, 64]) func nothingIsSentBeforeAccountAndRegionWereOnTheScreen(targets: Int) {
        var state = Self.planned(targets: targets, columns: 60, rows: 10)
        var (steps, missing) = (0, Set(["Account", "Region"]))
        while true {
            state.noteSeen()
            missing = missing.filter { word in !state.lines.contains { $0.hasPrefix(" \(word) ") } }
            state.arm()
            if missing.isEmpty || steps > 50 { break }
            #expect(state.lines.joined(separator: " ").contains("Scroll to account and region first"))
            state.type(String(targets))
            #expect(state.press(keys: .enter) == [])
            #expect(state.press(keys: .character("y")) == [])
            #expect(state.activity == .idle)
            state.press(keys: .down)
            steps += 1
        }
        #expect(steps > 0, "the test needs a plan whose head is longer than the terminal")
        // A line that the next status may cover counts once it is further up.
        state.press(keys: .down)
        state.noteSeen()
        state.type(String(targets))
        #expect(state.press(keys: .enter).count == 1)
    }

    @Test func onATinyTerminalTheQuestionIsSeenToo() {
        var state = Fixture.listed()
        state.press(keys: .character("a"))
        _ = update(&state, .resized(TerminalSize(columns: 50, rows: 8)))
        #expect(state.press(keys: .character("q"), .character("q")) == [])
        #expect(state.lines.joined(separator: " ").contains("Marks are not kept: q again quits."))
        state.arm()
        #expect(state.press(keys: .character("q")) == [.quit])
    }
}
