import AWSClient
import InspectorCore
import Testing

@testable import InspectorSimulator

/// Calls that seem to fail, and take effect when nobody looks.
struct LateEffectTests {
    @Test func anItemAnsweredInternalErrorTakesEffectAfterSoManyCalls() async throws {
        try await withSimulator(faults: ["late-item", "late-after=2"]) { simulator, client in
            let items = Array(await simulator.associations(of: 0).prefix(2))
            let reply = try await client.disassociate(items).decoded(BatchAssociationResponse.self)
            #expect(reply.failedAssociations?.map(\.statusCode) == [.internalError, .internalError])
            #expect(reply.successfulAssociations == [])
            #expect(await simulator.lateEffectCount() == 2)
            _ = try await client.listConfigurations()
            #expect((await simulator.state()).associationCount == 120)
            #expect(try await client.allProjectIds(items[0].scanConfigurationArn, maxResults: 100).ids.count == 38)
            let calls = await simulator.calls()
            #expect(calls[0].late == items && calls[0].applied == [])
            #expect(await simulator.history().changes.map(\.actor) == [.lateEffect(of: 1), .lateEffect(of: 1)])
        }
    }

    @Test(arguments: [("late-reset", nil), ("late-gateway", 504)])
    func aCallWithoutAnAnswerTakesEffectLater(word: String, status: Int?) async throws {
        try await withSimulator(faults: [word, "late-after=1"]) { simulator, client in
            let items = Array(await simulator.associations(of: 0).prefix(2))
            let reply = try? await client.disassociate(items)
            #expect(reply?.status == status)
            #expect((await simulator.state()).associationCount == 120)
            #expect(await simulator.calls().map(\.fault) == [word])
            #expect(await simulator.calls().map(\.status) == [status])
            _ = try await client.listConfigurations()
            #expect((await simulator.state()).associationCount == 118)
        }
    }

    @Test func aCallThatIsNeverAnsweredRunsIntoTheClientsLimitAndTakesEffectLater() async throws {
        try await withSimulator(faults: ["late-timeout", "late-after=1"]) { simulator, original in
            var client = original
            client.deadline = .milliseconds(50)
            let items = Array(await simulator.associations(of: 0).prefix(2))
            let error = try await #require(throws: TransportError.self) { try await client.disassociate(items) }
            #expect(error.mayHaveBeenSent)
            #expect((await simulator.state()).associationCount == 120)
            _ = try await original.listConfigurations()
            #expect((await simulator.state()).associationCount == 118)
        }
    }

    @Test func theTimeAloneCountsWhenItIsGiven() async throws {
        let clock = ManualClock()
        try await withSimulator(faults: ["late-item", "late-after-ms=500"], clock: clock.simulatorClock) { simulator, client in
            _ = try await client.disassociate([await simulator.associations(of: 0)[0]])
            for _ in 0..<5 { _ = try await client.listConfigurations() }
            clock.advance(by: .milliseconds(499))
            #expect((await simulator.state()).associationCount == 120)
            clock.advance(by: .milliseconds(1))
            #expect((await simulator.state()).associationCount == 119)
        }
    }

    @Test func threeCallsPassUnlessSaidOtherwise() async throws {
        try await withSimulator(faults: ["late-item"]) { simulator, client in
            _ = try await client.disassociate([await simulator.associations(of: 0)[0]])
            var counts: [Int] = []
            for _ in 0..<4 {
                _ = try await client.listConfigurations()
                counts.append((await simulator.state()).associationCount)
            }
            #expect(counts == [120, 120, 119, 119])
        }
    }

    @Test func whatIsRefusedAnywayHasNoLateEffect() async throws {
        try await withSimulator(faults: ["late-item", "item:ACCESS_DENIED"]) { simulator, client in
            let reply = try await client.disassociate([await simulator.associations(of: 0)[0]]).decoded(BatchAssociationResponse.self)
            #expect(reply.failedAssociations?.map(\.statusCode) == [.accessDenied])
            #expect(await simulator.lateEffectCount() == 0)
        }
    }

    @Test func aLateEffectThatFindsItDoneChangesNothing() async throws {
        try await withSimulator(faults: ["late-item"]) { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            _ = try await client.disassociate([item])
            await simulator.setFaults(FaultPlan())
            let again = try await client.disassociate([item]).decoded(BatchAssociationResponse.self)
            #expect(again.successfulAssociations?.count == 1)
            await simulator.carryOutLateEffects()
            #expect(await simulator.history().changes.map(\.actor) == [.call(2)])
        }
    }

    @Test func associationsAreMadeLateAsWell() async throws {
        try await withSimulator { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            _ = try await client.disassociate([item])
            await simulator.setFaults(try FaultPlan(parsing: ["late-item", "late-after=50"]))
            _ = try await client.associate([item])
            #expect(!(await simulator.state()).contains(item))
            await simulator.carryOutLateEffects()
            #expect((await simulator.state()).contains(item))
        }
    }
}
