import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// What nobody pressed after reading does nothing.
@Suite(.serialized) struct PasteJourneys {
    private static let text = "dy\njjd y25\nq! y\u{1B}[A\n8\n"

    /// Pastes onto the screen that stands, and checks that it stays as it is and says so. What comes in one breath with a paste is part
    /// of it, so the program has to rest before keys count again.
    private func paste(onto journey: Journey, _ name: String) async throws {
        let (terminal, status) = (journey.terminal, 22)
        var before = try await terminal.screen()
        try await terminal.paste(Self.text)
        var after = try await terminal.wait(for: "Pasted text ")
        before.remove(at: status)
        after.remove(at: status)
        #expect(after == before, "\(name)")
        let program = ProcessFacts(try await journey.program())
        try await journey.wait("the program to rest") { program.isAtRest }
    }

    @Test func aPasteOntoAnyScreenIsIgnored() async throws {
        try await Journey.travel(.willing(projects: 10), environment: ["ESCDELAY": "0"]) { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            for keys in [["Home"], ["Down", "Down", "Down", "Down", "Down", "Enter"], ["Enter"]] {
                for key in keys { try await terminal.press(key) }
                try await paste(onto: journey, "\(keys)")
            }
            try await terminal.press("Escape", "Escape")
            for key in ["?", "!", "H", "p"] {
                try await terminal.press(key)
                try await terminal.wait("another screen") { !$0[1].contains("SCHEDULE") && !$0.hold("Reading the journals") }
                try await paste(onto: journey, key)
                try await terminal.press("Escape")
            }
            try await terminal.press("a", "q")
            try await terminal.wait(for: " y yes")
            try await paste(onto: journey, "question")
            try await terminal.press("n", "d")
            try await terminal.wait(for: "y sends after all")
            try await paste(onto: journey, "plan")
            #expect(await journey.changes().isEmpty)
        }
    }

    @Test func aPasteThatLooksTypedConfirmsNothing() async throws {
        try await Journey.travel(.willing(projects: 4), environment: ["TERM": "screen"]) { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            try await terminal.press("Down", "Space", "d")
            try await terminal.wait("the plan") { $0.hold("Disassociate 4 ") && $0.hold(" y send") }
            for text in ["yy", "4\n"] {
                try await terminal.paste(text, isMarked: false)
                try await terminal.wait(for: "Ignored: several keys arrived at once")
            }
            #expect(await journey.changes().isEmpty)
            try await terminal.press("Escape")
            try await terminal.wait("the list") { $0[1].contains("SCHEDULE") }
            try await terminal.press("d")
            try await terminal.wait("the plan") { $0.hold("Disassociate 4 ") && $0.hold(" y send") }
            try await terminal.confirm("y")
            try await terminal.wait(for: "4 disassociated.")
        }
    }

    @Test func aPasteIntoTheFilterIsOneLine() async throws {
        try await Journey.travel(.willing(projects: 10)) { journey in
            try await journey.waitForNames()
            try await journey.terminal.press("/")
            try await journey.terminal.paste("nowhere\u{1B}[A\ndy\n")
            try await journey.terminal.wait("the first line") { $0.hold("Only the first line was pasted.") && $0.hold(" /nowhere[A") }
            try await journey.terminal.wait(for: "match \"nowhere[A\"")
        }
    }

    @Test func keysTypedBeforeTheFirstFrameAreThrownAway() async throws {
        let script = "mkfifo go; read line <go; \(BuiltProgram.path)"
        try await Journey.travel(.willing(projects: 5), script: script) { journey in
            let terminal = journey.terminal
            try await journey.wait("the shell to wait") { FileManager.default.fileExists(atPath: journey.home.file("go").path) }
            try await terminal.press("a", "d", "y", "y", "q")
            let gate = try FileHandle(forWritingTo: journey.home.file("go"))
            try gate.write(contentsOf: Data("now\n".utf8))
            try gate.close()
            try await journey.waitForNames()
            let screen = try await terminal.screen()
            #expect(screen[1].contains("SCHEDULE") && !screen.hold("marked in"))
            #expect(await journey.changes().isEmpty)
        }
    }

    @Test func aBurstOpensThePlanAndDoesNotSendIt() async throws {
        try await Journey.travel(.willing(projects: 4)) { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            try await terminal.press("Down", "Space", "d", "y", "y", "y", "y")
            try await terminal.wait("the plan") { $0.hold("Disassociate 4 ") && $0.hold(" y send") }
            #expect(await journey.changes().isEmpty)
            try await terminal.confirm("y")
            try await terminal.wait(for: "4 disassociated.")
        }
    }
}
