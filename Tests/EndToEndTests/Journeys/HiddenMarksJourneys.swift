import InspectorSimulator
import TestSupport
import Testing

/// Marks that a filter hides are counted wherever they matter, and a plan that is left sends nothing.
@Suite(.serialized) struct HiddenMarksJourneys {
    @Test func hiddenMarksStandInTheStatusLineAndInThePlanAndEscSendsNothing() async throws {
        try await Journey.travel { journey in
            let terminal = journey.terminal
            try await journey.waitForListing()
            try await terminal.press("Down", "Down", "Enter")
            try await terminal.wait("the projects") { $0[0].contains("payments-nightly  88") }
            try await terminal.press("a")
            try await terminal.wait(for: "88 marked in 1 configuration")
            try await terminal.press("/", "cards", "Enter")
            let list = try await terminal.wait("the filtered list") { screen in
                screen[0].contains(" of 88") && screen.contains { $0.contains("hidden by the filter  /cards") }
            }
            let shown = try #require(list[0].firstMatch(of: /(\d+) of 88/).flatMap { Int($0.1) })
            try #require(0 < shown && shown < 88)
            try await terminal.wait(for: "88 marked in 1 configuration, \(88 - shown) hidden by the filter  /cards")
            try await terminal.press("d")
            try await terminal.wait(for: "\(88 - shown) associations are hidden by the current filter.")
            try await terminal.press("Escape")
            try await terminal.wait(for: "hidden by the filter  /cards")
            #expect(await journey.changes().isEmpty)
            #expect(await journey.simulator.state().associationCount == 1204)
        }
    }
}
