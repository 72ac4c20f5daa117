import AWSClient
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

/// Calls that are held while somebody looks at them under way.
struct HeldCallTests {
    private typealias Call = Task<SignedClient.Reply, any Error>

    /// Starts two calls of one target each and waits until both have arrived: one passes, the other is held.
    private func twoCalls(_ simulator: Simulator, _ client: SignedClient) async throws -> [Call] {
        simulator.hold(.changes, after: 1)
        let items = Array(await simulator.associations(of: 0).prefix(2))
        let calls = items.map { item in Call { try await client.disassociate([item]) } }
        try await Patience.wait(until: "two calls, one of them answered") {
            let seen = await simulator.calls()
            return seen.count == 2 && seen.count { $0.status == 200 } == 1
        }
        #expect((await simulator.state()).associationCount == 119)
        return calls
    }

    /// How many of the calls were answered.
    private func answered(_ calls: [Call]) async -> Int {
        var count = 0
        for call in calls where (try? await call.value.status) == 200 { count += 1 }
        return count
    }

    @Test func whatIsHeldTakesEffectWhenItIsReleased() async throws {
        try await withSimulator { simulator, client async throws in
            let calls = try await twoCalls(simulator, client)
            simulator.release(.changes)
            #expect(await answered(calls) == 2)
            #expect((await simulator.state()).associationCount == 118)
        }
    }

    @Test func whatIsDroppedNeverTakesEffectAndTheNextCallIsHeld() async throws {
        try await withSimulator { simulator, client async throws in
            let calls = try await twoCalls(simulator, client)
            simulator.dropHeld(.changes)
            #expect(await answered(calls) == 1)
            #expect((await simulator.state()).associationCount == 119)
            let next = Array(await simulator.associations(of: 1).prefix(1))
            let held = Call { try await client.disassociate(next) }
            try await Patience.wait(until: "the next call") { await simulator.calls().count == 3 }
            simulator.drop(.changes)
            #expect(await answered([held]) == 0)
            await #expect(throws: TransportError.self) { try await client.disassociate(next) }
            simulator.release(.changes)
            #expect(try await client.disassociate(next).status == 200)
        }
    }

    @Test func listingsPassAndAStopDropsWhatIsHeld() async throws {
        try await withSimulator { simulator, client async throws in
            let calls = try await twoCalls(simulator, client)
            #expect(try await client.listConfigurations().status == 200)
            await simulator.stop()
            #expect(await answered(calls) == 1)
            #expect((await simulator.state()).associationCount == 119)
        }
    }
}
