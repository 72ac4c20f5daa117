package import Foundation

/// Runs a script of this folder with python3 and botocore.
package enum PythonPeer {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// Whether the comparisons run: when botocore is there, and in CI, where its absence has to be seen.
    package static let isWanted = isInstalled || ProcessInfo.processInfo.environment["CI"] != nil

    private static let isInstalled: Bool = {
        guard let process = try? process(["-c", "import botocore"]), (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// What a script printed, and how it ended.
    package struct Output {
        /// The exit status.
        package let status: Int32
        /// Standard output.
        package let text: String
        /// Standard error.
        package let errors: String
    }

    /// Runs a script to its end.
    ///
    /// - Parameter environment: nil inherits this process's.
    package static func run(
        _ script: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: Data = Data()
    ) async throws -> Output {
        guard isInstalled else { throw MissingPeer(words: "python3 with botocore is needed to compare with it") }
        let result = try await Program.run(
            "/usr/bin/env", ["python3", folder.appending(path: script).path] + arguments,
            environment: environment ?? ProcessInfo.processInfo.environment, input: String(decoding: input, as: UTF8.self))
        return Output(status: result.status, text: result.output, errors: result.errors)
    }

    private static func process(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }
}

/// A peer that has to be there and is not.
struct MissingPeer: Error {
    let words: String
}
