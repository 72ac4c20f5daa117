import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Runs in which some targets fail: where it shows, what a retry sends, and the way back.
@Suite(.serialized) struct FailureJourneys {
    private func options() throws -> SimulatorOptions {
        var options = SimulatorOptions.willing(projects: 30)
        options.faults.items.failureRates = ["INTERNAL_ERROR": 0.2]
        return options
    }

    /// Sends everything, and opens the list of all projects with the failed row on top.
    private func fail(_ journey: Journey) async throws -> Set<Association> {
        try await journey.sendEverything()
        try await journey.terminal.wait(for: " failed.  ! shows each")
        let left = await journey.simulator.state().associations
        try await journey.terminal.press("Escape", "g", "Down", "Down", "Down", "Down", "Enter")
        try await journey.terminal.wait("the failed rows") { $0[0].contains("\(left.count) association") }
        return left
    }

    @Test func onlyWhatFailedIsRetriedAndUndoBringsEverythingBack() async throws {
        try await Journey.travel(try options()) { journey in
            let terminal = journey.terminal
            let before = await journey.simulator.state().associations
            let failed = try await fail(journey)
            #expect(!failed.isEmpty && failed.count < before.count)
            let row = try #require(try await terminal.screen().first { $0.contains("INTERNAL_ERROR") })
            #expect(row.contains("✗"))
            try await terminal.press("Enter")
            try await terminal.wait(for: "An internal error occurred. Try again later.")
            try await terminal.press("Escape")
            try await terminal.wait("the list again") { $0[0].contains("\(failed.count) association") }
            let sent = await journey.changes().count
            await journey.simulator.setFaults(FaultPlan())
            try await terminal.press("R")
            try await terminal.wait(for: "Retries all \(failed.count) that failed in run ")
            try await terminal.confirm(failed.count)
            try await terminal.wait(for: "\(failed.count) disassociated.")
            let retried = await journey.changes().dropFirst(sent).flatMap(\.items)
            #expect(Set(retried) == failed && retried.count == failed.count)
            #expect(await journey.simulator.state().associations.isEmpty)
            try await undo(journey, before, failed)
        }
    }

    /// Undoes the retry from where it stands, and the run before it from the list of earlier runs.
    private func undo(_ journey: Journey, _ before: Set<Association>, _ failed: Set<Association>) async throws {
        let terminal = journey.terminal
        try await terminal.press("U")
        try await terminal.wait(for: "Re-associate \(failed.count) association")
        try await terminal.confirm(failed.count)
        try await terminal.wait(for: "\(failed.count) associated.")
        #expect(await journey.simulator.state().associations == failed)
        try await terminal.press("H")
        try await terminal.wait(for: "disassociate")
        try await terminal.press("G", "U")
        let rest = before.count - failed.count
        try await terminal.wait(for: "Re-associate \(rest) association")
        try await terminal.confirm(rest)
        try await terminal.wait(for: "\(rest) associated.")
        #expect(await journey.simulator.state().associations == before)
    }

    @Test func failedRowsAreHighlightedByColour() async throws {
        try await Journey.travel(try options(), environment: ["TERM": "tmux-256color", "COLORFGBG": "15;0"]) { journey in
            _ = try await fail(journey)
            let rows = try await journey.terminal.styledScreen().split(separator: "\n").filter { $0.contains("INTERNAL_ERROR") }
            #expect(!rows.isEmpty)
            for row in rows { #expect(row.contains(/\u{1b}\[[0-9;]*91m/), "\(row.debugDescription)") }
        }
    }

    @Test func withoutColourGlyphAndUnderlineTell() async throws {
        try await Journey.travel(try options(), environment: ["TERM": "tmux-256color", "NO_COLOR": "1"]) { journey in
            _ = try await fail(journey)
            let screen = try await journey.terminal.styledScreen()
            #expect(!screen.contains(/\u{1b}\[[0-9;]*(?:3[0-7]|38;5;\d+|9[0-7])m/))
            let rows = screen.split(separator: "\n").filter { $0.contains("INTERNAL_ERROR") }
            #expect(!rows.isEmpty)
            for row in rows { #expect(row.contains("✗") && row.contains(/\u{1b}\[(?:[0-9;]*;)?4m/), "\(row.debugDescription)") }
        }
    }
}
