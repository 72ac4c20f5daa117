import InspectorCore

/// A command as the palette lists it.
struct PaletteRow: Hashable, Sendable {
    let command: Command
    /// Its keys, as bound.
    let keys: String
    /// One or two words.
    let words: String
    /// What help says.
    let help: String

    /// Every command but the palette, in the order of help, but how to move comes last.
    static func all(_ keys: KeyMap) -> [PaletteRow] {
        (keys.sections.dropFirst() + keys.sections.prefix(1)).flatMap(\.bindings).filter { $0.command != .program(.palette) }.map {
            PaletteRow(command: $0.command, keys: $0.name, words: $0.hint, help: $0.help)
        }
    }

    /// The rows that have every word of a text, the ones first whose short words begin with it; a key alone finds its command first, and
    /// help is searched for three letters or more.
    static func matching(_ text: String, among rows: [PaletteRow]) -> [PaletteRow] {
        let typed = text.lowercased()
        let words = typed.split(separator: " ").map(String.init)
        let found = rows.filter { row in
            let own = row.text(withHelp: typed.count > 2)
            return words.allSatisfy { own.contains($0) } || row.words.isScattered(typed)
        }
        return (0...3).flatMap { rank in found.filter { $0.rank(text) == rank } }
    }

    private func text(withHelp: Bool) -> String {
        "\(words) \(command.name) \(keys) \(command.otherWords) \(withHelp ? help : "")".lowercased()
    }

    /// Whether the text is one of its keys, as they are written.
    func isKey(_ text: String) -> Bool { keys.split(separator: " ").contains(Substring(text)) }

    private func rank(_ text: String) -> Int {
        if text.isEmpty || isKey(text) { return 0 }
        let text = text.lowercased()
        if words.hasPrefix(text) { return 1 }
        return words.contains(text) || command.otherWords.split(separator: " ").contains(Substring(text)) ? 2 : 3
    }
}

extension Command {
    /// What people may call the command who do not know it yet, in lower case.
    fileprivate var otherWords: String {
        switch self {
        case .open: "enter details show expand unfold fold"
        case .back: "escape cancel close"
        case .refresh: "reload list again reconnect"
        case .copy: "clipboard yank osc 52 arn id name"
        case .export: "save write file csv json md markdown html ticket report spreadsheet excel"
        case .list(let command): command.otherWords
        case .run(let command): command.otherWords
        case .program(let command): command.otherWords
        case .move: "scroll cursor"
        }
    }
}

extension ListCommand {
    fileprivate var otherWords: String {
        switch self {
        case .mark: "select tag check toggle"
        case .range: "visual select from to"
        case .markAll: "select all everything"
        case .invert: "toggle all"
        case .clearMarks: "unmark deselect none reset"
        case .importMarks: "load file csv json ids from restore"
        case .onlyMarked: "selected hide unmarked"
        case .filter: "search find grep query"
        case .sort, .sortBy, .sortLeft, .sortRight, .reverse: "order by column"
        case .columns: "show hide fields layout"
        case .nextFailed, .previousFailed: "error failure jump"
        case .otherPane: "switch focus window"
        case .associate: "move add attach cover assign onboard migrate"
        case .plan: "remove delete detach dissociate preview review"
        }
    }
}

extension RunCommand {
    fileprivate var otherWords: String {
        switch self {
        case .send: "confirm go execute apply run yes"
        case .leaveOut: "exclude uncovered last configuration"
        case .onlyWarned: "warnings show"
        case .edit: "vi vim nano editor text"
        case .retry: "again repeat resume continue"
        case .verify: "check list again confirm"
        case .watch: "monitor wait default configuration comes back again"
        case .undo: "revert roll back associate again restore"
        }
    }
}

extension ProgramCommand {
    fileprivate var otherWords: String {
        switch self {
        case .results: "errors failures log report outcome"
        case .earlierRuns: "history journal log past"
        case .profiles: "account region login switch aws"
        case .console: "browser url web address aws"
        case .palette: "menu"
        case .whereAmI: "where am i account region screen status"
        case .help: "keys shortcuts manual legend symbols"
        case .stop: "abort cancel end halt"
        case .repaint: "redraw clear screen"
        case .suspend: "background shell"
        case .interrupt: "abort exit"
        case .quit: "exit leave close"
        }
    }
}

extension String {
    /// Whether the characters of a text come in this one in their order, as in "cmk" for "clear marks".
    fileprivate func isScattered(_ text: String) -> Bool {
        var rest = text[...]
        for character in self where character == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
