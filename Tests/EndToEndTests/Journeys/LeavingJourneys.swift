import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Whichever way the program ends, the terminal is as it was, and soon.
@Suite(.serialized) struct LeavingJourneys {
    enum Way: CaseIterable {
        case quit, terminate, hangUp, quitSignal, crash

        /// The exit status: 128 and the signal's number, where one ended the program.
        var status: Int32 {
            switch self {
            case .quit: 0
            case .terminate: 128 + SIGTERM
            case .hangUp: 128 + SIGHUP
            case .quitSignal: 128 + SIGQUIT
            case .crash: 128 + SIGSEGV
            }
        }
    }

    /// Checks what the shell gets of pasted text: nothing but the text once pastes are not marked any more.
    private func expectUnmarkedPastes(_ terminal: TmuxTerminal) async throws {
        try await terminal.paste("a pasted word")
        let screen = try await terminal.wait(for: "pasted word")
        #expect(screen.contains("a pasted word"), "\(screen.joined(separator: "\n"))")
    }

    @Test(arguments: Way.allCases) func pastesAreNotMarkedAnyMore(way: Way) async throws {
        try await Journey.travel { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            let program = try await journey.program()
            switch way {
            case .quit: try await terminal.press("q")
            case .terminate: #expect(kill(program, SIGTERM) == 0)
            case .hangUp: #expect(kill(program, SIGHUP) == 0)
            case .quitSignal: #expect(kill(program, SIGQUIT) == 0)
            case .crash: #expect(kill(program, SIGSEGV) == 0)
            }
            try await terminal.wait(for: "left with \(way.status)")
            try await expectUnmarkedPastes(terminal)
        }
    }

    @Test func suspendingGivesPastesBackAndResumingMarksThemAgain() async throws {
        let script = "set -m; \(BuiltProgram.path); echo stopped; read line; echo; fg >/dev/null"
        try await Journey.travel(environment: ["ESCDELAY": "0"], script: script) { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            try await terminal.press("C-z")
            try await terminal.wait(for: "stopped")
            try await expectUnmarkedPastes(terminal)
            try await terminal.paste("\n", isMarked: false)
            try await terminal.wait("the list again") { $0[1].contains("SCHEDULE") }
            try await terminal.paste("q\n")
            try await terminal.wait(for: "Pasted text is ignored here")
            let program = ProcessFacts(try await journey.program())
            try await journey.wait("the program to rest") { program.isAtRest }
            try await terminal.press("q")
            try await terminal.wait(for: "left with ")
            try await expectUnmarkedPastes(terminal)
        }
    }

    @Test(arguments: [true, false]) func aMegabyteThatWaitsHoldsNoSignalUp(isMarked: Bool) async throws {
        try await Journey.travel { journey in
            try await journey.waitForNames()
            let program = ProcessFacts(try await journey.program())
            try await journey.terminal.paste(String(repeating: "jk", count: 500_000), isMarked: isMarked)
            #expect(kill(try await journey.program(), SIGTERM) == 0)
            let told = ContinuousClock.now
            try await journey.wait("the program to end") { !program.isRunning }
            #expect(ContinuousClock.now - told < .seconds(5))
        }
    }
}
