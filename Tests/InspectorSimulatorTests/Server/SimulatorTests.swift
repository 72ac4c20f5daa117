import InspectorCore
import Testing

@testable import InspectorSimulator

struct SimulatorTests {
    @Test func aPortInUseIsSaid() async throws {
        try await withSimulator { simulator, _ in
            var options = SimulatorOptions(configurations: 1, projects: 1)
            options.port = simulator.port
            let error = await #expect(throws: SimulatorError.self) { _ = try await Simulator.start(options) }
            #expect(error == .portInUse(simulator.port))
            #expect(error?.sentence.contains("\(simulator.port)") == true)
        }
    }

    @Test func stoppingFreesThePort() async throws {
        let port = try await withSimulator { simulator, _ in simulator.port }
        var options = SimulatorOptions(configurations: 1, projects: 1)
        options.port = port
        let again = try await Simulator.start(options)
        #expect(again.port == port)
        await again.stop()
    }

    @Test func theAnnouncementHasWhatAnotherClientNeeds() async throws {
        var options = SimulatorOptions(configurations: 1, projects: 1)
        options.sessionToken = "it's"
        try await withSimulator(options) { simulator, _ in
            let text = SimulatorAnnouncement.text(for: simulator)
            #expect(text.contains("export AWS_ENDPOINT_URL='http://127.0.0.1:\(simulator.port)'"))
            #expect(text.contains("export AWS_DEFAULT_REGION='us-east-1'"))
            #expect(text.contains("export AWS_ACCESS_KEY_ID='\(options.accessKeyId)'"))
            #expect(text.contains(#"export AWS_SESSION_TOKEN='it'\''s'"#))
        }
    }

    @Test func callsAtTheSameTimeEachTakeEffectOnce() async throws {
        try await withSimulator(SimulatorOptions(configurations: 1, projects: 200), faults: ["jitter=20"]) { simulator, client in
            let items = await simulator.associations(of: 0)
            let succeeded = try await withThrowingTaskGroup(of: Int.self) { group in
                for call in 0..<16 {
                    let batch = Array(items[(call % 8) * 25..<(call % 8 + 1) * 25])
                    group.addTask {
                        try await client.disassociate(batch).decoded(BatchAssociationResponse.self).successfulAssociations?.count ?? 0
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(succeeded == 200)
            #expect((await simulator.state()).associationCount == 0)
            #expect(Set(await simulator.calls().map(\.number)) == Set(1...16))
        }
    }

    @Test func aStormIsTheSameForTheSameSeed() async throws {
        let words = ["throttle=0.2", "error=0.1", "gateway=0.1", "drop-after=0.1", "drop-before=0.1", "item:ACCESS_DENIED=0.2", "omit=0.1"]
        var runs: [(statuses: [Int?], left: Set<Association>)] = []
        for seed in [1, 1, 2] { runs.append(try await Self.storm(seed: seed, words: words)) }
        #expect(runs[0].statuses == runs[1].statuses)
        #expect(runs[0].left == runs[1].left)
        #expect(runs[0].statuses != runs[2].statuses)
    }

    private static func storm(seed: Int, words: [String]) async throws -> (statuses: [Int?], left: Set<Association>) {
        try await withSimulator(SimulatorOptions(seed: UInt64(seed), configurations: 2, projects: 100), faults: words) {
            simulator, client in
            let items = await simulator.associations(of: 0)
            for start in stride(from: 0, to: items.count, by: 5) {
                _ = try? await client.disassociate(Array(items[start..<start + 5]))
            }
            return (await simulator.calls().map(\.status), (await simulator.state()).associations)
        }
    }
}
