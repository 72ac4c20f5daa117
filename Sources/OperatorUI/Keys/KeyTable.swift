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
            "open a configuration; show details of an association, with its whole message; in a plan: show the rows behind a number; in results: unfold"
        ),
        KeyBinding(
            [.escape, .left, .character("h")], .back, "Esc ← h", "back",
            "cancel a range, clear a filter, then go one screen back"),
        KeyBinding(
            [.tab, .backTab], .list(.otherPane), "Tab", "other pane", "switch between configurations and associations (120 columns or more)"
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
            [.character("u")], .list(.clearMarks), "u", "clear marks", "clear all marks, including hidden ones; press again to restore them"
        ),
        KeyBinding([.character("i")], .list(.importMarks), "i", "mark again", "mark again what the last session had marked and not sent"),
        KeyBinding(
            [.character("M")], .list(.onlyMarked), "M", "only marked",
            "show only marked rows; press again to show all; a filter stays in effect"),
    ]

    private static let viewing = [
        KeyBinding(
            [.character("/")], .list(.filter), "/", "filter",
            "show only rows that match a filter; its terms are below. While typing, Tab completes, ↑ recalls earlier filters, Enter keeps it, Esc clears it; in a plan: find"
        ),
        KeyBinding([.character("s")], .list(.sort), "s", "sort", "sort by the next column"),
        KeyBinding([.character("S")], .list(.sortBy), "S", "sort by", "sort by the column of the letter that follows"),
        KeyBinding([.character("<")], .list(.sortLeft), "<", "sort left", "sort by the column to the left"),
        KeyBinding([.character(">")], .list(.sortRight), ">", "sort right", "sort by the column to the right"),
        KeyBinding([.character("=")], .list(.reverse), "=", "reverse", "reverse the sort order: ▲ ascending, ▼ descending"),
        KeyBinding(
            [.character("C")], .list(.columns), "C", "columns",
            "choose the columns of lists of associations, for as long as the program runs"),
        KeyBinding(
            [.character("n")], .list(.nextFailed), "n", "next failed",
            "go to the next failed row; in results: to the next code; in a plan: to the next match"),
        KeyBinding(
            [.character("N")], .list(.previousFailed), "N", "previous failed",
            "go to the previous failed row; in results: to the previous code; in a plan: to the previous match"),
        KeyBinding(
            [.character("!")], .program(.results), "!", "results", "results and errors of this session; while a run is in progress, the run"
        ),
        KeyBinding(
            [.character("H")], .program(.earlierRuns), "H", "earlier runs",
            "all runs in this machine's journals: view, resume, undo, verify"),
        KeyBinding(
            [.character("c")], .copy, "c", "copy",
            "copy the ID, the name, the ARN or the marked IDs through the terminal (OSC 52); in results: the IDs of what the cursor is on"),
        KeyBinding(
            [.character("o")], .program(.console), "o", "console",
            "copy the address of Amazon Inspector in AWS's console through the terminal (OSC 52)"),
        KeyBinding([.character("e")], .export, "e", "export", "write the list, the plan or the results to a file (.csv or .json)"),
    ]

    private static let sending = [
        KeyBinding([.character("d")], .list(.plan), "d", "disassociate", "plan: review what would be sent, then confirm or go back"),
        KeyBinding([.character("y")], .run(.send), "y", "send", "send a plan of up to 25 associations"),
        KeyBinding(
            [.character("L")], .run(.leaveOut), "L", "keep coverage",
            "in a plan: leave out projects that would lose their last configuration"),
        KeyBinding(
            [.character("f")], .run(.onlyWarned), "f", "only warned",
            "in a plan: show only rows with a warning; press again to show all"),
        KeyBinding(
            [.character("E")], .run(.edit), "E", "edit",
            "in a plan: edit the associations in $VISUAL or $EDITOR, one a line; a deleted line is left out"),
        KeyBinding(
            [.character("x")], .program(.stop), "x", "stop", "stop a run (calls in progress finish and are recorded), or end verification"),
        KeyBinding(
            [.character("R")], .run(.retry), "R", "retry", "resume what is left of a run, or plan a retry of what failed in the last one"),
        KeyBinding(
            [.character("V")], .run(.verify), "V", "verify",
            "list again what the last run or an earlier one touched, and correct its outcomes"),
        KeyBinding([.character("U")], .run(.undo), "U", "undo", "plan the undo of the last run, or of an earlier one"),
    ]

    private static let program = [
        KeyBinding(
            [.character("r"), .control("r")], .refresh, "r ^R", "refresh",
            "list again; try again after an error; continue a waiting run"),
        KeyBinding([.character("p")], .program(.profiles), "p", "profile", "change the profile or region"),
        KeyBinding([.character(":")], .program(.palette), ":", "commands", "all commands, found while you type; Enter performs one"),
        KeyBinding([.character("?")], .program(.help), "?", "help", "all keys, and the symbols in front of rows"),
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
