import Foundation
import Runtime

/// A real terminal emulator, tmux, with a command in it.
///
/// A screen that is read from it is settled: a complete frame of the terminal's size, drawn after every key that was pressed. How long
/// that takes decides nothing. For programs without frames it is what the terminal shows.
public final class TmuxTerminal: Sendable {
    /// The folder that is the command's home.
    public let home: TemporaryFolder
    private let server: TmuxServer
    private let expected: Locked<Expected>

    /// What a frame has to match to be settled.
    private struct Expected {
        var columns: Int
        var rows: Int
        var keys = 0
    }

    private let lookCount = Locked(0)

    /// How many times the terminal has been looked at.
    public var looks: Int { lookCount.withLock { $0 } }

    /// Starts `command` by a shell in a terminal of the size given; the terminal stays after the command ended.
    public init(
        columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], home: TemporaryFolder? = nil, command: String
    ) async throws {
        self.home = try home ?? TemporaryFolder()
        expected = Locked(Expected(columns: columns, rows: rows))
        let variables = BuiltProgram.isolated(environment, home: self.home).merging(["SCANCONFIG_FRAME_MARKS": "1"]) { $1 }
        let exports = variables.sorted { $0.key < $1.key }.map { "export \($0.key)='\($0.value)'" }.joined(separator: "\n")
        let farewell = #"printf 'left with %d\n\033]2;scanconfig: away\a' $?"#
        let script = try self.home.write("start.sh", "\(exports)\n\(command)\n\(farewell)\nexec cat\n")
        server = try await TmuxServer.start(columns: columns, rows: rows, home: self.home, script: script)
    }

    /// The process id of the shell in the terminal.
    public var shellProcess: Int32 { server.shell }

    /// Closes the terminal, so that whatever runs in it is hung up. Does nothing if it is closed.
    public func close() async throws {
        server.end()
        try await Patience.wait(until: "tmux to end") { !ProcessFacts(server.process).isRunning }
    }
}

extension TmuxTerminal {
    /// Notes that the program in the terminal was ended and another one began, which counts keys from none.
    public func expectAnotherProgram() {
        expected.withLock { $0.keys = 0 }
    }

    /// Presses keys, by tmux's names for them: `Down`, `Enter`, `Space`, `C-c`, `a`.
    public func press(_ keys: String...) async throws {
        try await press(keys)
    }

    /// Answers a question of the screen, once it accepts answers.
    public func confirm(_ keys: String...) async throws {
        try await Patience.wait(for: "a question that can be answered", showing: unsettled) { try await settled { !$0.isArming } }
        try await press(keys)
    }

    /// Pastes text: between the marks of bracketed paste if the program asked for them, else as if it were typed.
    public func paste(_ text: String, isMarked: Bool = true) async throws {
        let file = try home.write("pasted", text)
        _ = try await server.run(["load-buffer", file, ";", "paste-buffer", "-d"] + (isMarked ? ["-p"] : []))
    }

    private func press(_ keys: [String]) async throws {
        for group in KeyWords.groups(keys) {
            expected.withLock { $0.keys += group.reduce(0) { $0 + KeyWords.count($1) } }
            _ = try await server.run(["send-keys"] + group)
            if group.last == "Escape" { try await waitForKeys() }
        }
    }

    /// Changes the terminal's size, once every key has arrived, because keys and sizes do not arrive in order.
    public func resize(columns: Int, rows: Int) async throws {
        try await waitForKeys()
        expected.withLock { ($0.columns, $0.rows) = (columns, rows) }
        _ = try await server.run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// Waits until the program has acted on every key that was pressed.
    public func waitForKeys() async throws {
        let keys = expected.withLock { $0.keys }
        try await Patience.wait(until: "\(keys) keys to arrive", showing: unsettled) {
            switch try await look().mark {
            case .drawn(let frame): frame.keys >= keys
            case .none, .away: true
            case .drawing: false
            }
        }
    }
}

extension TmuxTerminal {
    /// The settled screen, a string a line.
    public func screen() async throws -> [String] {
        try await Patience.wait(for: "a settled screen", showing: unsettled) { try await settled() }
    }

    /// The row of the settled screen that the terminal's own cursor stands on.
    public func cursorRow() async throws -> Int {
        _ = try await screen()
        return try await Int(server.run(["display-message", "-p", "#{cursor_y}"]).prefix { $0.isNumber }) ?? -1
    }

    /// The settled screen with escape sequences for colours and attributes.
    public func styledScreen() async throws -> String {
        try await Patience.wait(for: "a settled screen", showing: unsettled) { try await settled(isStyled: true) }.joined(separator: "\n")
    }

    /// Waits for a settled screen for which `condition` holds; throws the last one when there never is.
    @discardableResult
    public func wait(_ what: String, until condition: ([String]) -> Bool) async throws -> [String] {
        try await Patience.wait(for: what, showing: unsettled) {
            guard let screen = try await settled(), condition(screen) else { return nil }
            return screen
        }
    }

    /// Waits until a line holds `text`.
    @discardableResult
    public func wait(for text: String) async throws -> [String] {
        try await wait("'\(text)'") { $0.contains { $0.contains(text) } }
    }

    /// The screen, when it is settled and the frame's facts are as wanted.
    private func settled(isStyled: Bool = false, where isWanted: (FrameFacts) -> Bool = { _ in true }) async throws -> [String]? {
        let look = try await look(isStyled: isStyled)
        switch look.mark {
        case .drawn(let frame): return isExpected(frame) && isWanted(frame) ? look.lines : nil
        case .none, .away: return look.lines
        case .drawing: return nil
        }
    }

    private func isExpected(_ frame: FrameFacts) -> Bool {
        expected.withLock { frame.columns == $0.columns && frame.rows == $0.rows && frame.keys >= $0.keys }
    }

    /// The mark and the screen that belongs to it: tmux answers both at once.
    private func look(isStyled: Bool = false) async throws -> (mark: TerminalMark, lines: [String]) {
        defer { lookCount.withLock { $0 += 1 } }
        let capture = ["capture-pane", "-p"] + (isStyled ? ["-e"] : [])
        let lines = try await server.run(["display-message", "-p", "#{pane_title}", ";"] + capture)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return (TerminalMark(title: lines[0]), Array(lines.dropFirst()))
    }

    /// What the terminal shows, settled or not, for the message of a wait that failed.
    public func unsettled() async -> [String] {
        guard let (mark, lines) = try? await look() else { return ["nothing: tmux has ended"] }
        let keys = expected.withLock { "\($0.columns)x\($0.rows) after \($0.keys) keys expected" }
        return ["\(mark), \(keys)"] + lines
    }
}
