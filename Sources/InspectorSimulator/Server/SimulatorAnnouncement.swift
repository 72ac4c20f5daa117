/// What other AWS clients need to talk to a simulator.
package enum SimulatorAnnouncement {
    /// The text `scanconfig simulate` prints: the endpoint, and lines for a POSIX shell.
    package static func text(for simulator: Simulator) -> String {
        let exports = simulator.clientEnvironment.map { "export \($0.0)=\(quoted($0.1))" }
        return
            (["Simulating Amazon Inspector code security at \(simulator.endpointURL)", "Another AWS client finds it with:", ""]
            + exports + ["", "Press ^C to stop."]).joined(separator: "\n")
    }

    private static func quoted(_ value: String) -> String {
        "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension Simulator {
    /// The environment variables another AWS client needs, in the order they are best read.
    package var clientEnvironment: [(String, String)] {
        var variables = [
            ("AWS_ENDPOINT_URL", endpointURL), ("AWS_REGION", options.region), ("AWS_DEFAULT_REGION", options.region),
            ("AWS_ACCESS_KEY_ID", options.accessKeyId), ("AWS_SECRET_ACCESS_KEY", options.secretAccessKey),
        ]
        if let token = options.sessionToken { variables.append(("AWS_SESSION_TOKEN", token)) }
        return variables
    }
}
