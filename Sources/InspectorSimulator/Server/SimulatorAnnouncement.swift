/// What other AWS clients need to talk to a simulator.
package enum SimulatorAnnouncement {
    /// The text `scanconfig simulate` prints: the endpoint, and lines for a POSIX shell.
    package static func text(for simulator: Simulator) -> String {
        let first = ["Another AWS client finds it with:", ""] + exports(simulator.clientEnvironment)
        let further = simulator.options.furtherKeys.flatMap { key in
            ["", "Account \(key.accountId) has the keys:", ""] + exports(key.environment)
        }
        return
            (["Simulating Amazon Inspector code security at \(simulator.endpointURL)"] + first + further + ["", "Press ^C to stop."])
            .joined(separator: "\n")
    }

    private static func exports(_ variables: [(String, String)]) -> [String] {
        variables.map { "export \($0.0)=\(quoted($0.1))" }
    }

    private static func quoted(_ value: String) -> String {
        "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension Simulator {
    /// The environment variables another AWS client needs, in the order they are best read.
    package var clientEnvironment: [(String, String)] {
        [("AWS_ENDPOINT_URL", endpointURL), ("AWS_REGION", options.region), ("AWS_DEFAULT_REGION", options.region)]
            + options.key.environment
    }
}

extension SimulatorKey {
    /// The environment variables that hold the key.
    package var environment: [(String, String)] {
        [("AWS_ACCESS_KEY_ID", accessKeyId), ("AWS_SECRET_ACCESS_KEY", secretAccessKey)]
            + (sessionToken.map { [("AWS_SESSION_TOKEN", $0)] } ?? [])
    }
}
