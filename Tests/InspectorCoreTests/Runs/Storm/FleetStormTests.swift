import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Sessions side by side, in two accounts and two regions of one service, each with faults of its own: what happens in one is true there and
/// touches no other.
///
/// `SCANCONFIG_STORM_SEEDS` sets the number of seeds, a fifteenth of which are tried (20); `SCANCONFIG_STORM_SEED` picks a single one.
@Suite struct FleetStormTests {
    private static let seeds: [UInt64] = {
        let environment = ProcessInfo.processInfo.environment
        if let only = environment["SCANCONFIG_STORM_SEED"].flatMap(UInt64.init) { return [only] }
        return Array(1...max(1, (environment["SCANCONFIG_STORM_SEEDS"].flatMap(UInt64.init) ?? 300) / 15))
    }()

    @Test(.timeLimit(.minutes(60))) func nothingCrossesOver() async throws {
        let settings = try Settings.load(
            options: ClientOptions(region: "us-east-1"), environment: Environment(variables: [:], homeDirectory: nil))
        let transport = AsyncHTTPTransport(settings: settings)
        for seed in Self.seeds { try await Self.storm(seed, transport) }
        await transport.shutdown()
    }

    private static func storm(_ seed: UInt64, _ transport: AsyncHTTPTransport) async throws {
        var options = SimulatorOptions(seed: seed, configurations: 3, projects: 45)
        let accounts = [options.accountId, "210987654321"]
        options.furtherRegions = ["eu-west-1"]
        options.furtherAccounts.append(SimulatorAccount(accounts[1]))
        var places: [StormPlace] = []
        for region in options.regions {
            for (account, other) in zip(accounts, accounts.reversed()) {
                places.append(StormPlace(account, region, foreign: other, in: &options))
            }
        }
        let clock = FastClock(factor: 400)
        let simulator = try await Simulator.start(options, clock: SimulatorClock(elapsed: { clock.now.offset }))
        let violations = try await withThrowingTaskGroup(of: [String].self) { group in
            for (number, place) in places.enumerated() {
                group.addTask {
                    let own = seed &* 8 &+ UInt64(number)
                    var faults = StormFaults(seed: own)
                    var storm = try Storm(seed: own, simulator: simulator, transport: transport, place: place)
                    try await storm.run(faults.plan())
                    let named = storm.violations.map { "\(place.account), \(place.region): \($0)" }
                    return try await named + crossings(of: storm)
                }
            }
            return try await group.reduce(into: [String]()) { $0 += $1 }
        }
        for violation in violations.prefix(5) { Issue.record("seed \(seed): \(violation)") }
        let changed = Set(
            await simulator.history().changes.filter(\.actor.isClient).flatMap { change in
                places.indices.filter { places[$0].has(change.association) }
            })
        #expect(changed.count > 1, "seed \(seed): the sessions did nothing")
        await simulator.stop()
    }

    /// Calls with a session's keys that are not of its region, or name what is not of its account.
    private static func crossings(of storm: Storm) async throws -> [String] {
        let own = Set(storm.keys.map(\.accessKeyId))
        return await storm.ownCalls.compactMap { call in
            if call.region != storm.place.region { return "call \(call.number) went to \(call.region ?? "no region")" }
            guard own.contains(call.accessKeyId ?? ""), !call.items.allSatisfy(storm.place.has) else { return nil }
            return "call \(call.number) names what is another session's"
        }
    }
}
