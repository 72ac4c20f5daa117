import InspectorCore
import Terminal
import Testing

@testable import OperatorUI
import TextSafety

/// Every screen in every size.
@Suite struct LayoutTests {
    static let sizes = [(60, 10), (80, 24), (119, 24), (120, 30), (160, 50), (400, 120)]

    @Test(arguments: sizes) func everyScreenFits(columns: Int, rows: Int) throws {
        for (name, state) in try Screens.all(columns: columns, rows: rows) {
            let frame = view(state)
            #expect(frame.lines.count == rows, "\(name)")
            #expect(frame.lines.allSatisfy { $0.displayWidth <= columns }, "\(name)")
            #expect(frame.lines[0].text.hasPrefix(" scanconfig"), "\(name)")
            #expect(frame.lines[rows - 1].spans.contains { $0.style.role == .key }, "\(name) has no key hints")
        }
    }

    @Test(arguments: sizes) func inASCIIEveryScreenHasTheSameShape(columns: Int, rows: Int) throws {
        for (name, state) in try Screens.all(columns: columns, rows: rows) {
            let frame = view(state)
            let plain = frame.asciiOnly()
            #expect(plain.lines.allSatisfy { $0.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }, "\(name)")
            #expect(plain.lines.map(\.displayWidth) == frame.lines.map(\.displayWidth), "\(name)")
            #expect(!plain.lines.contains { $0.text.contains("?acme") || $0.text.hasPrefix("?") }, "\(name) has a glyph without a stand-in")
        }
    }

    @Test(arguments: sizes) func theEndOfEveryTextCanBeReached(columns: Int, rows: Int) throws {
        for (name, state) in try Screens.all(columns: columns, rows: rows) {
            let count = state.text(of: state.screen).count
            guard count > 0 else { continue }
            let last = state.text(of: state.screen).lines(from: count - 1, height: 1)[0].text
            let end = Screens.pressing(state, .end)
            #expect(view(end).lines.contains { last.isEmpty || $0.text.hasPrefix(last.prefix(columns - 1)) }, "\(name)")
        }
    }

    @Test func wideTerminalsShowTwoPanes() {
        var state = Fixture.listed(columns: 120, rows: 24)
        #expect(state.lines[1].contains("CONFIGURATION") && state.lines[1].contains("PROJECT ID"))
        state.press(keys: .down)
        #expect(state.lines[2].contains("acme/ledger"))
        #expect(view(state).cursor == Position(column: 0, row: 3))
        state.press(keys: .tab)
        #expect(view(state).cursor == Position(column: 49, row: 2))
        #expect(view(state).lines[2].spans.contains(Span("▸", .cursor)))
        #expect(state.lines[3].hasPrefix("·"))
        state.press(keys: .down, .tab)
        #expect(view(state).cursor == Position(column: 0, row: 3))
        state.press(keys: .tab)
        #expect(view(state).cursor == Position(column: 49, row: 3))
    }

    @Test func thePaneBesideFollowsWhenTheCursorRests() {
        var state = Fixture.listed(columns: 160, rows: 30)
        #expect(state.lines[0].hasSuffix("All configurations  4 associations"))
        #expect(state.press(keys: .down) == [.awaitRest(number: 1)])
        #expect(state.press(keys: .down) == [.awaitRest(number: 2)])
        _ = update(&state, .cursorRested(number: 1))
        #expect(state.lines[0].hasSuffix("All configurations  4 associations"))
        _ = update(&state, .cursorRested(number: 2))
        #expect(state.lines[0].hasSuffix("default-scan  1 association"))
        #expect(state.press(keys: .character("x")) == [])
        #expect(state.press(keys: .up, .enter).isEmpty)
        #expect(state.names.count == 3)
    }

    @Test func aTextThatIsLongerThanTheScreenSaysWhereItIs() {
        var state = Fixture.listed(columns: 60, rows: 10)
        state.press(keys: .character("?"), .down, .down)
        let count = state.text(of: state.screen).count
        #expect(state.lines[0].hasSuffix("help  3-9 of \(count)"))
        _ = update(&state, .resized(TerminalSize(columns: 60, rows: 120)))
        #expect(state.lines[0].hasSuffix(" help"))
    }

    @Test func namesThatBeginAlikeStayApart() {
        var state = Fixture.listed(columns: 60, rows: 10)
        let names = ["acme/a-very-long-service-name-one", "acme/a-very-long-service-name-two", "acme/a-very-long-service-name-six"]
        _ = update(&state, .inventoryArrived(generation: 1, .names(names.enumerated().map { Fixture.details($0 + 1, $1) })))
        state.settle()
        state.press(keys: .down, .enter)
        #expect(Set(state.lines[2...4].map { $0.prefix(27).suffix(3) }) == ["one", "two", "six"])
    }

    @Test(arguments: [60, 80, 120, 160]) func aFailedRowKeepsItsCode(columns: Int) throws {
        var (state, plan) = try RunTests.running(columns: columns, rows: 20)
        _ = update(&state, .runReported(.finished(RunTests.report(plan))))
        state.press(keys: .home, .enter)
        #expect(state.lines.contains { $0.contains("ACCESS_DENIED") })
    }

    @Test func shortNamesLeaveTheirRoomToTheMessage() throws {
        var (state, plan) = try RunTests.running(columns: 100, rows: 20)
        _ = update(&state, .runReported(.finished(RunTests.report(plan))))
        state.press(keys: .up, .enter)
        #expect(state.lines.contains { $0.hasSuffix("ACCESS_DENIED  Not allowed to change acme/ledger.") })
    }

    @Test func narrowerThan120ThereIsOne() {
        var state = Fixture.listed(columns: 119, rows: 24)
        #expect(!state.lines[1].contains("PROJECT ID"))
        state.press(keys: .tab)
        #expect(state.notice?.text.hasPrefix("Two panes need 120 columns") == true)
    }

    @Test func aQuestionStandsBelowWhatItIsAbout() {
        var state = Fixture.listed()
        state.press(keys: .character("a"), .character("q"))
        #expect(state.lines[2].contains("All configurations"))
        #expect(state.lines[20].contains("Quit and discard 4 marks?"))
        #expect(view(state).lines[20].spans.last?.style.role == .warning)
    }

    @Test func aLongTextMakesOnlyWhatIsSeen() {
        var made = 0
        var text = LazyText([Line("head")])
        text.append(1_000_000) {
            made += 1
            return Line("row \($0)")
        }
        text.append([Line("foot")])
        #expect(text.count == 1_000_002)
        #expect(text.lines(from: 0, height: 2).map(\.text) == ["head", "row 0"])
        #expect(text.lines(from: 999_999, height: 9).map(\.text) == ["row 999998", "row 999999", "foot"])
        #expect(made == 3)
    }

    @Test func hostileNamesStayText() {
        for name in [
            "\u{1B}[2J", "a\nb\tc", "\u{9B}31m", "\u{202E}gpj", "e\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{200B}\u{FEFF}", "名前名前",
        ] {
            var state = Fixture.listed(columns: 160)
            _ = update(&state, .inventoryArrived(generation: 1, .names([Fixture.details(1, name)])))
            state.settle()
            state.press(keys: .down, .tab)
            let scalars = view(state).lines.flatMap { Array($0.text.unicodeScalars) }
            #expect(!scalars.contains { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format })
            #expect(view(state).lines.allSatisfy { $0.displayWidth <= 160 })
        }
    }
}
