import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Runs against a service with every fault at once, beside another operator: see `StormFaults`.
///
/// `SCANCONFIG_STORM_SEEDS` sets the number of seeds (300), `SCANCONFIG_STORM_SEED` picks a single one. Into the folder
/// `SCANCONFIG_STORM_KEEP` goes what happened in storms with a violation.
@Suite struct RunStormTests {
    private static let seeds: [UInt64] = {
        let environment = ProcessInfo.processInfo.environment
        if let only = environment["SCANCONFIG_STORM_SEED"].flatMap(UInt64.init) { return [only] }
        return Array(1...max(1, environment["SCANCONFIG_STORM_SEEDS"].flatMap(UInt64.init) ?? 300))
    }()
    /// Storms at the same time: most of one's time goes by with waiting.
    private static let width = 4

    @Test(.timeLimit(.minutes(60))) func whatJournalsTellIsTrue() async throws {
        try await weather { seed, transport in try await Self.storm(seed, transport, Storm.options(seed: seed)) { try await $0.run($1) } }
    }

    @Test(.timeLimit(.minutes(60))) func noMoveLeavesAProjectWithoutConfiguration() async throws {
        try await weather { seed, transport in
            try await Self.storm(seed, transport, Storm.options(seed: seed, isMove: true)) { try await $0.move($1) }
        }
    }

    /// All seeds, some at the same time; each storm tells how many sessions it had.
    private func weather(_ storm: @escaping @Sendable (UInt64, AsyncHTTPTransport) async throws -> Int) async throws {
        let settings = try Settings.load(
            options: ClientOptions(region: "us-east-1"), environment: Environment(variables: [:], homeDirectory: nil))
        let transport = AsyncHTTPTransport(settings: settings)
        let sessions = try await withThrowingTaskGroup(of: Int.self) { group in
            var (waiting, sessions) = (Self.seeds[...], 0)
            for seed in waiting.prefix(Self.width) { group.addTask { try await storm(seed, transport) } }
            waiting = waiting.dropFirst(Self.width)
            while let count = try await group.next() {
                sessions += count
                if let seed = waiting.popFirst() { group.addTask { try await storm(seed, transport) } }
            }
            return sessions
        }
        await transport.shutdown()
        #expect(sessions > 2 * Self.seeds.count)
    }

    private static func storm(
        _ seed: UInt64, _ transport: AsyncHTTPTransport, _ options: SimulatorOptions, _ run: (inout Storm, FaultPlan) async throws -> Void
    ) async throws -> Int {
        var faults = StormFaults(seed: seed)
        let clock = FastClock(factor: 400)
        let simulator = try await Simulator.start(options, clock: SimulatorClock(elapsed: { clock.now.offset }))
        var storm = try Storm(seed: seed, simulator: simulator, transport: transport)
        try await run(&storm, faults.plan())
        if !storm.violations.isEmpty, let folder = ProcessInfo.processInfo.environment["SCANCONFIG_STORM_KEEP"] {
            try await storm.story().write(toFile: folder + "/seed-\(seed).txt", atomically: true, encoding: .utf8)
        }
        for violation in storm.violations.prefix(5) { Issue.record("seed \(seed): \(violation)") }
        await simulator.stop()
        return storm.sessions
    }
}
