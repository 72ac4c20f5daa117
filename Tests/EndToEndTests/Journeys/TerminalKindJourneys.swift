import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Terminals that are small, change, or can do little, and a session that may only read.
@Suite(.serialized) struct TerminalKindJourneys {
    @Test func readOnlySendsNothing() async throws {
        try await Journey.travel(script: "\(BuiltProgram.path) --read-only") { journey in
            try await journey.waitForListing()
            try await journey.terminal.wait("the word") { $0[0].contains("read-only") }
            try await journey.terminal.press("a", "d")
            try await journey.terminal.confirm("y")
            try await journey.terminal.wait(for: "Read-only: start without --read-only")
            #expect(await journey.changes().isEmpty)
        }
    }

    @Test func aTinyTerminalTakesNoKeyButQuit() async throws {
        try await Journey.travel(columns: 50, rows: 9) { journey in
            try await journey.terminal.wait(for: "scanconfig needs 60x10")
            try await journey.terminal.press("a", "d")
            try await journey.terminal.resize(columns: 80, rows: 24)
            try await journey.waitForListing()
            #expect(try await journey.terminal.screen().contains { $0.contains("marked in") || $0.contains("to send") } == false)
            try await journey.terminal.resize(columns: 50, rows: 9)
            try await journey.terminal.wait(for: "scanconfig needs 60x10")
            try await journey.terminal.press("q")
            try await journey.terminal.wait(for: "left with 0")
        }
    }

    @Test func resizingThePlanAndTheRunKeepsBoth() async throws {
        try await Journey.travel(.willing(projects: 150)) { journey in
            let terminal = journey.terminal
            let before = await journey.simulator.state().associations
            let count = try await journey.planEverything()
            journey.simulator.hold(.changes, after: 2)
            try await terminal.confirm("3")
            for (columns, rows) in [(160, 50), (60, 10), (40, 8), (100, 30)] { try await terminal.resize(columns: columns, rows: rows) }
            try await terminal.wait(for: "Type \(count.grouped) and Enter to send: 3")
            #expect(await journey.changes().isEmpty)
            try await terminal.confirm("00", "Enter")
            try await terminal.wait(for: "Disassociating 300 associations")
            try await terminal.resize(columns: 40, rows: 8)
            try await terminal.wait(for: "scanconfig needs 60x10")
            try await terminal.resize(columns: 132, rows: 40)
            try await terminal.wait(for: "Disassociating 300 associations")
            journey.simulator.release(.changes)
            try await terminal.wait(for: "300 disassociated.")
            try await journey.expectFinished(before)
        }
    }

    @Test func aDumbTerminalPointsToTheCommands() async throws {
        try await Journey.travel(columns: 132, environment: ["TERM": "dumb"]) { journey in
            let screen = try await journey.terminal.wait(for: "left with 252")
            #expect(screen.joined().contains("scanconfig list"))
        }
    }

    @Test func aLocaleWithoutUnicodeGetsNothingButASCII() async throws {
        try await Journey.travel(environment: ["LANG": "C", "LC_ALL": "C"]) { journey in
            try await journey.sendEverything()
            let screen = try await journey.terminal.wait(for: " failed")
            #expect(screen.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(screen.joined(separator: "\n"))")
        }
    }

    @Test func aVT100ShowsEverythingWithoutColour() async throws {
        try await Journey.travel(environment: ["TERM": "vt100"]) { journey in
            try await journey.waitForListing()
            try await journey.terminal.press("Down", "Down", "Enter")
            try await journey.terminal.wait("the projects") { $0[0].contains("payments-nightly  88 associations") }
            #expect(try await !journey.terminal.styledScreen().contains(/\u{1b}\[[0-9;]*(?:3[0-7]|38;5;\d+|9[0-7])m/))
            try await journey.terminal.press("q", "q")
            try await journey.terminal.wait(for: "left with 0")
        }
    }
}
