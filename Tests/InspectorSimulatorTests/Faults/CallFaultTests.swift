import AWSClient
import Foundation
import HTTPTypes
import InspectorCore
import JSON
import TestSupport
import Testing

@testable import InspectorSimulator

/// What a client sees of each fault, against what the account holds afterwards.
struct CallFaultTests {
    @Test(arguments: [("throttle", 429, "ThrottlingException"), ("error", 500, "InternalServerException")])
    func exceptionsHaveNoEffect(word: String, status: Int, code: String) async throws {
        try await withSimulator(faults: [word, "retry-after=7"]) { simulator, client in
            let reply = try await client.disassociate(await simulator.associations(of: 0).suffix(2))
            #expect(reply.status == status)
            #expect(reply.errorType == code)
            #expect(reply.headers["retry-after"] == "7")
            #expect((await simulator.state()).associationCount == 120)
            #expect(await simulator.calls().map(\.fault) == [word])
        }
    }

    @Test func retryAfterIsAbsentUnlessAskedFor() async throws {
        try await withSimulator(faults: ["throttle"]) { _, client async throws in
            #expect(try await client.listConfigurations().headers["retry-after"] == nil)
        }
    }

    @Test func gatewaysSpeakHTMLBeforeOrAfterTheEffect() async throws {
        try await withSimulator(faults: ["gateway"]) { simulator, client in
            var statuses: Set<Int> = []
            for item in await simulator.associations(of: 0).prefix(12) {
                let reply = try await client.disassociate([item])
                #expect(reply.headers["content-type"] == "text/html")
                #expect((await simulator.state()).contains(item) == (reply.status == 502))
                statuses.insert(reply.status)
            }
            #expect(statuses == [502, 503])
        }
    }

    @Test(arguments: [("drop-before", true), ("drop-after", false), ("truncate", false)])
    func connectionsCloseBeforeOrAfterTheEffect(word: String, stays: Bool) async throws {
        try await withSimulator(faults: [word]) { simulator, client in
            let items = Array(await simulator.associations(of: 0).prefix(2))
            let error = try await #require(throws: TransportError.self) { try await client.disassociate(items) }
            #expect(error.mayHaveBeenSent)
            let state = await simulator.state()
            #expect(items.map { state.contains($0) } == [stays, stays])
            let call = try #require(await simulator.calls().first)
            #expect(call.fault == word)
            #expect(call.applied == (stays ? [] : items))
            #expect(call.status == (word == "truncate" ? 200 : nil))
        }
    }

    @Test func nonsenseIsAnsweredWithStatus200AfterTheEffect() async throws {
        try await withSimulator(faults: ["nonsense"]) { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            let reply = try await client.disassociate([item])
            #expect(reply.status == 200)
            #expect(throws: JSONError.self) { try reply.decoded(BatchAssociationResponse.self) }
            #expect(!(await simulator.state()).contains(item))
        }
    }

    @Test func credentialsExpireAfterSoManyCallsAndCanBeRenewed() async throws {
        try await withSimulator(faults: ["expire-after=2", "expire-for=2"]) { _, client async throws in
            var replies: [SignedClient.Reply] = []
            for _ in 0..<6 { replies.append(try await client.listConfigurations()) }
            #expect(replies.map(\.status) == [200, 200, 403, 403, 200, 200])
            #expect(replies[2].errorType == "ExpiredTokenException")
        }
    }

    @Test func credentialsExpireAtATimeUntilThePlanChanges() async throws {
        try await withSimulator(faults: ["expire-at=0"]) { simulator, client async throws in
            #expect(try await client.callerIdentity().text.contains("<Code>ExpiredTokenException</Code>"))
            #expect(try await client.listConfigurations().errorType == "ExpiredTokenException")
            await simulator.setFaults(FaultPlan())
            #expect(try await client.listConfigurations().status == 200)
        }
    }

    @Test func deniedOperationsNameTheAction() async throws {
        try await withSimulator(faults: ["deny:ListCoverage"]) { _, client async throws in
            let reply = try await client.listCoverage()
            #expect(reply.status == 403)
            #expect(reply.errorType == "AccessDeniedException")
            #expect(reply.text.contains("not authorized to perform: inspector2:ListCoverage"))
            #expect(try await client.listConfigurations().status == 200)
        }
    }

    @Test func aRateLimitThrottlesWhatExceedsTheBurst() async throws {
        var options = SimulatorOptions(configurations: 1, projects: 1)
        (options.rate, options.burst) = (0.001, 3)
        try await withSimulator(options) { simulator, client in
            var statuses: [Int] = []
            for _ in 0..<5 { statuses.append(try await client.listConfigurations().status) }
            #expect(statuses == [200, 200, 200, 429, 429])
            #expect(try await client.callerIdentity().status == 200)
            #expect(await simulator.calls()[3].fault == "rate")
        }
    }

    @Test func aClockThatIsAheadRefusesAndShowsItsTime() async throws {
        try await withSimulator(faults: ["clock=3600"]) { _, client async throws in
            var client = client
            let refused = try await client.listConfigurations()
            let date = try #require(refused.headers["date"].flatMap(WireDate.parseHTTP))
            #expect(refused.errorType == "InvalidSignatureException")
            #expect(abs(date.timeIntervalSinceNow - 3_600) < 60)
            client.date = date
            #expect(try await client.listConfigurations().status == 200)
        }
    }

    @Test func stoppingDropsWhatStillWaitsWithoutEffect() async throws {
        try await withSimulator(faults: ["latency=60000"]) { simulator, client async throws in
            let items = Array(await simulator.associations(of: 0).prefix(1))
            let call = Task { try await client.disassociate(items) }
            try await Patience.wait(until: "the call") { await !simulator.calls().isEmpty }
            await simulator.stop()
            await #expect(throws: TransportError.self) { try await call.value }
            #expect((await simulator.state()).associationCount == 120)
        }
    }

    @Test func latencyHoldsTheAnswerUp() async throws {
        try await withSimulator(faults: ["latency=120"]) { _, client async throws in
            let time = try await ContinuousClock().measure { _ = try await client.listConfigurations() }
            #expect(time >= .milliseconds(120))
        }
    }
}
