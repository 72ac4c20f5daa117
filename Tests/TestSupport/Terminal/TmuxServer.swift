import Foundation

/// A tmux server of one test, with one terminal in it. When its owner is released it ends, and with it whatever runs in the terminal.
final class TmuxServer: Sendable {
    /// Its process.
    let process: Int32
    /// The process of the shell in the terminal.
    let shell: Int32
    private let name: String
    private let home: TemporaryFolder

    private init(process: Int32, shell: Int32, name: String, home: TemporaryFolder) {
        (self.process, self.shell, self.name, self.home) = (process, shell, name, home)
    }

    deinit {
        end()
    }

    /// Starts one whose terminal has the size given and runs a script.
    static func start(columns: Int, rows: Int, home: TemporaryFolder, script: String) async throws -> TmuxServer {
        await leftovers.value
        let name = "\(prefix)\(getpid())-\(UUID().uuidString.prefix(8))"
        let settings = try home.write("tmux.conf", "set -g status off\nset -g default-terminal tmux\n")
        let start = ["-f", settings, "new-session", "-d", "-P", "-F", "#{pid} #{pane_pid}", "-x", "\(columns)", "-y", "\(rows)"]
        let told = try await tmux(start + ["sh \(script)"], name: name, home: home.path)
        let processes = told.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
        guard processes.count == 2 else { throw TmuxFailure(command: start, errors: told) }
        return TmuxServer(process: processes[0], shell: processes[1], name: name, home: home)
    }

    /// Carries out commands in one go, so that nothing happens to the terminal in between, and returns what they print.
    func run(_ arguments: [String]) async throws -> String {
        try await Self.tmux(arguments, name: name, home: home.path)
    }

    /// Ends the server, so that the terminal hangs up. Does nothing if it has ended.
    func end() {
        if ProcessFacts(process).program?.hasSuffix("/tmux") == true { kill(process, SIGTERM) }
    }

    private static func tmux(_ arguments: [String], name: String, home: String) async throws -> String {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home]
        let result = try await Program.run("/usr/bin/env", ["tmux", "-u", "-L", name] + arguments, environment: environment)
        if result.status == 127 { throw NoTmux() }
        guard result.status == 0 else { throw TmuxFailure(command: arguments, errors: result.errors) }
        return result.output
    }
}

extension TmuxServer {
    private static let prefix = "scanconfig-test-"

    /// Ends servers that killed test runs have left behind; their names hold the process id of the run.
    private static let leftovers = Task {
        let folder = "/tmp/tmux-\(getuid())"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
            guard let run = Int32(name.dropFirst(prefix.count).prefix { $0 != "-" }), kill(run, 0) != 0 else { continue }
            _ = try? await tmux(["kill-server"], name: name, home: "/")
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }
}

/// tmux is not installed.
struct NoTmux: Error, CustomStringConvertible {
    var description: String { "tmux is not installed; this test needs it: sudo apt-get install -y tmux" }
}

/// A command of tmux failed.
struct TmuxFailure: Error {
    let command: [String]
    let errors: String
}
