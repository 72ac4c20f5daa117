import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// The terminal goes away in the middle of a run: calls in progress are recorded, the program ends, `resume` does the rest.
@Suite(.serialized) struct HangUpJourneys {
    enum Way: CaseIterable {
        case terminalIsClosed, processGroupIsHungUp
    }

    @Test(arguments: Way.allCases) func theJournalTellsTheTruthAndResumeFinishes(way: Way) async throws {
        try await Journey.travel(.willing(projects: 200)) { journey in
            let before = await journey.simulator.state().associations
            try await journey.sendEverything(heldAfter: 2)
            let program = try await journey.program()
            switch way {
            case .terminalIsClosed:
                try await journey.terminal.close()
                try await journey.waitUntilHungUp(program)
            case .processGroupIsHungUp:
                #expect(kill(-journey.terminal.shellProcess, SIGHUP) == 0)
                try await journey.wait("the program to act on it") { ProcessFacts(program).isAtRest }
            }
            journey.simulator.release(.changes)
            try await journey.wait("the program to end") { !ProcessFacts(program).isRunning }
            #expect(await journey.simulator.state().associationCount > 0)
            let told = try await journey.report()
            #expect(told.unresolvedAssociations.isEmpty)
            #expect(Set(told.successfulAssociations) == before.subtracting(await journey.simulator.state().associations))
            try await journey.expectTruth(before)
            try await journey.expectResumed(before)
        }
    }

    @Test func aCommandThatIsHungUpTwiceStopsOnce() async throws {
        let command = "\(BuiltProgram.path) disassociate --configuration scan-0001 --yes --allow-uncovered >result"
        try await Journey.travel(.willing(projects: 2_000), script: command, heldAfter: 1) { journey in
            let before = await journey.simulator.state().associations
            try await journey.wait("a call that is held") { await journey.changes().count > 1 }
            let program = try await journey.program()
            #expect(kill(program, SIGHUP) == 0)
            try await journey.terminal.wait(for: "Stopping: calls in progress will finish")
            #expect(kill(program, SIGHUP) == 0)
            journey.simulator.release(.changes)
            try await journey.terminal.wait(for: "left with 129")
            let told = try await journey.report()
            #expect(told.unresolvedAssociations.isEmpty && told.failedAssociations.isEmpty && !told.notSentAssociations.isEmpty)
            #expect(Set(told.successfulAssociations) == before.subtracting(await journey.simulator.state().associations))
        }
    }
}
