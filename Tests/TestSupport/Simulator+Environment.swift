package import InspectorSimulator

extension Simulator {
    /// The environment in which the program, or another AWS client, finds this simulator.
    package var environment: [String: String] { Dictionary(uniqueKeysWithValues: clientEnvironment) }
}
