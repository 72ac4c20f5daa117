package import Terminal

/// The one table of keys: what a key does, what the bottom line says, and what help says.
package enum KeyTable {
    /// Every binding, in the order help shows them.
    package static let sections: [(title: String, bindings: [KeyBinding])] = [
        ("Moving", moving), ("Choosing", choosing), ("Looking closer", looking), ("Sending", sending), ("The program", leaving),
    ]

    /// Every binding, in the order help shows them.
    package static let bindings: [KeyBinding] = sections.flatMap(\.bindings)

    /// What `key` stands for, if anything.
    package static func command(for key: Key) -> Command? { commands[key] }

    /// The binding that shows a command in hints.
    package static func binding(of command: Command) -> KeyBinding? {
        bindings.first { $0.command == command }
    }

    private static let commands = Dictionary(
        bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } }, uniquingKeysWith: { first, _ in first })

    private static let moving = [
        KeyBinding([.up, .character("k")], .move(.up), "↑ k", "up", "one row up"),
        KeyBinding([.down, .character("j")], .move(.down), "↓ j", "down", "one row down"),
        KeyBinding([.pageUp, .control("b")], .move(.pageUp), "PgUp ^B", "page up", "one screen up"),
        KeyBinding([.pageDown, .control("f")], .move(.pageDown), "PgDn ^F", "page down", "one screen down"),
        KeyBinding([.home, .character("g")], .move(.first), "Home g", "first", "first row"),
        KeyBinding([.end, .character("G")], .move(.last), "End G", "last", "last row"),
        KeyBinding(
            [.enter, .right, .character("l")], .open, "Enter → l", "open",
            "open a configuration; details of an association, with its whole message"),
        KeyBinding(
            [.escape, .left, .character("h")], .back, "Esc ← h", "back",
            "ends a range, takes a filter away, then goes one screen back"),
        KeyBinding(
            [.tab, .backTab], .list(.otherPane), "Tab", "other pane", "between configurations and associations, at 120 columns and more"),
    ]

    private static let choosing = [
        KeyBinding(
            [.character(" ")], .list(.mark), "Space", "mark", "mark or unmark and step down; on a configuration: all its associations"),
        KeyBinding([.character("a")], .list(.markAll), "a", "mark all", "mark everything shown"),
        KeyBinding([.character("v")], .list(.range), "v", "range", "start a range of rows; again: mark it"),
        KeyBinding([.character("*")], .list(.invert), "*", "invert", "mark what is shown and not marked, and the other way round"),
        KeyBinding([.character("u")], .list(.clearMarks), "u", "clear marks", "clear all marks, hidden ones too"),
        KeyBinding(
            [.character("M")], .list(.onlyMarked), "M", "only marked", "show only what is marked; again: everything; a filter stays"),
    ]

    private static let looking = [
        KeyBinding(
            [.character("/")], .list(.filter), "/", "filter",
            "show only rows with all words in name, id, configuration or statusCode; !word: rows without it; Enter keeps it, Esc ends it"),
        KeyBinding([.character("s")], .list(.sort), "s", "sort", "sort by the next column"),
        KeyBinding([.character("S")], .list(.reverse), "S", "reverse", "sort the other way round: ▲ ascending, ▼ descending"),
        KeyBinding([.character("n")], .list(.nextFailed), "n", "next failed", "to the next row that failed"),
        KeyBinding([.character("N")], .list(.previousFailed), "N", "previous failed", "to the row before that failed"),
        KeyBinding([.character("!")], .program(.results), "!", "results", "results and errors of this session; during a run: the run"),
        KeyBinding(
            [.character("H")], .program(.earlierRuns), "H", "earlier runs",
            "every run in this machine's journals: look, resume, undo, verify"),
        KeyBinding([.character("c")], .copy, "c", "copy id", "copy the id by way of the terminal (OSC 52)"),
        KeyBinding([.character("e")], .export, "e", "export", "write list or results to a file, .csv or .json"),
    ]

    private static let sending = [
        KeyBinding([.character("d")], .list(.plan), "d", "disassociate", "plan: read what would be sent, then confirm or go back"),
        KeyBinding([.character("y")], .run(.send), "y", "send", "send a plan of up to 25 associations"),
        KeyBinding([.character("x")], .program(.stop), "x", "stop", "stop a run: calls under way end and are recorded; end a verification"),
        KeyBinding(
            [.character("R")], .run(.retry), "R", "retry", "resume what is left of a run, else plan what failed in the last one once more"),
        KeyBinding(
            [.character("V")], .run(.verify), "V", "verify again",
            "list again what the last run touched, or an earlier one, and correct its outcomes"),
        KeyBinding([.character("U")], .run(.undo), "U", "undo", "plan the undo of the last run, or of an earlier one"),
    ]

    private static let leaving = [
        KeyBinding(
            [.character("r"), .control("r")], .refresh, "r ^R", "refresh",
            "list again; try again after an error; continue a run that waits"),
        KeyBinding([.character("p")], .program(.profiles), "p", "profile", "another profile or region"),
        KeyBinding([.character("?")], .program(.help), "?", "help", "this page"),
        KeyBinding([.control("l")], .program(.repaint), "^L", "repaint", "draw the screen again"),
        KeyBinding([.control("z")], .program(.suspend), "^Z", "suspend", "back to the shell; fg returns here"),
        KeyBinding([.control("c")], .program(.interrupt), "^C", "interrupt", "stop a run; else quit, asking if marks exist"),
        KeyBinding([.character("q")], .program(.quit), "q", "quit", "back, then quit"),
    ]
}
