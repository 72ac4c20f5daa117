import Foundation

@testable import AWSClient

/// A home directory of its own, removed with the last reference.
final class TestHome: Sendable {
    let path: String

    init(config: String? = nil, credentials: String? = nil) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path + "/.aws", withIntermediateDirectories: true)
        if let config { try write(config, to: ".aws/config") }
        if let credentials { try write(credentials, to: ".aws/credentials") }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file below the home directory and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes bytes, which need not be text.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path).appending(path: name)), as: UTF8.self)
    }

    /// An environment with this home, a region, no instance metadata, and what is given.
    func environment(_ variables: [String: String] = [:]) -> AWSClient.Environment {
        let standard = ["AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"]
        return AWSClient.Environment(variables: standard.merging(variables) { $1 }, homeDirectory: path)
    }

    func settings(_ variables: [String: String] = [:], _ options: ClientOptions = ClientOptions()) throws -> Settings {
        try Settings.load(options: options, environment: environment(variables))
    }
}
