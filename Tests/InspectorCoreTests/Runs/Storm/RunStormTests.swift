import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import Testing

/// The promise, held against a service that breaks every one of its own: see `StormFaults` for the weather.
///
/// `SCANCONFIG_STORM_SEEDS` sets the number of seeds (200), `SCANCONFIG_STORM_FIRST` the first one (1).
@Suite struct RunStormTests {
    static let seeds: Range<UInt64> = {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["SCANCONFIG_STORM_FIRST"].flatMap(UInt64.init) ?? 1
        return first..<(first + (environment["SCANCONFIG_STORM_SEEDS"].flatMap(UInt64.init) ?? 200))
    }()

    @Test(.timeLimit(.minutes(20))) func everyTargetEndsInItsTrueState() async throws {
        var sessions = 0
        for seed in Self.seeds { sessions += try await storm(seed) }
        #expect(sessions > Self.seeds.count)
    }

    private func storm(_ seed: UInt64) async throws -> Int {
        var options = SimulatorOptions(seed: seed, configurations: 3, projects: 45)
        var faults = StormFaults(seed: seed)
        options.faults = faults.plan()
        let simulator = try await Simulator.start(options)
        let settings = try Settings.load(
            options: ClientOptions(region: options.region, endpointURL: simulator.endpointURL),
            environment: Environment(variables: [:], homeDirectory: nil))
        let transport = try AsyncHTTPTransport(settings: settings)
        let folder = try TemporaryFolder()
        var storm = Storm(seed: seed, simulator: simulator, folder: folder.path, transport: transport, settings: settings)
        let aftermath = try await storm.rage()
        await transport.shutdown()
        await simulator.stop()
        check(aftermath, seed, cannotProveAbsence: options.faults.unknownMember > 0)
        try checkJournal(aftermath, options, folder, seed)
        return aftermath.sessions
    }

    private func check(_ end: Storm.Aftermath, _ seed: UInt64, cannotProveAbsence: Bool) {
        let targets = end.report.plan.targets.map(\.association)
        #expect(end.report.outcomes.count == targets.count, "seed \(seed)")
        for (target, outcome) in zip(targets, end.report.outcomes) {
            switch outcome {
            case .succeeded: #expect(!end.after.contains(target), "seed \(seed): succeeded, and still there")
            case .failed(let code, _): #expect(end.after.contains(target), "seed \(seed): \(code.rawValue), and gone")
            case .unresolved where cannotProveAbsence: break
            case .unresolved, .notSent, .notConfirmed: #expect(Bool(false), "seed \(seed): \(outcome) after \(end.sessions) sessions")
            }
        }
        let planned = Set(targets)
        #expect(end.before.subtracting(planned) == end.after.subtracting(planned), "seed \(seed): touched what was not planned")
        let sent = Set(end.calls.filter { $0.operation.hasPrefix("Batch") }.flatMap(\.items))
        #expect(sent.isSubset(of: planned), "seed \(seed): sent what was not planned")
    }

    private func checkJournal(_ end: Storm.Aftermath, _ options: SimulatorOptions, _ folder: TemporaryFolder, _ seed: UInt64) throws {
        let text = try folder.text(try #require(end.report.journal))
        #expect(!text.contains(options.secretAccessKey), "seed \(seed)")
        #expect(!text.contains(options.accessKeyId), "seed \(seed)")
    }
}
