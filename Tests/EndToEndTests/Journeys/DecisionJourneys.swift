import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Decisions that a clean-up begins with: each takes a few keys from the first screen, or one command, and both plan the same.
@Suite(.serialized) struct DecisionJourneys {
    /// A decision, the keys from the first screen to its plan and those in the plan, and the command.
    struct Decision: Sendable, CustomTestStringConvertible {
        let question: String
        let opening: [String]
        var editing: [String] = []
        let command: [String]
        /// More keys than this are too many.
        let most: Int

        var testDescription: String { question }
        /// A key each; of a text, its letters.
        var keyCount: Int { (opening + editing).reduce(0) { $0 + (Self.named.contains($1) ? 1 : $1.count) } }

        private static let named: Set = ["Up", "Down", "Enter"]
    }

    static let decisions = [
        Decision(
            question: "what a team's configuration has not scanned for 90 days, but nothing that would be left uncovered",
            opening: ["Down", "Down", "Enter", "/", "scanned>90d", "Enter", "a", "d"], editing: ["L"],
            command: ["--configuration", "payments-nightly", "--filter", "scanned>90d", "--keep-coverage"], most: 19),
        Decision(
            question: "what the default configuration has and another one too",
            opening: ["Down", "Enter", "/", "in>1", "Enter", "a", "d"],
            command: ["--configuration", "default-scan", "--in-more-than", "1"], most: 10),
        Decision(
            question: "a configuration to be retired, but for what only it scans",
            opening: ["Down", "Down", "Down", "Down", "Down", "Down", "Down", "Enter", "a", "d"], editing: ["L"],
            command: ["--configuration", "legacy-quarterly", "--keep-coverage"], most: 11),
        Decision(
            question: "repositories that the service has no access to",
            opening: ["Enter", "/", "reason:ACC", "Enter", "a", "d"],
            command: ["--filter", "reason:ACCESS_DENIED"], most: 15),
    ]

    @Test(arguments: decisions) func aFewKeysAndOneCommandPlanTheSame(_ decision: Decision) async throws {
        #expect(decision.keyCount <= decision.most)
        try await Journey.travel { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            try await terminal.wait("the views") { $0.contains { $0.contains("Not scanned for 90 days") && $0.last?.isNumber == true } }
            for key in decision.opening { try await terminal.press(key) }
            try await terminal.wait(for: "Disassociate ")
            for key in decision.editing { try await terminal.press(key) }
            if decision.editing.contains("L") { try await terminal.wait(for: "are left out") }
            let planned = try await Self.count(on: terminal)
            let command = ["disassociate"] + decision.command + ["--dry-run", "--output", "json"]
            let result = try await BuiltProgram.run(command, environment: journey.simulator.environment, home: journey.home)
            #expect(result.status == 0, "\(result.errors)")
            let plan = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let targets = try #require(plan["disassociateConfigurationRequests"] as? [Any])
            #expect(targets.count == planned && planned > 0)
        }
    }

    private static func count(on terminal: TmuxTerminal) async throws -> Int {
        let title = try await terminal.wait(for: "Disassociate ").joined()
        let count = try #require(title.firstMatch(of: /Disassociate ([\d,]+) association/))
        return try #require(Int(count.1.filter(\.isNumber)))
    }
}
