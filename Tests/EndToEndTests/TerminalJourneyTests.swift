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
        try await terminal.waitForDemo()
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
        let plan = try await terminal.wait("the plan") { $0.hold("Disassociate ") && $0.hold("and Enter to send") }
        let count = try #require(plan.joined().firstMatch(of: /Disassociate (\d+) association/).flatMap { Int($0.1) })
        #expect(try await terminal.waitForCount() == count)
        try await terminal.confirm(count)
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
        let screen = try await terminal.wait(for: "left with 0")
        #expect(screen.hold("same") && !screen.hold("payments-nightly"))
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
