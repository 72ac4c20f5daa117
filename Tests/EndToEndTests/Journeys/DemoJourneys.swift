import InspectorSimulator
import TestSupport
import Testing

/// The demo through a real terminal: filter and hidden marks, retry and undo, two panes, export, earlier runs.
@Suite(.serialized) struct DemoJourneys {
    @Test func whatIsMarkedIsDisassociatedAndWhatFailedShows() async throws {
        try await Journey.demo { terminal in
            try await terminal.press("Enter")
            try await terminal.wait(for: "All configurations  ")
            try await terminal.press("q")
            let configurations = try await terminal.wait("the list of configurations") { $0[1].contains("SCHEDULE") }
            let row = try #require(configurations.firstIndex { $0.contains("payments-nightly") })
            let cursor = try await terminal.cursorRow()
            for _ in cursor..<row { try await terminal.press("Down") }
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
    }

    @Test func readOnlyPlansAndSendsNothing() async throws {
        try await Journey.demo(options: "--read-only") { terminal in
            try await terminal.wait(for: "payments-nightly")
            try await terminal.press("a", "d")
            try await terminal.wait(for: "Disassociate 1,204 associations")
            try await terminal.press("e", "Enter")
            try await terminal.wait(for: "Wrote 1,204 associations to plan.json.")
            try await terminal.confirm("y")
            try await terminal.wait(for: "Read-only: start without")
        }
    }

    @Test func quittingRestoresTheTerminal() async throws {
        let script = "stty -a > before; \(BuiltProgram.path) --demo; stty -a > after; cmp before after && echo same"
        try await Journey.travel(script: script) { journey in
            try await journey.terminal.wait(for: "payments-nightly")
            try await journey.terminal.press("q")
            let screen = try await journey.terminal.wait(for: "left with 0")
            #expect(screen.hold("same") && !screen.hold("payments-nightly"))
        }
    }

    @Test func theScreenFollowsEverySizeEvenWhileListing() async throws {
        try await Journey.travel(script: "\(BuiltProgram.path) --demo") { journey in
            let terminal = journey.terminal
            try await terminal.wait(for: "payments-nightly")
            try await terminal.resize(columns: 40, rows: 8)
            try await terminal.wait(for: "scanconfig needs 60x10")
            try await terminal.resize(columns: 160, rows: 50)
            try await terminal.wait("the whole screen at its new size") { screen in
                screen.count >= 50 && screen[49].contains("help") && screen.contains { $0.contains("payments-nightly") }
            }
        }
    }

    /// Opens payments-nightly, which is the third row.
    private func openPayments(_ terminal: TmuxTerminal) async throws {
        try await terminal.press("Down", "Down", "Enter")
        try await terminal.wait("the projects") { $0[0].contains("payments-nightly  88") }
    }

    @Test func marksHiddenByAFilterAreSaidInThePlan() async throws {
        try await Journey.demo { terminal in
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
            try await terminal.wait("every row again") { $0[0].hasSuffix("payments-nightly  88") }
        }
    }

    @Test func whatFailedIsRetriedAndWhatSucceededIsUndone() async throws {
        try await Journey.demo { terminal in
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
            try await terminal.wait(for: "ACCESS_DENIED")
        }
    }

    @Test func theDemosRunsAreShownLater() async throws {
        let program = BuiltProgram.path
        let script = #"export TMPDIR="$HOME"; \#(program) --demo; \#(program) runs --state-dir "$HOME"/scanconfig-demo-*"#
        try await Journey.travel(columns: 160, script: script) { journey in
            let terminal = journey.terminal
            try await terminal.wait("the whole listing") { $0.hold("payments-nightly") && !$0[0].contains("listing") }
            try await openPayments(terminal)
            try await terminal.press("a", "d")
            try await terminal.wait(for: "Type 88 and Enter to send")
            try await terminal.confirm(88)
            try await terminal.wait(for: "disassociated,")
            try await terminal.press("C-c")
            try await terminal.wait(for: "Quit and discard")
            try await terminal.confirm("y")
            let screen = try await terminal.wait(for: "left with 0")
            #expect(screen.hold("The demo's runs stay until you remove them. To list them: scanconfig runs --state-dir '"), "\(screen)")
            #expect(screen.contains { $0.contains("disassociate  82    6") }, "\(screen)")
        }
    }

    @Test func tabChangesBetweenTwoPanes() async throws {
        try await Journey.demo(columns: 140, rows: 30) { terminal in
            try await terminal.press("Down", "Down")
            try await terminal.wait("both lists") {
                $0[1].contains("CONFIGURATION") && $0[1].contains("PROJECT") && $0[0].contains("us-east-1")
            }
            try await terminal.press("Tab", "Space")
            try await terminal.wait(for: "1 marked in 1 configuration")
            try await terminal.press("Tab")
            try await terminal.resize(columns: 80, rows: 24)
            try await terminal.wait("one list") { $0[1].contains("SCHEDULE") && !$0[1].contains("PROJECT") }
        }
    }

    @Test func theListIsWrittenAndNotReplacedSilently() async throws {
        try await Journey.demo { terminal in
            try await terminal.press("e")
            try await terminal.wait(for: "Write to (.csv or .json): associations.csv")
            try await terminal.press("Enter")
            try await terminal.wait(for: "Will associations.csv be opened in Excel?")
            try await terminal.confirm("n")
            try await terminal.wait(for: "Wrote 1,204 associations to associations.csv.")
            try await terminal.press("e", "Enter")
            try await terminal.wait(for: "Replace associations.csv?")
            try await terminal.press("Escape", "q")
            try await terminal.wait(for: "left with 0")
        }
    }

    @Test func quittingWithMarksAsks() async throws {
        try await Journey.demo { terminal in
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
}
