import Foundation
import Testing

/// Runs a script of this folder's `Peers` with python3 and botocore.
enum PythonPeer {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Peers")

    /// Whether the comparisons run: when botocore is there, and in CI, where its absence has to be seen.
    static let isWanted = isInstalled || ProcessInfo.processInfo.environment["CI"] != nil

    private static let isInstalled: Bool = {
        guard let process = try? process(["-c", "import botocore"]), (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// What a script printed, and how it ended.
    struct Output {
        let status: Int32
        let text: String
        let errors: String
    }

    /// Runs a script to its end.
    /// - Parameter environment: nil inherits this process's.
    static func run(
        _ script: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: Data = Data()
    ) async throws -> Output {
        try #require(isInstalled, "python3 with botocore is needed to compare with it")
        return try await start([folder.appending(path: script).path] + arguments, environment: environment, input: input)
    }

    private static func start(_ arguments: [String], environment: [String: String]?, input: Data) async throws -> Output {
        let folder = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["in", "out", "err"].map { folder.appending(path: $0) }
        for file in files { try (file.lastPathComponent == "in" ? input : Data()).write(to: file) }
        let process = try process(arguments)
        if let environment { process.environment = environment }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        let status = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Output(status: status, text: texts[0], errors: texts[1])
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
