import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// The program as somebody hears it: whole lines on the normal screen, and nothing else.
@Suite(.serialized) struct HeardJourneys {
    @Test func theWholeWayByEar() async throws {
        let script = "stty -a > before; \(BuiltProgram.path) --demo --accessible; echo; stty -a > after; cmp before after && echo same"
        try await Journey.travel(columns: 220, rows: 60, script: script) { journey in
            let terminal = journey.terminal
            try await terminal.wait(for: "Listed 1,204 associations in 10 configurations.")
            try await terminal.press("Down", "Down", "Enter")
            try await terminal.wait(for: "acme/accounts-payable, last configuration, 1 of 88")
            try await terminal.press("Down")
            try await terminal.wait(for: "acme/cards, last configuration, 2 of 88")
            try await terminal.press("Space")
            try await terminal.wait(for: "Marked acme/cards, 1 marked")
            try await terminal.press("Up", "/", "cards")
            try await terminal.wait(for: "payments-nightly, 9 of 88 associations")
            try await terminal.press("Escape", ".")
            try await terminal.wait(
                for: "payments-nightly, 88 associations; account 123456789012, region us-east-1; caller OpsAdmin; 1 marked;")
            try await send(1, "d", terminal)
            let result = try await terminal.wait(for: "0 disassociated, 1 failed.")
            #expect(!result.hold("│") && !result.hold("▸"))
            try await terminal.press("n")
            try await terminal.wait(for: "acme/cards: ACCESS_DENIED. Not allowed to change the association of this project")
            try await terminal.press("!")
            try await terminal.wait(for: "Needs someone else, 1, unfolded")
            try await terminal.press("q", "u", "Home", "Space")
            try await terminal.wait(for: "Marked acme/accounts-payable, 1 marked")
            try await send(1, "d", terminal)
            try await terminal.wait(for: "1 disassociated.")
            try await terminal.press("U")
            try await terminal.wait(for: "Re-associate 1 association (1 project) in 1 configuration, account 123456789012")
            try await send(1, nil, terminal)
            try await terminal.wait(for: "1 associated.")
            try await terminal.press("q", "q", "q")
            let end = try await terminal.wait(for: "left with 0")
            #expect(end.hold("same"))
        }
    }

    /// Answers the question of a plan, once it is asked.
    private func send(_ count: Int, _ key: String?, _ terminal: TmuxTerminal) async throws {
        if let key { try await terminal.press(key) }
        try await terminal.wait("the question") { $0.last { !$0.isEmpty }?.hasPrefix("Type \(count) and Enter to send") ?? false }
        try await terminal.confirm("y")
        try await terminal.wait(for: "Type \(count), the number of associations, then Enter.")
        try await terminal.confirm("\(count)", "Enter")
    }

    @Test(arguments: [
        ("--accessible", "", true), ("", "export ACCESSIBLE=1; ", true), ("", "export ACCESSIBLE=0; ", false),
        ("", "echo '{accessible: true}' > c; export SCANCONFIG_CONFIG=c; ", true),
        ("", "echo '{accessible: true}' > c; export SCANCONFIG_CONFIG=c ACCESSIBLE=0; ", false),
        ("--accessible", "export TERM=dumb; ", true),
    ]) func itIsChosenInThreeWays(options: String, setting: String, isHeard: Bool) async throws {
        try await Journey.travel(script: "\(setting)\(BuiltProgram.path) --demo \(options)") { journey in
            if isHeard {
                try await journey.terminal.wait(for: "Listed 1,204 associations")
            } else {
                try await journey.terminal.wait("the screen") { $0[1].contains("CONFIGURATION") }
            }
            try await journey.terminal.press("q")
            try await journey.terminal.wait(for: "left with 0")
        }
    }

    @Test func aSignalEndsItAndRestoresTheTerminal() async throws {
        let script =
            "stty -a > before; \(BuiltProgram.path) --accessible; status=$?; stty -a > after; cmp before after && echo same; (exit $status)"
        try await Journey.travel(script: script) { journey in
            try await journey.terminal.wait(for: "Listed")
            #expect(kill(try await journey.program(), SIGTERM) == 0)
            let end = try await journey.terminal.wait(for: "left with 143")
            #expect(end.hold("same"))
        }
    }
}
