import Foundation

/// AWS CLI version 2 as the peer of settings, credentials and transport: set-ups made from a seed, and what it was recorded to do with each.
package enum Differential {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// The program that is AWS CLI version 2; `SCANCONFIG_AWS2` names it.
    package static let peer = ProcessInfo.processInfo.environment["SCANCONFIG_AWS2"].flatMap { $0.isEmpty ? nil : $0 }

    /// Whether recorded answers are held against the peer itself: where it is named, and in CI, where its absence has to be seen.
    package static let comparesWithPeer = peer != nil || ProcessInfo.processInfo.environment["CI"] != nil

    /// What `differential.py` printed with these arguments, and its exit status.
    package static func run(_ arguments: [String]) async throws -> (text: String, status: Int32) {
        let script = folder.appending(path: "differential.py").path
        let result = try await Program.run(
            "/usr/bin/env", ["python3", "-B", script] + arguments, environment: ProcessInfo.processInfo.environment)
        return (result.output + result.errors, result.status)
    }
}
