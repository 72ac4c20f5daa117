import AWSClient
import InspectorCore

@testable import InspectorSimulator

/// Runs `body` against a simulator and stops it afterwards.
func withSimulator<Result: Sendable>(
    _ options: SimulatorOptions = SimulatorOptions(seed: 7, configurations: 3, projects: 40),
    faults: [String] = [], clock: SimulatorClock = SimulatorClock(), _ body: (Simulator, SignedClient) async throws -> Result
) async throws -> Result {
    var options = options
    options.faults = try FaultPlan(parsing: faults)
    let settings = try Settings.load(
        options: ClientOptions(region: options.region), environment: Environment(variables: [:], homeDirectory: nil))
    let transport = AsyncHTTPTransport(settings: settings)
    let simulator = try await Simulator.start(options, clock: clock)
    let outcome: Swift.Result<Result, any Error>
    do {
        outcome = .success(try await body(simulator, SignedClient(simulator, transport: transport)))
    } catch {
        outcome = .failure(error)
    }
    await transport.shutdown()
    await simulator.stop()
    return try outcome.get()
}

extension Simulator {
    /// The associations of the configuration at a place of the listing.
    func associations(of place: Int) async -> [Association] {
        let state = await state()
        return state.associations(of: state.configurations[place].scanConfigurationArn)
    }
}
