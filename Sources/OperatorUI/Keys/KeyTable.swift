package import Terminal

/// The table of keys: what a key does, its hint, and its help. The manual is made from it; hints and help from the ``KeyMap``, which has the
/// operator's changes.
package enum KeyTable {
    /// Every binding, in the order help shows them.
    package static let sections: [(title: String, bindings: [KeyBinding])] = [
        ("Moving", moving), ("Marking", marking), ("Viewing", viewing), ("Sending", sending), ("Program", program),
    ]

    /// Every binding, in the order help shows them.
    package static let bindings: [KeyBinding] = sections.flatMap(\.bindings)

    private static let moving = [
        KeyBinding([.up, .character("k")], .move(.up), "↑ k", "up", "one row up"),
        KeyBinding([.down, .character("j")], .move(.down), "↓ j", "down", "one row down"),
        KeyBinding([.pageUp, .control("b")], .move(.pageUp), "PgUp ^B", "page up", "one screen up"),
        KeyBinding([.pageDown, .control("f")], .move(.pageDown), "PgDn ^F", "page down", "one screen down"),
        KeyBinding([.home, .character("g")], .move(.first), "Home g", "first", "first row"),
        KeyBinding([.end, .character("G")], .move(.last), "End G", "last", "last row"),
        KeyBinding(
            [.enter, .right, .character("l")], .open, "Enter → l", "open",
            "open; show details, with the whole message; in a plan: the rows behind a number; in results: unfold"
        ),
        KeyBinding(
            [.escape, .left, .character("h")], .back, "Esc ← h", "back",
            "cancel a range, clear a filter, then go one screen back"),
        KeyBinding(
            [.tab, .backTab], .list(.otherPane), "Tab", "other pane", "go to the other pane (120 columns or more)"
        ),
    ]

    private static let marking = [
        KeyBinding(
            [.character(" ")], .list(.mark), "Space", "mark",
            "mark or unmark, and step down; on a configuration: all its associations; in a plan: leave out or put back"),
        KeyBinding([.character("a")], .list(.markAll), "a", "mark all", "mark everything shown"),
        KeyBinding([.character("v")], .list(.range), "v", "range", "start a range of rows; press again to mark it"),
        KeyBinding([.character("*")], .list(.invert), "*", "invert", "invert the marks of what is shown"),
        KeyBinding(
            [.character("u")], .list(.clearMarks), "u", "clear marks",
            "take back an import, else clear all marks, including hidden ones; press again to restore them"),
        KeyBinding(
            [.character("i")], .list(.importMarks), "i", "import marks",
            "mark what a file names (CSV, JSON, IDs or names), or again what the last session had marked and not sent"),
        KeyBinding(
            [.character("M")], .list(.onlyMarked), "M", "only marked",
            "show only marked rows, or all again; a filter stays in effect"),
    ]

    private static let viewing = [
        KeyBinding(
            [.character("/")], .list(.filter), "/", "filter",
            "show only rows that match a filter; in a plan, profiles: find"
        ),
        KeyBinding([.character("s")], .list(.sort), "s", "sort", "sort by the next column"),
        KeyBinding([.character("S")], .list(.sortBy), "S", "sort by", "sort by the column of the letter that follows"),
        KeyBinding([.character("<")], .list(.sortLeft), "<", "sort left", "sort by the column to the left"),
        KeyBinding([.character(">")], .list(.sortRight), ">", "sort right", "sort by the column to the right"),
        KeyBinding([.character("=")], .list(.reverse), "=", "reverse", "reverse the sort order: ▲ ascending, ▼ descending"),
        KeyBinding(
            [.character("C")], .list(.columns), "C", "columns",
            "choose the columns of lists of associations"),
        KeyBinding(
            [.character("n")], .list(.nextFailed), "n", "next failed",
            "next failed row; in results: next code; in a plan: next match"),
        KeyBinding(
            [.character("N")], .list(.previousFailed), "N", "previous failed",
            "previous failed row; the same in results and plans"),
        KeyBinding(
            [.character("!")], .program(.results), "!", "results", "results and errors of this session, or the run in progress"
        ),
        KeyBinding(
            [.character("H")], .program(.earlierRuns), "H", "earlier runs",
            "all runs in this machine's journals: view, resume, undo, verify"),
        KeyBinding(
            [.character("c")], .copy, "c", "copy",
            "copy ID, name, ARN or marked IDs (OSC 52); in results: a group's IDs"),
        KeyBinding(
            [.character("o")], .program(.console), "o", "console",
            "copy the address of Inspector's console page (OSC 52)"),
        KeyBinding(
            [.character("e")], .export, "e", "export", "write .csv or .json; results: also .md, .html (ticket)"),
    ]

    private static let sending = [
        KeyBinding([.character("d")], .list(.plan), "d", "disassociate", "plan: review what would be sent, then confirm or go back"),
        KeyBinding(
            [.character("A")], .list(.associate), "A", "associate",
            "associate projects with a configuration; in a plan: cover projects before they are disassociated"),
        KeyBinding([.character("y")], .run(.send), "y", "send", "send a plan of up to 25 associations"),
        KeyBinding(
            [.character("L")], .run(.leaveOut), "L", "keep coverage",
            "in a plan: leave out what would lose its last configuration"),
        KeyBinding(
            [.character("f")], .run(.onlyWarned), "f", "only warned",
            "in a plan: show only rows with a warning, or all again"),
        KeyBinding(
            [.character("E")], .run(.edit), "E", "edit",
            "in a plan: edit in $VISUAL or $EDITOR; a deleted line is left out"),
        KeyBinding(
            [.character("x")], .program(.stop), "x", "stop", "stop a run once calls in progress are recorded; end verification"),
        KeyBinding(
            [.character("R")], .run(.retry), "R", "retry", "resume what is left of a run, or retry what failed in the last"),
        KeyBinding(
            [.character("V")], .run(.verify), "V", "verify",
            "list again what a run touched, and correct its outcomes"),
        KeyBinding(
            [.character("W")], .run(.watch), "W", "watch",
            "list again, for an hour, what a run changed, and say what is changed back; x ends it"),
        KeyBinding([.character("U")], .run(.undo), "U", "undo", "plan the undo of the last run, or of an earlier one"),
    ]

    private static let program = [
        KeyBinding(
            [.character("r"), .control("r")], .refresh, "r ^R", "refresh",
            "list again; try again after an error; continue a waiting run"),
        KeyBinding([.character("p")], .program(.profiles), "p", "profile", "change the profile or region"),
        KeyBinding([.character(":")], .program(.palette), ":", "commands", "all commands, found while you type; Enter performs one"),
        KeyBinding([.character("?")], .program(.help), "?", "help", "all keys, and the symbols in front of rows"),
        KeyBinding(
            [.character(".")], .program(.whereAmI), ".", "where am I",
            "say the screen, account, region, filter, marks and row"),
        KeyBinding([.control("l")], .program(.repaint), "^L", "repaint", "redraw the screen"),
        KeyBinding([.control("z")], .program(.suspend), "^Z", "suspend", "suspend to the shell; fg returns here"),
        KeyBinding(
            [.control("c")], .program(.interrupt), "^C", "interrupt", "stop a run; otherwise quit, asking first if anything is marked"),
        KeyBinding([.character("q")], .program(.quit), "q", "quit", "go back; on the first screen, quit"),
    ]
}

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

    init(_ keys: [Key], _ command: Command, _ name: String, _ hint: String, _ help: String) {
        self.keys = keys
        self.command = command
        self.name = name
        self.hint = hint
        self.help = help
    }

    /// The same command on other keys, or on none.
    func on(_ keys: [Key]) -> KeyBinding {
        KeyBinding(keys, command, keys.isEmpty ? "no key" : keys.map(\.name).joined(separator: " "), hint, help)
    }

    /// The first key as the bottom line shows it.
    package var shortName: String {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        return first.count > 1 && first.first != "^" ? first.lowercased() : first
    }
}
