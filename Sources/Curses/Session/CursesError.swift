/// Why there is no terminal to work with.
package enum CursesError: Error, Hashable {
    /// Standard input or standard output is not a terminal.
    case notATerminal(Stream)
    /// The process is in the background, where a shell lets nobody read keys or draw.
    case inBackground
    /// The variable `TERM` is unset or empty.
    case terminalTypeUnset
    /// The terminal database has no entry of this name.
    case terminalTypeUnknown(String)
    /// The terminal cannot move its cursor, which a screen needs.
    case terminalTypeTooSimple(String)
    /// The terminal refused to be set up.
    case notUsable(String)

    /// A standard stream.
    package enum Stream: String, Sendable, Hashable {
        /// File descriptor 0.
        case input = "standard input"
        /// File descriptor 1.
        case output = "standard output"
    }
}

extension CursesError: CustomStringConvertible {
    /// What was tried, and what works without a screen.
    package var description: String {
        switch self {
        case .notATerminal, .inBackground: "\(cause) \(Self.commands)"
        case .terminalTypeUnset, .terminalTypeUnknown, .terminalTypeTooSimple, .notUsable: "\(cause) \(Self.lines) \(Self.commands)"
        }
    }

    private var cause: String {
        switch self {
        case .notATerminal(let stream): "The screen needs a terminal, and \(stream.rawValue) is not one."
        case .inBackground: "The screen needs the foreground, and scanconfig was started in the background: start it without &."
        case .terminalTypeUnset: "The variable TERM is not set, so the type of this terminal is not known."
        case .terminalTypeUnknown(let name):
            "TERM is \"\(name)\", which this system's terminal database does not know; try TERM=xterm or TERM=vt100."
        case .terminalTypeTooSimple(let name): "TERM is \"\(name)\", a terminal that cannot move its cursor."
        case .notUsable(let name): "The terminal (TERM is \"\(name)\") could not be set up."
        }
    }

    private static let lines = "\"scanconfig --accessible\" writes lines, on any terminal."
    private static let commands = "\"scanconfig list\" and \"scanconfig disassociate\" work without a screen."
}
