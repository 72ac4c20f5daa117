import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// The built program killed in the middle of runs over a bad link, and resumed until it is done.
@Suite(.serialized) struct KillTests {
    static let seeds: [UInt64] = Array(1...6)

    @Test(arguments: seeds) func killedAndResumedUntilDoneTheReportIsTheTruth(seed: UInt64) async throws {
        let options = try Self.options(seed)
        let simulator = try await Simulator.start(options)
        let home = try TemporaryFolder()
        let environment = simulator.environment
        let before = await simulator.state().associations
        let planned = await simulator.state().associations(of: simulator.state().configurations[0].scanConfigurationArn)
        let begin = ["disassociate", "--configuration", await simulator.state().configurations[0].name, "--yes", "--allow-uncovered"]
        var next = begin
        for round in 0..<40 {
            let limit = await Self.batchCalls(simulator) + 2 + Int(seed) % 4
            let isTime: @Sendable () async -> Bool = { await Self.batchCalls(simulator) > limit }
            let isKilled = round < 5
            let status = try await BuiltProgram.run(next, environment: environment, home: home, killedWhen: isKilled ? isTime : nil)
            let runs = try? FileManager.default.contentsOfDirectory(atPath: home.file(".local/state/scanconfig/runs").path)
            next = (runs ?? []).isEmpty ? begin : ["resume"]
            if !isKilled, next == ["resume"], [0, 1, 252].contains(status) { break }
        }
        let show = try await BuiltProgram.run(["show", "2", "--output", "json"], environment: environment, home: home)
        let report = try PrintedRun(show.output)
        let after = await simulator.state().associations
        #expect(Set(report.successfulAssociations) == before.subtracting(after))
        #expect(before.subtracting(after).isSubset(of: Set(planned)))
        #expect(report.notSentAssociations.isEmpty)
        #expect(report.unresolvedAssociations.isEmpty)
        #expect(report.successfulAssociations.count + report.failedAssociations.count == planned.count)
        let journal = try String(contentsOfFile: try #require(report.journal), encoding: .utf8)
        #expect(!journal.contains(simulator.options.secretAccessKey))
        await simulator.stop()
    }

    private static func batchCalls(_ simulator: Simulator) async -> Int {
        await simulator.calls().count { $0.operation.hasPrefix("Batch") }
    }

    private static func options(_ seed: UInt64) throws -> SimulatorOptions {
        var options = SimulatorOptions(seed: seed, configurations: 3, projects: 400)
        options.latency = .milliseconds(5)
        options.faults = try FaultPlan(
            parsing: ["throttle=0.05", "drop-before=0.03", "drop-after=0.05", "error=0.05", "item:ACCESS_DENIED=0.02"])
        return options
    }
}
