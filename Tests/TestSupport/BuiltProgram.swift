public import Foundation

/// The `scanconfig` that was built along with the tests.
public enum BuiltProgram {
    /// Its path: what `SCANCONFIG_PROGRAM` names, or beside the test runner.
    public static var path: String {
        if let path = ProcessInfo.processInfo.environment["SCANCONFIG_PROGRAM"], !path.isEmpty { return path }
        let runner = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return runner.deletingLastPathComponent().appendingPathComponent("scanconfig").path
    }

    /// Runs it to its end, without a terminal.
    ///
    /// - Parameters:
    ///   - environment: The whole environment, besides `PATH` and a `HOME` without AWS files.
    ///   - input: What it reads from standard input.
    public static func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = "", home: TemporaryFolder? = nil
    ) async throws -> ProgramResult {
        let folder = try home ?? TemporaryFolder()
        return try await Program.run(path, arguments, environment: isolated(environment, home: folder), input: input)
    }

    /// Runs it, and kills it with SIGKILL once `isTime` holds; without that, to its end. What it prints is dropped.
    ///
    /// - Returns: The exit status, or the signal's number.
    public static func run(
        _ arguments: [String], environment: [String: String], home: TemporaryFolder, killedWhen isTime: (@Sendable () async -> Bool)?
    ) async throws -> Int32 {
        let environment = isolated(environment, home: home)
        guard let isTime else { return try await Program.run(path, arguments, environment: environment).status }
        return try await Program.run(path, arguments, environment: environment, killedWhen: isTime)
    }

    /// The environment with what a program needs besides: nothing of this machine's AWS settings, and short waits for listings.
    public static func isolated(_ environment: [String: String], home: TemporaryFolder) -> [String: String] {
        var all = [
            "PATH": "/usr/bin:/bin", "HOME": home.path, "AWS_EC2_METADATA_DISABLED": "true", "LANG": "C.UTF-8",
            "SCANCONFIG_VERIFY_FOR": "2",
        ]
        all.merge(environment) { _, new in new }
        return all
    }
}

/// A folder that is removed when its last owner releases it.
public final class TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// A new, empty folder.
    public init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("scanconfig-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The URL of a file inside.
    public func file(_ name: String) -> URL {
        URL(fileURLWithPath: path).appendingPathComponent(name)
    }

    /// Writes a file inside, with the folders above it.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String {
        let url = file(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }
}
