import Foundation
import Subprocess
import SystemPackage

/// Runs programs without holding a thread, so that servers in the test's own process go on answering.
public enum Program {
    /// Runs the program at `path` to its end.
    ///
    /// - Parameter environment: The whole environment.
    public static func run(
        _ path: String, _ arguments: [String], environment: [String: String], input: String = ""
    ) async throws -> ProgramResult {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(variables(environment)), input: .string(input),
            output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
        return ProgramResult(
            status: result.terminationStatus.code, output: result.standardOutput, errors: result.standardError)
    }
}

extension Program {
    /// Runs the program until `isTime` holds, then kills it with SIGKILL; it may end by itself before.
    static func run(
        _ path: String, _ arguments: [String], environment: [String: String], killedWhen isTime: @Sendable () async -> Bool
    ) async throws -> Int32 {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(variables(environment)), input: .none,
            output: .discarded, error: .discarded
        ) { execution in
            let facts = ProcessFacts(execution.processIdentifier.value)
            while await !isTime() {
                guard facts.isRunning else { return }
                try await Task.sleep(for: .milliseconds(1))
            }
            try? execution.send(signal: .kill)
        }
        return result.terminationStatus.code
    }

    private static func variables(_ environment: [String: String]) -> [Environment.Key: String] {
        var variables: [Environment.Key: String] = [:]
        for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
        return variables
    }
}

/// What a program printed, and how it ended.
public struct ProgramResult: Sendable {
    /// The exit status, or the number of the signal that ended it.
    public let status: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String
}

extension TerminationStatus {
    fileprivate var code: Int32 {
        switch self {
        case .exited(let code): Int32(code)
        case .signaled(let signal): Int32(signal)
        }
    }
}
