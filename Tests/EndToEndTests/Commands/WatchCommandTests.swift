import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// `watch` of the built program, held against what the simulator does.
@Suite struct WatchCommandTests {
    private func run(_ simulator: Simulator, _ home: TemporaryFolder) async throws -> String {
        let result = try await BuiltProgram.run(
            ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered", "--output", "json"],
            environment: simulator.environment, home: home)
        #expect(result.status == 0, "\(result.errors)")
        return try PrintedRun(result.output).runId
    }

    private func simulator(_ faults: [String]) async throws -> Simulator {
        var options = SimulatorOptions(configurations: 2, projects: 6)
        options.hasDefault = true
        options.faults = try FaultPlan(parsing: faults)
        return try await Simulator.start(options)
    }

    @Test func aDefaultConfigurationThatAssociatesAgainIsFoundNamedAndRecorded() async throws {
        // The run's own verification is the first listing, the watch's first round the second.
        let simulator = try await simulator(["comes-back=2"])
        let home = try TemporaryFolder()
        let run = try await run(simulator, home)
        let watch = try await BuiltProgram.run(
            ["watch", run, "--for", "1s", "--output", "json"], environment: simulator.environment, home: home)
        #expect(watch.status == 1, "\(watch.errors)")
        #expect(watch.errors.contains("6 projects were associated again, with scan-0001"))
        #expect(watch.errors.contains("It is a default configuration (scope ALL)"))
        #expect(watch.output.components(separatedBy: #""by" : "default configuration""#).count == 7)
        #expect(await simulator.calls().count { $0.operation.hasPrefix("Batch") } == 1, "a watch sends nothing")
        let shown = try await BuiltProgram.run(["show", run], home: home)
        #expect(shown.output.contains("6 projects were associated again, with scan-0001"))
        #expect(shown.status == 0)
        let undo = try await BuiltProgram.run(["undo", run, "--dry-run"], environment: simulator.environment, home: home)
        #expect(undo.status == 0, "the run can be worked on: \(undo.errors)")
        await simulator.stop()
    }

    @Test func whatStaysGoneEndsWithZero() async throws {
        let simulator = try await simulator([])
        let home = try TemporaryFolder()
        let run = try await run(simulator, home)
        let watch = try await BuiltProgram.run(["watch", run, "--for", "1s"], environment: simulator.environment, home: home)
        #expect(watch.status == 0, "\(watch.errors)")
        #expect(watch.output.isEmpty)
        #expect(watch.errors.contains("Watched 6 associations, listed 2 times: nothing was changed back."))
        await simulator.stop()
    }

    @Test(arguments: ["", "0s", "1x", "8d", "90", "-1s"]) func aTimeThatIsNoneIsRefused(_ time: String) async throws {
        let result = try await BuiltProgram.run(["watch", "x", "--for=\(time)"])
        #expect(result.status == 252 && result.errors.contains("--for"), "\(result.errors)")
    }

    @Test func anInterruptEndsTheWatchCleanly() async throws {
        let simulator = try await simulator([])
        let home = try TemporaryFolder()
        let run = try await run(simulator, home)
        let terminal = try await TmuxTerminal(
            columns: 100, environment: simulator.environment, home: home,
            command: "trap : INT; '\(BuiltProgram.path)' watch \(run) --for 1h")
        try await terminal.wait("the watch to wait") { $0.contains { $0.contains("listed once, next at") } }
        try await terminal.press("C-c")
        let screen = try await terminal.wait("the end") { $0.contains { $0.contains("left with 130") } }
        #expect(screen.contains { $0.contains("listed once, then stopped: nothing was changed back.") })
        try await terminal.close()
        await simulator.stop()
    }
}
