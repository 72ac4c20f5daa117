package import Foundation
package import InspectorSimulator
package import JSON

/// Another AWS client, run as a program of its own.
package enum Peer {
    /// What a peer printed, and how it ended.
    package struct Output: Sendable {
        /// The exit status.
        package var status: Int32
        /// Standard output.
        package var text: String
        /// Standard error.
        package var complaints: String
    }

    /// Peer tests run where the peers are installed, and everywhere in CI, where a missing peer is a failure.
    static let isRequired = ProcessInfo.processInfo.environment["CI"] != nil
    /// Whether tests with the AWS CLI run.
    package static let hasAWS = isRequired || answers(["aws", "--version"])
    /// Whether tests with boto3 run.
    package static let hasBoto3 = isRequired || answers(["python3", "-c", "import boto3"])

    /// Runs a program to its end with the environment that belongs to a simulator.
    package static func run(_ arguments: [String], input: String = "", simulator: Simulator, folder: URL) async throws -> Output {
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("AWS_") }
        for (name, value) in simulator.clientEnvironment { environment[name] = value }
        environment["AWS_CONFIG_FILE"] = folder.appending(path: "none").path
        environment["AWS_SHARED_CREDENTIALS_FILE"] = folder.appending(path: "none").path
        environment["AWS_EC2_METADATA_DISABLED"] = "true"
        environment["AWS_MAX_ATTEMPTS"] = "1"
        environment["AWS_PAGER"] = ""
        let result = try await Program.run("/usr/bin/env", arguments, environment: environment, input: input)
        return Output(status: result.status, text: result.output, complaints: result.errors)
    }

    private static func answers(_ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Runs `body` with a folder that is removed afterwards.
    package static func withFolder<Result: Sendable>(_ body: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "peer-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}

extension Peer.Output {
    /// What was printed, as JSON; the peer's complaints are the error when it failed.
    package func decoded<Body: Decodable>(_ type: Body.Type) throws -> Body {
        guard status == 0 else { throw Failure(complaints: complaints) }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The same for types that are read with our own reader.
    package func decoded<Body: JSONReadable>(_ type: Body.Type) throws -> Body {
        guard status == 0 else { throw Failure(complaints: complaints) }
        return try Body(json: Array(text.utf8))
    }

    /// A peer that failed; what it said.
    package struct Failure: Error {
        package var complaints: String
    }
}
