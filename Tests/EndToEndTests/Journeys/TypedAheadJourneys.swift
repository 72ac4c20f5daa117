import InspectorSimulator
import TestSupport
import Testing

/// An answer that was typed before its question was asked does not count.
@Suite(.serialized) struct TypedAheadJourneys {
    private static let command = "\(BuiltProgram.path) disassociate --configuration scan-0001"

    @Test func aCountThatWasTypedAheadSendsNothing() async throws {
        try await Journey.travel(.willing(projects: 60), script: Self.command) { journey in
            journey.simulator.hold(.listings)
            try await journey.wait("a call") { await !journey.simulator.calls().isEmpty }
            try await journey.terminal.press("60", "Enter", "60", "Enter")
            try await journey.terminal.wait("both answers on the terminal") { $0.count { $0.hasSuffix("60") } == 2 }
            journey.simulator.release(.listings)
            try await journey.terminal.wait(for: "Type 60, the number of associations")
            let facts = ProcessFacts(try await journey.program())
            try await journey.wait("the question to take an answer") { facts.isAtRest }
            #expect(await journey.changes().isEmpty)
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait(for: "left with 130")
            #expect(await journey.changes().isEmpty)
        }
    }

    @Test func theCountTypedAfterTheQuestionSends() async throws {
        try await Journey.travel(.willing(projects: 60), script: Self.command) { journey in
            try await journey.answerCount(60)
            try await journey.terminal.wait(for: "left with 0")
            #expect(await journey.changes().flatMap(\.items).count == 60)
        }
    }
}
