import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// What the other journeys rely on: a screen that is looked at is whole, and shows every key that was pressed.
@Suite(.serialized) struct WholeFrameJourneys {
    @Test func theNextLookShowsEveryKey() async throws {
        try await Journey.travel { journey in
            try await journey.waitForListing()
            for row in 1...8 {
                try await journey.terminal.press("Down")
                #expect(try await journey.terminal.screen()[6 + row].hasPrefix("▸"))
            }
            try await journey.terminal.press("G", "g", "Down", "jj", "Up")
            #expect(try await journey.terminal.screen()[4].hasPrefix("▸"))
        }
    }

    /// Stops the program, looks at the terminal after `change`, and lets it go on once that was in vain twice.
    private func look(_ journey: Journey, after change: () async throws -> Void) async throws -> [String] {
        let (program, terminal) = (try await journey.program(), journey.terminal)
        #expect(kill(program, SIGSTOP) == 0)
        try await Patience.wait(until: "the program to stop") { ProcessFacts(program).isStopped }
        try await change()
        let looks = terminal.looks
        async let screen = terminal.screen()
        try await Patience.wait(until: "two looks at the terminal") { terminal.looks >= looks + 2 }
        #expect(kill(program, SIGCONT) == 0)
        return try await screen
    }

    @Test func aProgramThatIsSlowIsWaitedFor() async throws {
        try await Journey.travel { journey in
            try await journey.waitForNames()
            let moved = try await look(journey) { try await journey.terminal.press("Down") }
            #expect(moved[7].hasPrefix("▸"))
            let grown = try await look(journey) { try await journey.terminal.resize(columns: 140, rows: 50) }
            #expect(grown[1].contains("DETAILS") && grown[49].contains("help"))
        }
    }

    @Test func theNextLookShowsTheNewSizeAndTheWholeFrame() async throws {
        try await Journey.travel(columns: 100, rows: 40) { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            try await terminal.press("g", "Enter")
            try await terminal.wait("the projects") { $0[1].contains("PROJECT") }
            for (columns, rows) in [(80, 24), (160, 50), (60, 10), (132, 43)] {
                try await terminal.resize(columns: columns, rows: rows)
                for _ in 0..<5 {
                    try await terminal.press("PageDown")
                    let screen = try await terminal.screen()
                    let list = screen.dropFirst(2).prefix(rows - 4)
                    #expect(list.allSatisfy { !$0.isEmpty }, "\(screen.joined(separator: "\n"))")
                }
            }
        }
    }

    @Test func aKeyAfterEscapeIsAKeyOfItsOwn() async throws {
        try await Journey.travel { journey in
            try await journey.waitForListing()
            try await journey.terminal.press("?", "Escape", "a")
            #expect(try await journey.terminal.screen().hold("marked in"))
        }
    }
}
