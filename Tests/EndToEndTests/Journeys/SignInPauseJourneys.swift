import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// A run of the command line whose credentials end: it waits for the operator, and for nothing else.
@Suite(.serialized) struct SignInPauseJourneys {
    private static let question = "then press Enter here."
    /// The shell lives on when ^C reaches it along with the program.
    private let script =
        "trap : INT; \(BuiltProgram.path) disassociate --configuration scan-0001 --configuration scan-0002 >result"

    /// Follows a run to the question; `body` gets the associations there were before.
    private func travel(_ body: (Journey, Set<Association>) async throws -> Void) async throws {
        try await Journey.travel(.willing(projects: 200, latency: .milliseconds(20)), script: script) { journey in
            let before = await journey.simulator.state().associations
            try await journey.terminal.wait(for: "Type \(before.count.grouped), the number of associations")
            await journey.simulator.setFaults(try FaultPlan(parsing: ["expire-after=3"]))
            try await journey.answerCount(before.count)
            try await journey.terminal.wait(for: Self.question)
            try await body(journey, before)
        }
    }

    private func expectRestNotSent(_ journey: Journey, _ before: Set<Association>) async throws {
        let told = try await journey.report()
        #expect(told.unresolvedAssociations.isEmpty && told.failedAssociations.isEmpty)
        #expect(Set(told.successfulAssociations) == before.subtracting(await journey.simulator.state().associations))
        #expect(!told.notSentAssociations.isEmpty)
        try await journey.expectResumed(before)
    }

    @Test func theEndOfInputStopsTheRunAndAsksNoMore() async throws {
        try await travel { journey, before in
            try await journey.terminal.press("C-d")
            let screen = try await journey.terminal.wait(for: "left with 1")
            #expect(screen.count { $0.contains(Self.question) } == 1)
            try await expectRestNotSent(journey, before)
        }
    }

    @Test func controlCEndsTheProgramWhileItAsks() async throws {
        try await travel { journey, before in
            try await journey.terminal.press("C-c")
            try await journey.terminal.wait(for: "left with 130")
            try await expectRestNotSent(journey, before)
        }
    }

    @Test func sigtermEndsTheProgramWhileItAsks() async throws {
        try await travel { journey, before in
            #expect(kill(try await journey.program(), SIGTERM) == 0)
            try await journey.terminal.wait(for: "left with 143")
            try await expectRestNotSent(journey, before)
        }
    }

    @Test func enterGoesOnOnceCredentialsWork() async throws {
        try await travel { journey, before in
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait("the question again") { $0.count { $0.contains(Self.question) } == 2 }
            await journey.simulator.setFaults(FaultPlan())
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait(for: "left with 0")
            try await journey.expectFinished(before)
        }
    }
}
