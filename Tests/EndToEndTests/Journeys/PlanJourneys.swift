import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// A plan is edited through a real terminal, and marks outlast the program.
@Suite(.serialized) struct PlanJourneys {
    /// Opens the plan of payments-nightly in the demo, with an editor that does this to its file.
    private func demo(editor script: String, _ body: (Journey) async throws -> Void) async throws {
        let editor = """
            cat > editor <<'END'
            #!/bin/sh
            stat -c %a "$1" > mode
            echo "$1" > edited
            \(script)
            END
            chmod 700 editor
            VISUAL="$HOME/editor" \(BuiltProgram.path) --demo
            """
        try await Journey.travel(script: editor) { journey in
            let terminal = journey.terminal
            try await terminal.wait("the whole listing") { $0.hold("payments-nightly") && !$0[0].contains("listing") }
            try await terminal.press("Down", "Down", "Enter")
            try await terminal.wait("the projects") { $0[0].contains("payments-nightly  88") }
            try await terminal.press("a", "d")
            try await terminal.wait(for: "Type 88 and Enter to send")
            try await body(journey)
        }
    }

    @Test func coverageIsKeptAndLinesAreDeleted() async throws {
        try await demo(editor: "sed -i '0,/cards/{/cards/d}' \"$1\"") { journey in
            let (terminal, home) = (journey.terminal, journey.home)
            try await terminal.press("L")
            try await terminal.wait(for: "L leaves out 60; 28 remain.")
            try await terminal.press("E")
            let screen = try await terminal.wait("the edited plan") { $0.hold(" associations in the plan now, 28 before.") }
            #expect(screen.hold("left out"))
            let count = try await terminal.waitForCount()
            #expect(count == 27)
            #expect(try String(contentsOf: home.file("mode"), encoding: .utf8) == "600\n")
            let edited = try String(contentsOf: home.file("edited"), encoding: .utf8).dropLast()
            #expect(!FileManager.default.fileExists(atPath: String(edited)))
            try await terminal.confirm(count)
            try await terminal.wait(for: "disassociated")
            try await terminal.press("!")
            try await terminal.wait(for: "Coverage: every project keeps a scan configuration.")
        }
    }

    @Test(arguments: [("exit 3", "ended with status 3"), ("kill -9 $$", "was ended by signal 9")])
    func anEditorThatFailsChangesNothing(script: String, words: String) async throws {
        try await demo(editor: "sed -i '/cards/d' \"$1\"; \(script)") { journey in
            try await journey.terminal.press("E")
            try await journey.terminal.wait(for: words)
            #expect(try await journey.terminal.waitForCount() == 88)
        }
    }

    @Test func theEditorEndsWithTheProgram() async throws {
        let script = "trap 'echo ended > ended; exit 1' TERM; echo open > open; while :; do sleep 0.1; done"
        try await demo(editor: script) { journey in
            func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: journey.home.file(name).path) }
            try await journey.terminal.press("E")
            try await journey.wait("the editor to open") { exists("open") }
            #expect(kill(try await journey.program(), SIGTERM) == 0)
            try await journey.wait("the editor to end") { exists("ended") }
            try await journey.terminal.wait(for: "left with 143")
        }
    }

    @Test func marksAreOfferedToTheNextSession() async throws {
        try await Journey.travel(.willing(projects: 3), script: "\(BuiltProgram.path); \(BuiltProgram.path)") { journey in
            try await journey.waitForNames()
            try await journey.terminal.press("a", "q")
            try await journey.terminal.wait(for: "The next session here offers to restore them")
            try await journey.terminal.confirm("y")
            journey.terminal.expectAnotherProgram()
            try await journey.terminal.wait(for: "marks of an earlier session were not sent: i Enter restores them.")
            try await journey.terminal.press("i", "Enter")
            try await journey.terminal.wait(for: "Marked ")
            try await journey.terminal.press("u", "q")
            try await journey.terminal.wait(for: "left with 0")
        }
    }
}
