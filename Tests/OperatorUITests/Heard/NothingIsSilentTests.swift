import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Every key on every screen, by ear and where a screen reader follows the screen.
@Suite struct NothingIsSilentTests {
    @Test func everyKeyIsAnswered() async throws {
        for (name, app) in try await EveryScreen.all() {
            let before = app.heard
            let told = before.accessibleState(turn: 0)
            for key in EveryKeyTests.keys {
                var after = before
                let effects = after.update(.keyPressed(key))
                if let number = after.display.rest.awaited { _ = after.update(.previewDelayPassed(number: number)) }
                after.recomputeLists()
                let state = after.accessibleState(turn: 1)
                let said = announce(before: told, after: state)
                #expect(
                    !said.isEmpty || state.entry != told.entry || effects.contains(where: \.isHeard), "\(key) is silent on \(name)")
                #expect(said.allSatisfy { !$0.isEmpty && !$0.contains { "▸▾●○✗✓█░▐│↑↓…".contains($0) } }, "\(key) on \(name): \(said)")
            }
        }
    }

    @Test func everyScreenSaysWhatItIsWhenItOpens() async throws {
        for (name, app) in try await EveryScreen.all() {
            let said = announce(before: nil, after: app.heard.accessibleState(turn: 0))
            #expect(said.count > 1, "\(name): \(said)")
        }
    }

    @Test func theTerminalsCursorStandsOnWords() async throws {
        for columns in [60, 80, 160] {
            for (name, app) in try await EveryScreen.all(columns: columns, rows: columns == 60 ? 12 : 24) where name != "starting" {
                var app = app
                app.session.preferences.cursor = .terminal
                let frame = app.view()
                let cursor = try #require(frame.cursor, "\(name)")
                #expect(!frame.lines[cursor.row].isBlank, "\(name) at \(columns): \(app.lines)")
            }
        }
    }

    @Test func aNoticeIsNewsAndWhatIsTypedIsNot() {
        var app = Fixture.listed()
        app.press(keys: .character("d"))
        #expect(app.view().news == Frame.News(rows: 22..<23, words: "Nothing is marked: Space marks a row."))
        app.press(keys: .character("d"))
        #expect(app.view().news?.words == "Nothing is marked: Space marks a row. (2)")
        app.press(keys: .character("/"))
        #expect(app.view().news == nil)
        app.press(keys: .escape, .down, .character(" "))
        #expect(app.view().news?.words == "3", "so much is marked")
    }

    @Test func withTheTerminalsCursorAloneAStepChangesNothing() {
        var app = Fixture.listed()
        app.session.preferences.cursor = .terminal
        app.press(keys: .down, .enter)
        let before = app.view()
        app.press(keys: .down)
        let after = app.view()
        #expect(before.lines == after.lines && before.cursor != after.cursor)
        app.passPreviewDelay()
        #expect(app.view().lines == after.lines)
    }
}

extension Effect {
    /// Whether it is answered at once by something that is said, or by the terminal itself.
    fileprivate var isHeard: Bool {
        switch self {
        case .quit, .suspend, .repaint, .openRun, .listRuns, .findFiles, .editText: true
        default: false
        }
    }
}
