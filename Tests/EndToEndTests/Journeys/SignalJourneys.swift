import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Signals that end the program leave the terminal as it was.
@Suite(.serialized) struct SignalJourneys {
    private let script = "stty -a > before; echo on the normal screen; \(BuiltProgram.path); s=$?; stty -a > after; (exit $s)"

    @Test(arguments: [SIGTERM, SIGSEGV, SIGABRT]) func theTerminalIsAsBefore(signal: Int32) async throws {
        try await Journey.travel(script: script) { journey in
            try await journey.waitForListing()
            #expect(kill(try await journey.program(), signal) == 0)
            let screen = try await journey.terminal.wait(for: "left with ")
            #expect(screen.contains { $0.contains("on the normal screen") })
            #expect(!screen.contains { $0.contains("payments-nightly") })
            let before = try String(contentsOf: journey.home.file("before"), encoding: .utf8)
            #expect(try String(contentsOf: journey.home.file("after"), encoding: .utf8) == before)
            #expect(before.contains(" icanon") && before.contains(" echo "))
        }
    }
}
