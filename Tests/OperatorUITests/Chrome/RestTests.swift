import Terminal
import Testing

@testable import OperatorUI

/// What follows the cursor only when it rests, and what says where it is.
@Suite struct RestTests {
    private func projects(columns: Int = 160, rows: Int = 24) -> App {
        var app = Covered.listed(columns: columns, rows: rows)
        app.press(keys: .down, .enter)
        return app
    }

    @Test func positionAndDetailsFollowWhenKeysPause() {
        var app = projects()
        #expect(app.screenView.position == "1/6" && app.words.contains("Project acme/api"))
        let before = app.view().lines
        app.press(keys: .down)
        let step = app.view().lines
        #expect(zip(before, step).filter(!=).count == 2, "a step changes two rows, and nothing else")
        #expect(app.screenView.position == "1/6" && app.words.contains("Project acme/api"))
        app.passPreviewDelay()
        #expect(app.screenView.position == "2/6" && app.words.contains("Project acme/billing"))
        #expect(app.words.contains("Scan no access: ACCESS_DENIED"))
    }

    @Test func anOlderPauseCountsForNothing() {
        var app = projects()
        app.press(keys: .down)
        let first = app.display.rest.awaited
        app.press(keys: .down)
        _ = app.update(.previewDelayPassed(number: first ?? 0))
        #expect(app.screenView.position == "1/6")
        app.passPreviewDelay()
        #expect(app.screenView.position == "3/6")
    }

    @Test func aNarrowedListSaysOfHowMany() {
        var app = projects(columns: 80)
        app.type("/c")
        app.press(keys: .enter)
        #expect(app.screenView.position == "1/\(app.names.count) of 6")
    }

    @Test func everyListAndLongTextSaysWhereItIs() async throws {
        for (name, app) in try await EveryScreen.all(columns: 80, rows: 12) {
            if let text = app.text, text.count > app.display.textHeight {
                #expect(app.screenView.position.contains(" of "), "\(name)")
                #expect(app.view().lines.contains { $0.text.last == "▐" }, "\(name)")
            }
        }
    }

    @Test func detailsHaveTheFactsOfTheScan() {
        var app = projects(columns: 80)
        app.press(keys: .down, .enter)
        for words in [
            "Last scan 2025-10-04 12:00 UTC, 3mo ago", "Scan no access: ACCESS_DENIED", "Provider GITLAB_SELF_MANAGED",
            "Visibility PRIVATE",
            "Account 123456789012", "In payments-nightly: General, weekly, on push pr, SAST SCA",
            "default-scan: All repositories, weekly, on push pr, SAST SCA",
        ] {
            #expect(app.words.contains(words), "\(app.words)")
        }
    }
}

/// The bar at the edge.
@Suite struct ScrollBarTests {
    @Test func itTouchesAnEndOnlyWhereTheListDoes() {
        for count in [21, 25, 40, 100, 1_204, 1_000_000] {
            #expect(ScrollBar(first: 0, height: 20, count: count).thumb.lowerBound == 0)
            #expect(ScrollBar(first: count - 20, height: 20, count: count).thumb.upperBound == 20)
            for first in 1..<min(count - 20, 50) {
                let thumb = ScrollBar(first: first, height: 20, count: count).thumb
                #expect(!thumb.isEmpty && thumb.lowerBound >= 0 && thumb.upperBound <= 20)
            }
        }
        let middle = ScrollBar(first: 500, height: 20, count: 1_204).thumb
        #expect(middle.lowerBound > 0 && middle.upperBound < 20)
        #expect(ScrollBar(first: 0, height: 20, count: 20).thumb.isEmpty)
    }

    @Test func dividersReachTheBottomAndTheBarStandsOnThem() {
        let left = PaneContent(
            Pane(column: 0, width: 10, isFocused: true), [Line("HEAD"), Line("row")], bar: ScrollBar(first: 0, height: 3, count: 9))
        let right = PaneContent(Pane(column: 11, width: 10, isFocused: false), [Line("a row that is longer")])
        let lines = [left, right].sideBySide(height: 4).map(\.text)
        #expect(lines == ["HEAD      │a row tha…", "row       ┃", "          │", "          │"])
    }
}

/// How the row under the cursor is drawn.
@Suite struct RowCursorTests {
    private let row = Line([Span(" "), Span("● ", .marked), Span("acme/api             ", .marked), Span("ok", .dim)])

    @Test func theBarIsOverTheNameAlone() {
        let shown = RowCursor(shape: .bar, isFocused: true).on(row, columns: 13)
        #expect(shown.text == "▸● acme/api             ok")
        #expect(Line(shown.spans.filter { $0.style.role == .cursor }).text == "▸● acme/api  ")
        #expect(shown.spans.last == Span("ok", .dim))
    }

    @Test func slimIsAGlyph() {
        let shown = RowCursor(shape: .slim, isFocused: true).on(row, columns: 13)
        #expect(shown.text == "▸● acme/api             ok" && !shown.spans.contains { $0.style.role == .cursor })
    }

    @Test func whatAFilterFoundStandsOutOnTheBar() {
        let shown = RowCursor(shape: .bar, isFocused: true).on(Line([Span("   acme/"), Span("api", .text.emphasized)]), columns: 20)
        #expect(shown.spans.contains(Span("api", .cursor.underlined)))
        #expect(shown.displayWidth == 20, "short names have a bar as well")
    }
}
