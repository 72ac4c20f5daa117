import InspectorSimulator
import TestSupport
import Testing

/// Journeys of the terminal UI through a real terminal: filter and hidden marks, retry and undo, two panes, export, earlier runs.
@Suite(.serialized) struct JourneysUITests {
    private func demo(columns: Int = 80, rows: Int = 24) async throws -> TmuxTerminal {
        let terminal = try await TmuxTerminal(columns: columns, rows: rows, command: "cd \"$HOME\"\n\(BuiltProgram.path) --demo")
        try await terminal.waitForDemo()
        return terminal
    }

    /// Opens payments-nightly, which is the third row.
    private func openPayments(_ terminal: TmuxTerminal) async throws {
        try await terminal.press("Down", "Down", "Enter")
        try await terminal.wait("the projects") { $0[0].contains("payments-nightly  88 associations") }
    }

    @Test func marksHiddenByAFilterAreSaidInThePlan() async throws {
        let terminal = try await demo()
        try await openPayments(terminal)
        try await terminal.press("a")
        try await terminal.wait(for: "88 marked in 1 configuration")
        try await terminal.press("/", "c", "a", "r", "d", "s")
        try await terminal.wait(for: "marked are hidden")
        try await terminal.press("Enter")
        try await terminal.wait(for: "hidden by the filter  /cards")
        try await terminal.press("d")
        try await terminal.wait(for: "hidden by the current filter")
        try await terminal.press("Escape")
        try await terminal.wait(for: "hidden by the filter  /cards")
        try await terminal.press("Escape")
        try await terminal.wait("every row again") { $0[0].contains("88 associations") }
    }

    @Test func whatFailedIsRetriedAndWhatSucceededIsUndone() async throws {
        let terminal = try await demo()
        try await openPayments(terminal)
        try await terminal.press("a", "d")
        try await terminal.wait(for: "Type 88 and Enter to send")
        try await terminal.confirm(88)
        try await terminal.wait(for: "disassociated,")
        try await terminal.press("R")
        try await terminal.wait(for: "Retries")
        try await terminal.press("Escape")
        try await terminal.press("U")
        try await terminal.wait(for: "Re-associate")
        let count = try await terminal.waitForCount()
        try await terminal.confirm(count)
        try await terminal.wait(for: "\(count) associated")
        try await terminal.press("!")
        try await terminal.wait(for: "ACCESS_DENIED: ")
    }

    @Test func twoPanesAndTab() async throws {
        let terminal = try await demo(columns: 140, rows: 30)
        try await terminal.press("Down", "Down")
        try await terminal.wait("both lists") {
            $0[1].contains("CONFIGURATION") && $0[1].contains("PROJECT ID") && $0[0].contains("us-east-1")
        }
        try await terminal.press("Tab", "Space")
        try await terminal.wait(for: "1 marked in 1 configuration")
        try await terminal.press("Tab")
        try await terminal.resize(columns: 80, rows: 24)
        try await terminal.wait("one list") { $0[1].contains("SCHEDULE") && !$0[1].contains("PROJECT ID") }
    }

    @Test func theListIsWrittenAndNotReplacedSilently() async throws {
        let terminal = try await demo()
        try await terminal.press("e")
        try await terminal.wait(for: "Write to (.csv or .json): associations.csv")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Wrote 1,204 associations to associations.csv.")
        try await terminal.press("e", "Enter")
        try await terminal.wait(for: "Replace associations.csv?")
        try await terminal.press("Escape", "q")
        try await terminal.wait(for: "left with 0")
    }

    @Test func quittingWithMarksAsks() async throws {
        let terminal = try await demo()
        try await terminal.press("a", "q")
        try await terminal.wait(for: "Quit and discard 1,204 marks?")
        try await terminal.press("n")
        try await terminal.wait(for: "1,204 marked in")
        try await terminal.press("C-c")
        try await terminal.wait(for: "Quit and discard 1,204 marks?")
        try await terminal.confirm("y")
        try await terminal.wait(for: "left with 0")
    }
}
