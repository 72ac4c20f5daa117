import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Signals that end the program leave the terminal as it was.
@Suite(.serialized) struct SignalJourneys {
    private let script = "stty -a > before; echo on the normal screen; \(BuiltProgram.path); s=$?; stty -a > after; (exit $s)"

    @Test(arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGSEGV, SIGABRT])
    func theTerminalIsAsBeforeAndTheStatusNamesTheSignal(signal: Int32) async throws {
        try await Journey.travel(script: script) { journey in
            try await journey.waitForListing()
            #expect(kill(try await journey.program(), signal) == 0)
            let screen = try await journey.terminal.wait(for: "left with \(128 + signal)")
            #expect(screen.contains { $0.contains("on the normal screen") })
            #expect(!screen.contains { $0.contains("payments-nightly") })
            let before = try String(contentsOf: journey.home.file("before"), encoding: .utf8)
            #expect(try String(contentsOf: journey.home.file("after"), encoding: .utf8) == before)
            #expect(before.contains(" icanon") && before.contains(" echo "))
        }
    }
}

/// A signal that comes when everything is done.
@Suite(.serialized) struct LateSignalJourneys {
    @Test func anInterruptionAfterTheLastTargetIsNoFailure() async throws {
        let script =
            "trap : INT; \(BuiltProgram.path) disassociate --configuration scan-0001 --yes --allow-uncovered --output csv >results.csv"
        try await Journey.travel(.willing(projects: 60), script: script, heldAfter: 0) { journey in
            let arn = try #require(await journey.simulator.state().configurations.first?.scanConfigurationArn)
            try await journey.waitUntilHeld(after: 0)
            journey.simulator.hold(.listings)
            journey.simulator.release(.changes)
            try await journey.wait("every target to be gone") { await journey.simulator.state().associations(of: arn).isEmpty }
            try await journey.terminal.wait(for: "Verifying: listing 1 configuration")
            try await journey.terminal.press("C-c")
            try await journey.terminal.wait(for: "Stopping: calls in progress")
            journey.simulator.release(.listings)
            let screen = try await journey.terminal.wait(for: "left with ")
            #expect(screen.contains { $0.contains("left with 0") }, "\(screen)")
            let results = try String(contentsOf: journey.home.file("results.csv"), encoding: .utf8)
            #expect(results.split(separator: "\r\n").count { $0.contains(",succeeded,,,disassociate,") } == 60)
        }
    }
}
