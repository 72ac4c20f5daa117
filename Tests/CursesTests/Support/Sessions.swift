import Glibc
import Terminal
import Testing

@testable import Curses

/// All tests that start a session or change the locale: there can be only one at a time, and it owns the signals of the process.
@Suite(.serialized, .timeLimit(.minutes(10))) enum Sessions {
    /// A session on a terminal of its own.
    @MainActor static func start(
        on terminal: PseudoTerminal, type: String = "xterm-256color", color: ColorChoice = .auto, theme: Theme? = .dark,
        environment: [String: String] = [:]
    ) throws -> CursesSession {
        let variables = ["TERM": type, "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        let options = CursesOptions(color: color, theme: theme, environment: TerminalVariables(variables))
        let session = try CursesSession(options: options, device: terminal.device)
        // From here on it reads, as it does once the program waits for events.
        _ = session.events
        return session
    }

    /// A list of as many rows as fit, with the cursor's glyph on one of them.
    static func list(cursor: Int, size: TerminalSize) -> Frame {
        let lines = (0..<size.rows).map { row in
            Line([Span(row == cursor ? "▸" : " ", .cursor), Span("● ", .marked), Span("acme/service-\(row)".padded(to: size.columns - 3))])
        }
        return Frame(size: size, lines: lines, cursor: Position(column: 0, row: cursor))
    }
}
