import InspectorCore

@testable import InspectorSimulator

/// Runs `body` against a simulator and stops it afterwards.
func withSimulator<Result: Sendable>(
    _ options: SimulatorOptions = SimulatorOptions(seed: 7, configurations: 3, projects: 40),
    faults: [String] = [], _ body: (Simulator, SignedClient) async throws -> Result
) async throws -> Result {
    var options = options
    options.faults = try FaultPlan(parsing: faults)
    let simulator = try await Simulator.start(options)
    do {
        let result = try await body(simulator, SignedClient(simulator))
        await simulator.stop()
        return result
    } catch {
        await simulator.stop()
        throw error
    }
}

extension Simulator {
    /// The associations of the configuration at a place of the listing.
    func associations(of place: Int) async -> [Association] {
        let state = await state()
        return state.associations(of: state.configurations[place].scanConfigurationArn)
    }
}
