import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Whole journeys through the built program in a real terminal.
@Suite(.serialized) struct TerminalJourneyTests {
    private func demo(columns: Int = 80, rows: Int = 24, _ options: String = "") throws -> TmuxTerminal {
        try TmuxTerminal(columns: columns, rows: rows, command: "\(BuiltProgram.path) --demo \(options)")
    }

    @Test func listMarkDisassociateSeeWhatFailed() throws {
        let terminal = try demo()
        try terminal.wait("the whole listing") { $0.contains { $0.contains("payments-nightly") } && !$0[0].contains("listing") }
        try terminal.press("Enter")
        try terminal.wait(for: "All configurations  ")
        try terminal.press("q")
        let configurations = try terminal.wait("the list of configurations") { $0[1].contains("SCHEDULE") }
        let row = try #require(configurations.firstIndex { $0.contains("payments-nightly") })
        for _ in 2..<row { try terminal.press("Down") }
        try terminal.press("Enter")
        try terminal.wait("the projects") { $0[0].contains("payments-nightly") }
        try terminal.press("a")
        try terminal.wait(for: "marked in 1 configuration")
        try terminal.press("d")
        let plan = try terminal.wait(for: "Disassociate ")
        let count = try #require(plan.joined().firstMatch(of: /Disassociate (\d+) project/)?.1)
        try terminal.wait(for: "Type \(count) and Enter to send")
        try terminal.press(String(count), "Enter")
        let result = try terminal.wait(for: " failed.")
        #expect(result.contains { $0.contains("✗") && $0.contains("ACCESS_DENIED") })
    }

    @Test func readOnlyRefusesToPlan() throws {
        let terminal = try demo("--read-only")
        try terminal.wait(for: "payments-nightly")
        try terminal.press("a", "d")
        try terminal.wait(for: "Read-only: nothing is sent")
    }

    @Test func quitRestoresTheTerminal() throws {
        let command = "stty -a > before; \(BuiltProgram.path) --demo; stty -a > after; cmp before after && echo same"
        let terminal = try TmuxTerminal(command: "cd \"$HOME\"\n\(command)")
        try terminal.wait(for: "payments-nightly")
        try terminal.press("q")
        try terminal.wait(for: "same")
        #expect(try terminal.screen().contains { $0.contains("payments-nightly") } == false)
    }

    @Test func resizeAtAnyMoment() throws {
        let terminal = try demo()
        try terminal.wait(for: "payments-nightly")
        try terminal.resize(columns: 40, rows: 8)
        try terminal.wait(for: "scanconfig needs 60x10")
        try terminal.resize(columns: 160, rows: 50)
        let screen = try terminal.wait(for: "payments-nightly")
        #expect(screen.last { !$0.isEmpty }?.contains("help") == true)
        #expect(screen.count >= 50)
    }
}
