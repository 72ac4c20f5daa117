import AWSClient
import FoundationEssentials
import Glibc
import InspectorCore
import Logging

/// A simulator in a process of its own, `scanconfig simulate`, so that what is measured shares nothing with it.
final class Simulation: Sendable {
    /// What a client needs in its environment.
    let variables: [String: String]
    private let child: Child

    /// Starts a simulator; returns when it accepts connections.
    init(_ program: String, home: Folder, _ arguments: [String]) throws(BenchError) {
        let pipe = try Pipe()
        let command = Command(program, ["simulate"] + arguments, home: home)
        child = Child(process: try Spawn.start(command, streams: [.file("/dev/null"), .descriptor(pipe.input), .file("/dev/null")]))
        pipe.closeInput()
        let text = pipe.text { $0.contains("Press ^C") }
        variables = Self.exports(in: text)
        guard !variables.isEmpty else { throw BenchError("The simulator did not start: \(program) simulate \(arguments).") }
    }

    deinit {
        child.end()
    }

    /// A session of this process with the simulator.
    func session() throws -> AWSSession {
        try AWSSession.open(
            options: ClientOptions(), environment: Environment(variables: variables),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
    }

    /// The lines `export NAME='value'` of its announcement.
    static func exports(in text: String) -> [String: String] {
        let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
            guard line.hasPrefix("export "), let equals = line.firstIndex(of: "=") else { return nil }
            return (String(line[..<equals].dropFirst(7)), String(line[line.index(after: equals)...].dropFirst().dropLast()))
        }
        return Dictionary(pairs) { _, last in last }
    }
}

/// A temporary folder that is removed when its last owner releases it. `TMPDIR` decides on which disk it is.
final class Folder: Sendable {
    let path: String

    init() throws {
        let parent = Environment.current["TMPDIR"] ?? "/tmp"
        path = "\(parent)/scanconfig-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Creates `count` empty files in it, named like the repositories of the account, for file managers to show.
    func fill(_ count: Int) {
        let account = MadeAccount(configurations: 1, projects: count)
        for number in 0..<count {
            let name = (account.details(number).projectName ?? "").split(separator: "/").joined(separator: "-")
            _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: nil)
        }
    }
}
