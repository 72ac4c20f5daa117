import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Runs that something outside interrupts: the link, the credentials, the operator.
@Suite(.serialized) struct InterruptionJourneys {
    private let account = SimulatorOptions.willing(projects: 200)

    @Test func aLinkThatIsCutIsToldAndResumeFinishes() async throws {
        try await Journey.travel(account) { journey in
            let terminal = journey.terminal
            let before = await journey.simulator.state().associations
            try await journey.sendEverything(heldAfter: 6)
            journey.simulator.hold(.listings)
            journey.simulator.dropHeld(.changes)
            try await terminal.wait("calls sent again") { $0.contains { $0.contains(/[1-9]\d* sent again/) } }
            try await terminal.press("x")
            try await terminal.waitForKeys()
            journey.simulator.drop(.changes)
            try await terminal.wait(for: "Unresolved  no answer came")
            for kind in CallKind.allCases { journey.simulator.release(kind) }
            try await terminal.wait(for: "not sent.  ! shows each")
            try await journey.expectTruth(before)
            let left = await journey.simulator.state().associationCount
            #expect(0 < left && left < before.count)
            try await terminal.press("H")
            try await terminal.wait(for: "stopped, ")
            try await terminal.press("R")
            try await terminal.confirm(try await terminal.waitForCount())
            try await terminal.wait(for: "\(before.count) disassociated.")
            try await journey.expectFinished(before)
        }
    }

    @Test func expiredCredentialsPauseTheRunAndRGoesOn() async throws {
        var options = SimulatorOptions.willing(projects: 200)
        options.faults.calls.latency = .milliseconds(50)
        try await Journey.travel(options) { journey in
            let before = await journey.simulator.state().associations
            let count = try await journey.planEverything()
            await journey.simulator.setFaults(try FaultPlan(parsing: ["expire-after=3"]))
            try await journey.terminal.confirm(count)
            try await journey.terminal.wait(for: "Waiting: sign in again in another window, then press r")
            let waiting = await journey.simulator.state().associations
            #expect(!waiting.isEmpty && waiting.count < before.count)
            await journey.simulator.setFaults(FaultPlan())
            try await journey.terminal.press("r")
            try await journey.terminal.wait(for: "\(count) disassociated.")
            try await journey.expectFinished(before)
        }
    }

    @Test func aStopThatFollowsTheConfirmationAtOnceSendsNothing() async throws {
        try await Journey.travel(.willing(projects: 1_000)) { journey in
            let count = try await journey.planEverything()
            try await journey.terminal.confirm("\(count)", "Enter", "x")
            try await journey.terminal.wait(for: "not sent.  ! shows each")
            #expect(await journey.changes().isEmpty)
            #expect(try await journey.report().notSentAssociations.count == count)
        }
    }

    @Test func controlCStopsTheRunAndNothingIsSentAfterwards() async throws {
        try await Journey.travel(account) { journey in
            let before = await journey.simulator.state().associations
            try await journey.sendEverything(heldAfter: 2)
            try await journey.terminal.press("C-c")
            try await journey.terminal.waitForKeys()
            journey.simulator.release(.changes)
            try await journey.terminal.wait(for: "not sent.")
            let sent = await journey.changes()
            let told = try await journey.report()
            let gone = before.subtracting(await journey.simulator.state().associations)
            #expect(Set(told.successfulAssociations) == gone && !gone.isEmpty)
            #expect(told.unresolvedAssociations.isEmpty && told.failedAssociations.isEmpty)
            #expect(told.notSentAssociations.count == before.count - gone.count)
            #expect(Set(sent.flatMap(\.items)) == gone)
            try await journey.terminal.press("q", "q")
            try await journey.leaveAfterMarks()
            #expect(await journey.changes().count == sent.count)
            try await journey.expectResumed(before)
        }
    }
}

extension Journey {
    /// Answers the question about marks that are left, and waits until the program has ended.
    fileprivate func leaveAfterMarks() async throws {
        try await terminal.wait(for: "Quit and discard")
        try await terminal.confirm("y")
        try await terminal.wait(for: "left with ")
    }
}
