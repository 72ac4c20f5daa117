import InspectorCore
import Terminal
import TextSafety
import Testing

@testable import OperatorUI

/// No prompt, remark, notice or question is cut, in the smallest terminal either.
@Suite struct WholeSentencesTests {
    static let sizes = [(60, 10), (80, 24)]

    @Test(arguments: sizes) func noticesOfKeysAreNeverCut(columns: Int, rows: Int) async throws {
        var count = 0
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows) {
            for key in EveryKeyTests.keys {
                let after = EveryScreen.pressing(app, key, key)
                guard let notice = after.notice else { continue }
                count += 1
                #expect(after.words.withoutBlanks.contains(notice.words.withoutBlanks), "\(key) on \(name): \(notice.words)")
            }
        }
        #expect(count > 500)
    }

    @Test(arguments: sizes) func noticesOfEventsAreNeverCut(columns: Int, rows: Int) async throws {
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows) where !name.contains("?") && name != "code" {
            for event in try Self.events() {
                let after = EveryScreen.taking(app, event)
                guard let notice = after.notice else { continue }
                #expect(after.words.contains(notice.words.squeezed), "\(name): \(notice.words)")
            }
        }
    }

    @Test(arguments: sizes) func promptsAndQuestionsAreNeverCut(columns: Int, rows: Int) async throws {
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows) {
            for key: Key in [.unknown(1), .character("ä"), .enter] {
                let after = EveryScreen.pressing(app, key)
                if let typed = after.typedLine { #expect(after.words.contains(typed.squeezed), "\(name): \(typed)") }
                guard let question = question(after) else { continue }
                #expect(after.words.contains(question.map(\.text).joined(separator: " ").squeezed), "\(name): \(question)")
            }
        }
    }

    /// Rows of lists may be cut: Enter shows them whole.
    @Test(arguments: sizes) func noLineThatIsNoRowIsCut(columns: Int, rows: Int) async throws {
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows)
        where !["failed rows", "results"].contains(name) && !name.hasPrefix("earlier run ") {
            for line in app.view().lines.dropFirst() {
                #expect(!(line.displayWidth == columns && line.text.hasSuffix("…")), "\(name): \(line.text)")
            }
        }
    }

    @Test(arguments: sizes) func accountAndRegionAreAlwaysInSight(columns: Int, rows: Int) async throws {
        for (name, app) in try await EveryScreen.all(columns: columns, rows: rows) where name != "starting" {
            let places =
                app.session.isFleet ? ["123456789012  eu-west-1", "210987654321  us-east-1", "2 sessions"] : ["123456789012  us-east-1"]
            #expect(places.contains { app.lines[0].hasPrefix(" scanconfig  \($0)") }, "\(name): \(app.lines[0])")
        }
    }

    @Test func theCurrentRowStaysInSightBesideALongNotice() {
        for row in 0..<8 {
            var app = Self.crowded()
            for _ in 0..<row { app.press(keys: .down) }
            let name = app.names[row]
            _ = app.update(.exportFailed(Problem(context: "Writing", sentence: String(repeating: "It failed. ", count: 20))))
            #expect(app.lines[1].contains("PROJECT"))
            let place = app.lines.firstIndex { $0.hasPrefix("▸") && $0.contains(name) }
            #expect(place != nil && app.view().cursor?.row == place)
        }
    }

    @Test func aLongErrorLeavesRoomForTheListAndPointsToTheResults() {
        var app = Self.crowded()
        _ = app.update(.exportFailed(Problem(context: "Writing", sentence: String(repeating: "It failed. ", count: 500))))
        #expect(app.lines[8].hasSuffix("… ! shows it all"))
        #expect(app.lines.contains { $0.hasPrefix("▸") })
        app.press(keys: .character("a"), .escape, .character("q"))
        _ = app.update(.exportFailed(Problem(context: "Writing", sentence: String(repeating: "It failed. ", count: 500))))
        #expect(app.words.contains("Quit and discard 10 marks? y quits, Esc stays."))
    }

    @Test func marksAndWhatIsHiddenStayReadableBesideALongFilter() {
        var app = Fixture.listed(columns: 60, rows: 10)
        app.press(keys: .character("a"), .down, .enter)
        app.type("/ledger " + String(repeating: "acme/ledger ", count: 6))
        app.press(keys: .enter)
        #expect(app.lines[8].hasPrefix(" 4 marked, 2 hidden  /ledger"))
    }

    private static func crowded() -> App {
        var app = Fixture.connected(columns: 60, rows: 10)
        let page = (10..<20).map(Fixture.project)
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, page, isLast: true)))
        _ = app.update(.inventoryArrived(generation: 1, .coverage((10..<20).map { Fixture.details($0, "acme/service-\($0)") })))
        app.recomputeLists()
        app.press(keys: .down, .enter)
        return app
    }

    /// What may happen whatever is on the screen.
    private static func events() throws -> [Event] {
        let plan = try RunTests.running().1
        let sentence =
            "The security token included in the request is expired: sign in again (aws sso login --profile security-admin), then r."
        let problem = Problem(context: "Connecting", sentence: sentence)
        let outcomes: [[Outcome]] = [
            plan.targets.map { _ in .succeeded }, plan.targets.map { _ in .failed(statusCode: .accessDenied, statusMessage: nil) },
            plan.targets.map { _ in .unresolved(.interrupted) }, plan.targets.map { _ in .notSent(.notDone(detail: "no answer came")) },
            plan.targets.map { _ in .notConfirmed(statusCode: .notDisassociated, asOf: "2026-01-31T09:15:00Z") },
        ]
        let reports = outcomes.map { RunReport(runId: "20260131T091500-abcd", journal: "/tmp/j", plan: plan, outcomes: $0) }
        return reports.map { Event.runReported(.finished($0)) } + [
            .connectionFailed(generation: 1, problem), .sessionWarned(generation: 1, sentence: sentence), .exportFailed(problem),
            .identified(generation: 1, account: "999999999999", caller: nil), .runRefused(problem), .runsUnavailable(problem),
            .inventoryArrived(generation: 1, .coverageFailed(.repeatedToken(operation: "ListCoverage"))),
            .inventoryArrived(
                generation: 1, .associations(scanConfigurationArn: Fixture.nightly.scanConfigurationArn, [], isLast: true)),
            .inventoryArrived(generation: 1, .finished),
        ]
    }

    /// The lines of what is asked, without what it is about.
    private func question(_ app: App) -> [Line]? {
        let view = app.screenView
        return view.isQuestion ? view.body.suffix(view.keptLines - 1) : nil
    }
}

extension String {
    /// An address that is longer than a line goes on in the next one.
    fileprivate var withoutBlanks: String { filter { !$0.isWhitespace } }
}

extension App {
    /// What is being typed, with what asks for it.
    fileprivate var typedLine: String? {
        screenView.answer ?? (isArming ? nil : prompt?.line(columns: display.size.columns).text)
    }
}
