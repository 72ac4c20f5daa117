import Foundation

/// A real terminal emulator, tmux, with a command in it.
public final class TmuxTerminal: Sendable {
    private let socket: String
    private let folder: TemporaryFolder

    /// The folder that is the command's home.
    public var home: TemporaryFolder { folder }

    /// Starts `command` by a shell in a terminal of the size given; the terminal stays after the command ended.
    public init(
        columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], home: TemporaryFolder? = nil, command: String
    ) async throws {
        folder = try home ?? TemporaryFolder()
        socket = "scanconfig-\(UUID().uuidString.prefix(8))"
        let surroundings = BuiltProgram.surroundings(environment, home: folder)
        let exports = surroundings.sorted { $0.key < $1.key }.map { "export \($0.key)='\($0.value)'" }.joined(separator: "\n")
        let script = try folder.write("start.sh", "\(exports)\n\(command)\nprintf 'left with %d\\n' $?\nexec cat\n")
        try await tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh \(script)")
        try await tmux("set-option", "-g", "status", "off")
        try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    deinit {
        let (socket, folder) = (socket, folder)
        Task { try? await Self.tmux(["kill-server"], socket: socket, folder: folder) }
    }

    /// Takes the terminal away: whatever runs in it is hung up. Nothing happens when it is gone already.
    public func close() async throws {
        try await tmux("kill-server")
    }

    /// Presses keys, by tmux's names for them: `Down`, `Enter`, `Space`, `C-c`, `a`.
    public func press(_ keys: String...) async throws {
        try await tmux(["send-keys"] + keys)
    }

    /// Changes the terminal's size.
    public func resize(columns: Int, rows: Int) async throws {
        try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    /// The screen as it is, a string a line.
    public func screen() async throws -> [String] {
        try await tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The screen with escape sequences for colours and attributes.
    public func styledScreen() async throws -> String {
        try await tmux("capture-pane", "-p", "-e")
    }

    /// The process id of the shell in the terminal.
    public func shellProcess() async throws -> Int32? {
        Int32(try await tmux("list-panes", "-F", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Looks at the screen until `condition` holds; throws what it saw last when 20 seconds are over.
    @discardableResult
    public func wait(
        _ what: String, until condition: ([String]) -> Bool
    ) async throws -> [String] {
        let deadline = Date(timeIntervalSinceNow: 20)
        var seen: [String] = []
        while Date.now < deadline {
            seen = try await screen()
            if condition(seen) { return seen }
        }
        throw NotSeen(what: what, screen: seen)
    }

    /// Waits until a line holds `text`.
    @discardableResult
    public func wait(for text: String) async throws -> [String] {
        try await wait("'\(text)'") { $0.contains { $0.contains(text) } }
    }

    @discardableResult
    private func tmux(_ arguments: String...) async throws -> String {
        try await tmux(arguments)
    }

    @discardableResult
    private func tmux(_ arguments: [String]) async throws -> String {
        try await Self.tmux(arguments, socket: socket, folder: folder)
    }

    @discardableResult
    private static func tmux(_ arguments: [String], socket: String, folder: TemporaryFolder) async throws -> String {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
        let result = try await Program.run("/usr/bin/env", ["tmux", "-u", "-L", socket] + arguments, environment: environment)
        if result.status == 127 { throw NoTmux() }
        return result.output
    }
}

/// The emulator is missing.
struct NoTmux: Error, CustomStringConvertible {
    var description: String { "tmux is not installed; this test needs it: sudo apt-get install -y tmux" }
}

/// Something a test waited for did not show up.
public struct NotSeen: Error, CustomStringConvertible {
    let what: String
    let screen: [String]

    /// Says what did not show up, and what the screen showed instead.
    public init(what: String, screen: [String]) {
        self.what = what
        self.screen = screen
    }

    /// What was missing, and the screen.
    public var description: String {
        "waited for \(what); the screen shows:\n" + screen.joined(separator: "\n")
    }
}
