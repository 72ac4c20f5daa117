import InspectorCore
import Terminal
import TextSafety
import Testing

@testable import OperatorUI

/// No prompt, remark, notice or question is cut, in the smallest terminal either.
@Suite struct WholeSentencesTests {
    static let sizes = [(60, 10), (80, 24)]

    @Test(arguments: sizes) func whatAKeySaysIsWhole(columns: Int, rows: Int) throws {
        var count = 0
        for (name, state) in try Screens.all(columns: columns, rows: rows) {
            for key in EveryKeyTests.keys {
                let after = Screens.pressing(state, key, key)
                guard let notice = after.notice else { continue }
                count += 1
                #expect(after.words.contains(notice.words.squeezed), "\(key) on \(name): \(notice.words)")
            }
        }
        #expect(count > 500)
    }

    @Test(arguments: sizes) func whatHappensIsToldWhole(columns: Int, rows: Int) throws {
        for (name, state) in try Screens.all(columns: columns, rows: rows) where !name.contains("?") && name != "code" {
            for event in try Self.events() {
                let after = Screens.taking(state, event)
                guard let notice = after.notice else { continue }
                #expect(after.words.contains(notice.words.squeezed), "\(name): \(notice.words)")
            }
        }
    }

    @Test(arguments: sizes) func promptsAndQuestionsAreWhole(columns: Int, rows: Int) throws {
        for (name, state) in try Screens.all(columns: columns, rows: rows) {
            for key: Key in [.unknown(1), .character("ä"), .enter] {
                let after = Screens.pressing(state, key)
                if let typed = after.typedLine { #expect(after.words.contains(typed.squeezed), "\(name): \(typed)") }
                guard let question = question(after) else { continue }
                #expect(after.words.contains(question.map(\.text).joined(separator: " ").squeezed), "\(name): \(question)")
            }
        }
    }

    /// Rows of lists may be cut: Enter shows them whole.
    @Test(arguments: sizes) func noLineThatIsNoRowIsCut(columns: Int, rows: Int) throws {
        for (name, state) in try Screens.all(columns: columns, rows: rows) where !["failed rows", "results"].contains(name) {
            for line in view(state).lines.dropFirst() {
                #expect(!(line.displayWidth == columns && line.text.hasSuffix("…")), "\(name): \(line.text)")
            }
        }
    }

    @Test(arguments: sizes) func accountAndRegionAreAlwaysInSight(columns: Int, rows: Int) throws {
        for (name, state) in try Screens.all(columns: columns, rows: rows) where name != "starting" {
            #expect(state.lines[0].hasPrefix(" scanconfig  123456789012  us-east-1"), "\(name): \(state.lines[0])")
        }
    }

    @Test func theCurrentRowStaysInSightBesideALongNotice() {
        for row in 0..<8 {
            var state = Self.crowded()
            for _ in 0..<row { state.press(keys: .down) }
            let name = state.names[row]
            _ = update(&state, .exportFailed(Problem(context: "Writing", sentence: String(repeating: "It failed. ", count: 20))))
            #expect(state.lines[1].contains("PROJECT"))
            let place = state.lines.firstIndex { $0.hasPrefix("▸") && $0.contains(name) }
            #expect(place != nil && view(state).cursor?.row == place)
        }
    }

    @Test func aForeignTextOfAnyLengthLeavesRoomAndSaysWhereTheRestIs() {
        var state = Self.crowded()
        _ = update(&state, .exportFailed(Problem(context: "Writing", sentence: String(repeating: "It failed. ", count: 500))))
        #expect(state.lines[8].hasSuffix("… ! shows it all"))
        #expect(state.lines.contains { $0.hasPrefix("▸") })
        state.press(keys: .character("a"), .escape, .character("q"))
        _ = update(&state, .exportFailed(Problem(context: "Writing", sentence: String(repeating: "It failed. ", count: 500))))
        #expect(state.words.contains("Quit and discard 10 marks? y quits, Esc stays."))
    }

    @Test func marksAndWhatIsHiddenStayReadableBesideALongFilter() {
        var state = Fixture.listed(columns: 60, rows: 10)
        state.press(keys: .character("a"), .down, .enter)
        state.type("/ledger " + String(repeating: "acme/ledger ", count: 6))
        state.press(keys: .enter)
        #expect(state.lines[8].hasPrefix(" 4 marked, 2 hidden  /ledger"))
    }

    private static func crowded() -> State {
        var state = Fixture.connected(columns: 60, rows: 10)
        let page = (10..<20).map(Fixture.project)
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, page, isLast: true)))
        _ = update(&state, .inventoryArrived(generation: 1, .names((10..<20).map { Fixture.details($0, "acme/service-\($0)") })))
        state.settle()
        state.press(keys: .down, .enter)
        return state
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
            .connectionFailed(generation: 1, problem), .sessionRemarked(generation: 1, sentence: sentence), .exportFailed(problem),
            .identified(generation: 1, account: "999999999999", caller: nil), .runRefused(problem), .runsUnavailable(problem),
            .inventoryArrived(generation: 1, .namesFailed(.repeatedToken(operation: "ListCoverage"))),
            .inventoryArrived(
                generation: 1, .associations(scanConfigurationArn: Fixture.nightly.scanConfigurationArn, [], isLast: true)),
            .inventoryArrived(generation: 1, .finished),
        ]
    }

    private func question(_ state: State) -> [Line]? {
        switch state.screen {
        case .question(let question): state.questionLines(question)
        case .code(let question): state.codeLines(question)
        default: nil
        }
    }
}
