import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// The terminal goes away in the middle of a run: calls under way are recorded, the program ends, `resume` does the rest.
@Suite(.serialized) struct HangUpJourneys {
    enum Way: CaseIterable {
        case terminalIsClosed, processGroupIsHungUp
    }

    @Test(arguments: Way.allCases) func theJournalTellsTheTruthAndResumeFinishes(way: Way) async throws {
        try await Journey.travel(.willing(projects: 200, latency: .milliseconds(300))) { journey in
            let before = await journey.simulator.state().associations
            try await journey.sendEverything(untilCalls: 2)
            let program = try await journey.program()
            let shell = try #require(try await journey.terminal.shellProcess())
            switch way {
            case .terminalIsClosed: try await journey.terminal.close()
            case .processGroupIsHungUp: #expect(kill(-shell, SIGHUP) == 0)
            }
            let hungUp = ContinuousClock.now
            try await journey.wait("the program to end") { !HomeProcesses.isRunning(program) }
            #expect(ContinuousClock.now - hungUp < .seconds(5))
            #expect(await journey.simulator.state().associationCount > 0)
            let told = try await journey.report()
            #expect(told.unresolvedAssociations.isEmpty)
            #expect(Set(told.successfulAssociations) == before.subtracting(await journey.simulator.state().associations))
            try await journey.expectTruth(before)
            try await journey.expectResumed(before)
        }
    }

    @Test func aCommandThatIsHungUpTwiceStopsOnce() async throws {
        let command = "\(BuiltProgram.path) disassociate --configuration scan-0001 --yes >result"
        try await Journey.travel(.willing(projects: 200, latency: .milliseconds(300)), script: command) { journey in
            let before = await journey.simulator.state().associations
            try await journey.wait("a call") { await !journey.changes().isEmpty }
            let program = try await journey.program()
            #expect(kill(program, SIGHUP) == 0)
            try await journey.terminal.wait(for: "Stopping: calls under way end")
            #expect(kill(program, SIGHUP) == 0)
            try await journey.terminal.wait(for: "left with 130")
            let told = try await journey.report()
            #expect(told.unresolvedAssociations.isEmpty && told.failedAssociations.isEmpty && !told.notSentAssociations.isEmpty)
            #expect(Set(told.successfulAssociations) == before.subtracting(await journey.simulator.state().associations))
        }
    }
}
