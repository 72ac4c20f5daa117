import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Whole journeys through the built program in a real terminal.
@Suite(.serialized) struct TerminalJourneyTests {
    private func demo(columns: Int = 80, rows: Int = 24, _ options: String = "") async throws -> TmuxTerminal {
        try await TmuxTerminal(columns: columns, rows: rows, command: "\(BuiltProgram.path) --demo \(options)")
    }

    @Test func listMarkDisassociateSeeWhatFailed() async throws {
        let terminal = try await demo()
        try await terminal.wait("the whole listing") { $0.contains { $0.contains("payments-nightly") } && !$0[0].contains("listing") }
        try await terminal.press("Enter")
        try await terminal.wait(for: "All configurations  ")
        try await terminal.press("q")
        let configurations = try await terminal.wait("the list of configurations") { $0[1].contains("SCHEDULE") }
        let row = try #require(configurations.firstIndex { $0.contains("payments-nightly") })
        for _ in 2..<row { try await terminal.press("Down") }
        try await terminal.press("Enter")
        try await terminal.wait("the projects") { $0[0].contains("payments-nightly") }
        try await terminal.press("a")
        try await terminal.wait(for: "marked in 1 configuration")
        try await terminal.press("d")
        let plan = try await terminal.wait(for: "Disassociate ")
        let count = try #require(plan.joined().firstMatch(of: /Disassociate (\d+) association/)?.1)
        try await terminal.wait(for: "Type \(count) and Enter to send")
        try await terminal.press(String(count), "Enter")
        let result = try await terminal.wait(for: " failed.")
        #expect(result.contains { $0.contains("✗") && $0.contains("ACCESS_DENIED") })
    }

    @Test func readOnlyRefusesToPlan() async throws {
        let terminal = try await demo("--read-only")
        try await terminal.wait(for: "payments-nightly")
        try await terminal.press("a", "d")
        try await terminal.wait(for: "Read-only: start without")
    }

    @Test func quitRestoresTheTerminal() async throws {
        let command = "stty -a > before; \(BuiltProgram.path) --demo; stty -a > after; cmp before after && echo same"
        let terminal = try await TmuxTerminal(command: "cd \"$HOME\"\n\(command)")
        try await terminal.wait(for: "payments-nightly")
        try await terminal.press("q")
        try await terminal.wait(for: "same")
        #expect(try await terminal.screen().contains { $0.contains("payments-nightly") } == false)
    }

    @Test func resizeAtAnyMoment() async throws {
        let terminal = try await demo()
        try await terminal.wait(for: "payments-nightly")
        try await terminal.resize(columns: 40, rows: 8)
        try await terminal.wait(for: "scanconfig needs 60x10")
        try await terminal.resize(columns: 160, rows: 50)
        try await terminal.wait("the whole screen at its new size") { screen in
            screen.count >= 50 && screen[49].contains("help") && screen.contains { $0.contains("payments-nightly") }
        }
    }
}
