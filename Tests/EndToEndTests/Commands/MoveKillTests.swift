import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// The built program killed in both stages of a move, resumed, and the move undone: at no instant is a project without a configuration.
@Suite struct MoveKillTests {
    private static let projects = 300

    private func start() async throws -> Simulator {
        var options = SimulatorOptions(configurations: 2, projects: Self.projects)
        (options.sharing, options.latency) = (1, .milliseconds(3))
        return try await Simulator.start(options)
    }

    private static func calls(_ simulator: Simulator, _ operation: String) async -> Int {
        await simulator.calls().count { $0.operation.hasPrefix(operation) }
    }

    /// Projects that a change of ours left without any configuration, at any instant.
    private func uncovered(_ simulator: Simulator, _ before: Set<Association>) async -> Int {
        var counts = Dictionary(grouping: before, by: \.resource).mapValues(\.count)
        return await simulator.history().changes.count { change in
            counts[change.association.resource, default: 0] += change.isAssociated ? 1 : -1
            return counts[change.association.resource] == 0
        }
    }

    @Test func noProjectIsWithoutAConfigurationHoweverOftenItIsKilled() async throws {
        let (simulator, home) = (try await start(), try TemporaryFolder())
        let (state, environment) = (await simulator.state(), simulator.environment)
        let (first, second) = (state.configurations[0].scanConfigurationArn, state.configurations[1].scanConfigurationArn)
        simulator.hold(.changes, after: 4)
        let move = ["move", "--to", "scan-0002", "--configuration", "scan-0001", "--yes"]
        _ = try await BuiltProgram.run(move, environment: environment, home: home) {
            // A call is counted when it arrives, and has its effect later.
            let added = await simulator.state().associations(of: second).count - Self.projects
            return await Self.calls(simulator, "BatchAssociate") >= 6 && added >= 100
        }
        #expect(await simulator.state().associations(of: second).count == Self.projects + 100, "killed in the first stage")
        #expect(await simulator.state().associations(of: first).count == Self.projects)
        simulator.dropHeld(.changes)
        simulator.hold(.changes, after: 8 + 2)
        _ = try await BuiltProgram.run(["resume"], environment: environment, home: home) {
            let left = await simulator.state().associations(of: first).count
            return await Self.calls(simulator, "BatchDisassociate") >= 3 && left <= Self.projects - 50
        }
        #expect(await simulator.state().associations(of: second).count == 2 * Self.projects)
        #expect(await simulator.state().associations(of: first).count == Self.projects - 50, "killed in the second stage")
        simulator.dropHeld(.changes)
        simulator.release(.changes)
        let resumed = try await BuiltProgram.run(["resume", "--output", "json"], environment: environment, home: home)
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(try PrintedRun(resumed.output).successes.count == 2 * Self.projects)
        #expect(await simulator.state().associations(of: first).isEmpty)
        let undone = try await BuiltProgram.run(["undo", "--yes"], environment: environment, home: home)
        #expect(undone.status == 0, "\(undone.errors)")
        #expect(await simulator.state().associations == state.associations)
        #expect(await uncovered(simulator, state.associations) == 0)
        await simulator.stop()
    }

    @Test func anUndoThatIsKilledKeepsThePromiseToo() async throws {
        let (simulator, home) = (try await start(), try TemporaryFolder())
        let (state, environment) = (await simulator.state(), simulator.environment)
        let move = ["move", "--to", "scan-0002", "--configuration", "scan-0001", "--yes"]
        let moved = try await BuiltProgram.run(move, environment: environment, home: home)
        #expect(moved.status == 0, "\(moved.errors)")
        let done = await Self.calls(simulator, "BatchDisassociate")
        simulator.hold(.changes, after: 12 + 2)
        _ = try await BuiltProgram.run(["undo", "--yes"], environment: environment, home: home) {
            await Self.calls(simulator, "BatchDisassociate") >= done + 3
        }
        let first = state.configurations[0].scanConfigurationArn
        #expect(await simulator.state().associations(of: first).count == Self.projects, "killed in the second stage")
        simulator.dropHeld(.changes)
        simulator.release(.changes)
        let resumed = try await BuiltProgram.run(["resume"], environment: environment, home: home)
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(await simulator.state().associations == state.associations)
        #expect(await uncovered(simulator, state.associations) == 0)
        await simulator.stop()
    }
}
