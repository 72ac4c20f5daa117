package import Terminal

/// A row of the key table.
package struct KeyBinding: Hashable, Sendable {
    /// The keys, the one to show first.
    package let keys: [Key]
    /// What they stand for.
    package let command: Command
    /// The keys as help shows them.
    package let name: String
    /// One or two words for the bottom line.
    package let hint: String
    /// What help says.
    package let help: String

    init(_ keys: [Key], _ command: Command, name: String, hint: String, help: String) {
        self.keys = keys
        self.command = command
        self.name = name
        self.hint = hint
        self.help = help
    }
}

/// The one table of keys: what a key does, what the bottom line says, and what help says.
package enum KeyTable {
    /// Every binding, in the order help shows them.
    package static let bindings: [KeyBinding] = moving + choosing + sending + looking + leaving

    /// What `key` stands for, if anything.
    package static func command(for key: Key) -> Command? {
        bindings.first { $0.keys.contains(key) }?.command
    }

    /// The binding that shows a command in hints.
    package static func binding(of command: Command) -> KeyBinding? {
        bindings.first { $0.command == command }
    }

    private static let moving = [
        KeyBinding([.up, .character("k")], .move(.up), name: "↑ k", hint: "up", help: "one row up"),
        KeyBinding([.down, .character("j")], .move(.down), name: "↓ j", hint: "down", help: "one row down"),
        KeyBinding([.pageUp, .control("b")], .move(.pageUp), name: "PgUp ^B", hint: "page up", help: "one screen up"),
        KeyBinding([.pageDown, .control("f")], .move(.pageDown), name: "PgDn ^F", hint: "page down", help: "one screen down"),
        KeyBinding([.home, .character("g")], .move(.first), name: "Home g", hint: "first", help: "first row"),
        KeyBinding([.end, .character("G")], .move(.last), name: "End G", hint: "last", help: "last row"),
        KeyBinding(
            [.enter, .right, .character("l")], .open, name: "Enter → l", hint: "open",
            help: "open a configuration; details of a project with its whole message"),
        KeyBinding([.escape, .left, .character("h")], .back, name: "Esc ← h", hint: "back", help: "one screen back"),
    ]

    private static let choosing = [
        KeyBinding(
            [.character(" ")], .mark, name: "Space", hint: "mark",
            help: "mark or unmark and step down; on a configuration: all of its projects"),
        KeyBinding([.character("a")], .markAll, name: "a", hint: "mark all", help: "mark everything shown"),
        KeyBinding([.character("u")], .clearMarks, name: "u", hint: "clear marks", help: "take all marks off"),
    ]

    private static let sending = [
        KeyBinding(
            [.character("d")], .plan, name: "d", hint: "disassociate", help: "plan: read what would be sent, then confirm or go back"),
        KeyBinding([.character("y")], .send, name: "y", hint: "send", help: "on the plan of up to 25 targets: send it"),
        KeyBinding([.character("x")], .stop, name: "x", hint: "stop", help: "stop a run; calls under way end and are recorded"),
    ]

    private static let looking = [
        KeyBinding([.character("!")], .results, name: "!", hint: "results", help: "results and errors of this session"),
        KeyBinding(
            [.character("r"), .control("r")], .refresh, name: "r ^R", hint: "refresh",
            help: "list again; try again after an error; go on with a run that waits"),
        KeyBinding([.control("l")], .repaint, name: "^L", hint: "repaint", help: "draw the screen again"),
        KeyBinding([.character("?")], .help, name: "?", hint: "help", help: "this page"),
    ]

    private static let leaving = [
        KeyBinding([.character("q")], .quit, name: "q", hint: "quit", help: "back, then quit"),
        KeyBinding([.control("c")], .interrupt, name: "^C", hint: "interrupt", help: "stop a run; else quit, asking if marks exist"),
        KeyBinding([.control("z")], .suspend, name: "^Z", hint: "suspend", help: "back to the shell; fg returns here"),
    ]
}
