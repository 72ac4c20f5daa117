import AWSClient
import InspectorCore
import InspectorSimulator
import Logging
import TestSupport
import Testing

@Suite struct SimulatorStopTests {
    /// Calls that are given up while their connections are made leave sockets behind that nobody asks anything of.
    @Test func itStopsWhileConnectionsCome() async throws {
        for round in 0..<40 {
            let simulator = try await Simulator.start(SimulatorOptions(seed: UInt64(round)))
            let variables = simulator.environment
            let session = try AWSSession.open(
                options: ClientOptions(), environment: Environment(variables: variables, homeDirectory: nil),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let inspector = Inspector(client: session.client(for: .inspector2))
            let calls = (0..<16).map { _ in Task { try? await inspector.listCodeSecurityScanConfigurations() } }
            for _ in 0..<round { await Task.yield() }
            for call in calls { call.cancel() }
            await session.shutdown()
            await simulator.stop()
            var options = SimulatorOptions(seed: 1)
            options.port = simulator.port
            let successor = try await Simulator.start(options)
            #expect(successor.port == simulator.port)
            await successor.stop()
        }
    }
}
