import InspectorCore
import Terminal
import Testing

@testable import OperatorUI
import TextSafety

/// Every screen in every size.
@Suite struct LayoutTests {
    static let sizes = [(60, 10), (80, 24), (119, 24), (120, 30), (160, 50), (400, 120)]

    @Test(arguments: sizes) func everyScreenFits(columns: Int, rows: Int) async throws {
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows) {
            let frame = app.view()
            #expect(frame.lines.count == rows, "\(name)")
            #expect(frame.lines.allSatisfy { $0.displayWidth <= columns }, "\(name)")
            #expect(frame.lines[0].text.hasPrefix(" scanconfig"), "\(name)")
            #expect(frame.lines[rows - 1].spans.contains { $0.style.role == .key }, "\(name) has no key hints")
        }
    }

    @Test(arguments: sizes) func inASCIIEveryScreenHasTheSameShape(columns: Int, rows: Int) async throws {
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows) {
            let frame = app.view()
            let plain = frame.asciiOnly()
            #expect(plain.lines.allSatisfy { $0.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }, "\(name)")
            #expect(plain.lines.map(\.displayWidth) == frame.lines.map(\.displayWidth), "\(name)")
            #expect(!plain.lines.contains { $0.text.contains("?acme") || $0.text.hasPrefix("?") }, "\(name) has a glyph without a stand-in")
        }
    }

    @Test(arguments: sizes) func theEndOfEveryTextCanBeReached(columns: Int, rows: Int) async throws {
        var texts = 0
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows) {
            guard let text = app.text else { continue }
            let last = try #require(text.lines(from: 0, height: text.count).last { !$0.text.allSatisfy { $0 == " " } }, "\(name)")
            let shown = EveryScreen.pressing(app, .end).view().lines
            // The first column is the cursor's, the last one the scroll bar's.
            #expect(shown.contains { $0.text.dropFirst().hasPrefix(last.text.dropFirst().prefix(columns - 3)) }, "\(name): \(last.text)")
            texts += 1
        }
        #expect(texts >= 15)
    }

    @Test func wideTerminalsShowTwoPanes() {
        var app = Fixture.listed(columns: 120, rows: 24)
        #expect(app.lines[1].contains("CONFIGURATION") && app.lines[1].contains("PROJECT"))
        app.press(keys: .down)
        #expect(app.lines[2].contains("acme/ledger"))
        #expect(app.view().cursor == Position(column: 0, row: 7))
        app.press(keys: .tab)
        #expect(app.view().cursor == Position(column: 57, row: 2))
        #expect(app.view().lines[2].spans.contains { $0.text.hasPrefix("▸") && $0.style == .cursor })
        #expect(app.lines[7].hasPrefix("·"))
        app.press(keys: .down, .tab)
        #expect(app.view().cursor == Position(column: 0, row: 7))
        app.press(keys: .tab)
        #expect(app.view().cursor == Position(column: 57, row: 3))
    }

    @Test func thePaneBesideFollowsWhenTheCursorRests() {
        var app = Fixture.listed(columns: 160, rows: 30)
        #expect(app.lines[0].hasSuffix("All configurations  4 associations"))
        #expect(app.pause(after: .down) == 1)
        #expect(app.pause(after: .down) == 2)
        _ = app.update(.previewDelayPassed(number: 1))
        #expect(app.lines[0].hasSuffix("All configurations  4 associations"))
        _ = app.update(.previewDelayPassed(number: 2))
        #expect(app.lines[0].hasSuffix("default-scan  1 association"))
        #expect(app.pause(after: .character("x")) == nil)
        #expect(app.pause(after: .up) == 3)
        app.press(keys: .enter)
        #expect(app.names.count == 3)
    }

    @Test func aTextThatIsLongerThanTheScreenSaysWhereItIs() throws {
        var app = Fixture.listed(columns: 60, rows: 10)
        app.press(keys: .character("?"), .down, .down)
        let count = try #require(app.text).count
        #expect(app.screenView.position == "3-9 of \(count)" && app.view().lines[8].text.hasSuffix("  3-9 of \(count) "))
        _ = app.update(.resized(TerminalSize(columns: 60, rows: 190)))
        #expect(app.lines[0].hasSuffix(" help"))
    }

    @Test func namesThatBeginAlikeStayApart() {
        var app = Fixture.listed(columns: 60, rows: 10)
        let names = ["acme/a-very-long-service-name-one", "acme/a-very-long-service-name-two", "acme/a-very-long-service-name-six"]
        _ = app.update(.inventoryArrived(generation: 1, .coverage(names.enumerated().map { Fixture.details($0 + 1, $1) })))
        app.recomputeLists()
        app.press(keys: .down, .enter)
        let ends = ["one", "two", "six"]
        #expect(Set(app.lines[2...4].compactMap { line in ends.first { line.contains("-name-\($0) ") } }) == Set(ends))
    }

    @Test(arguments: [60, 80, 120, 160]) func aFailedRowKeepsItsCode(columns: Int) throws {
        var (app, plan) = try RunTests.running(columns: columns, rows: 20)
        app.finish(RunTests.report(plan))
        app.press(keys: .home, .down, .down, .down, .down, .enter)
        #expect(app.lines.contains { $0.contains("ACCESS_DENIED") })
    }

    @Test func shortNamesLeaveTheirRoomToTheMessage() throws {
        var (app, plan) = try RunTests.running(columns: 100, rows: 20)
        app.finish(RunTests.report(plan))
        app.press(keys: .up, .enter)
        #expect(app.lines.contains { $0.hasSuffix("ACCESS_DENIED  Not allowed to change acme/ledger.") })
    }

    @Test func narrowerThan120ThereIsOne() {
        var app = Fixture.listed(columns: 119, rows: 24)
        #expect(!app.lines[1].contains("PROJECT"))
        app.press(keys: .tab)
        #expect(app.notice?.text.hasPrefix("Two panes need 120 columns") == true)
    }

    @Test func aQuestionStandsBelowWhatItIsAbout() {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("q"))
        #expect(app.lines[6].contains("All configurations"))
        #expect(app.lines[20].contains("Quit and discard 4 marks?"))
        #expect(app.view().lines[20].spans.last?.style.role == .warning)
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

    @Test func controlCharactersInNamesNeverReachTheScreen() {
        for name in [
            "\u{1B}[2J", "a\nb\tc", "\u{9B}31m", "\u{202E}gpj", "e\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{200B}\u{FEFF}", "名前名前",
        ] {
            var app = Fixture.listed(columns: 160)
            _ = app.update(.inventoryArrived(generation: 1, .coverage([Fixture.details(1, name)])))
            app.recomputeLists()
            app.press(keys: .down, .tab)
            let scalars = app.view().lines.flatMap { Array($0.text.unicodeScalars) }
            #expect(!scalars.contains { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format })
            #expect(app.view().lines.allSatisfy { $0.displayWidth <= 160 })
        }
    }

    @Test func aWindowThatGrowsShowsWhatWasScrolledAway() async throws {
        for (name, app) in try await EveryScreen.all(columns: 60, rows: 10) {
            var app = app
            app.press(keys: .end)
            for size in [TerminalSize(columns: 80, rows: 24), TerminalSize(columns: 160, rows: 50)] {
                _ = app.update(.resized(size))
                guard let top = app.screen.viewport?.top, top > 0 else { continue }
                // An outline ends with one blank line.
                let blank = app.view().lines.dropLast(2).reversed().prefix { $0.text.dropLast(2).allSatisfy { $0 == " " } }
                #expect(blank.count <= 1, "\(name) at \(size) leaves rows blank while \(top) are hidden above")
            }
        }
    }
}
