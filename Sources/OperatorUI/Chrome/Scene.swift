import InspectorCore
import Terminal

/// What a screen needs to know to show itself.
struct Scene {
    /// What all screens share.
    let session: Session
    /// What it is drawn on.
    let display: Display
    /// Whether keys go to this screen.
    let isOnTop: Bool
    /// The screens below it.
    let below: ArraySlice<Screen>

    /// Text in lines as wide as the terminal.
    var page: Page { Page(columns: display.size.columns) }

    /// What a screen shows here.
    func view(of screen: Screen) -> ScreenView { screen.model.view(in: self) }

    /// What the screen below shows; nothing when there is none.
    var viewBelow: ScreenView {
        guard let next = below.last else { return ScreenView(title: "", body: []) }
        return Scene(session: session, display: display, isOnTop: false, below: below.dropLast()).view(of: next)
    }

    /// Hints for commands, with the keys as they are bound.
    func hints(_ commands: Command..., as words: String? = nil) -> [Hint] {
        commands.filter { ($0 != .list(.markAll) || display.size.columns >= 72) }
            .compactMap { hint($0, as: words) }
    }

    /// Hints for those of the commands that do something on the screen now.
    func workingHints(_ commands: Command..., on screen: some ScreenModel, as words: String? = nil) -> [Hint] {
        commands.filter { screen.availability(of: $0, in: session, on: display) == .enabled }.compactMap { hint($0, as: words) }
    }

    /// The command's first key, with the words of the key table or others; nothing for a command without a key.
    private func hint(_ command: Command, as words: String?) -> Hint? {
        session.keys.binding(of: command).map { Hint($0.shortName, words ?? $0.hint) }
    }
}

/// What a screen shows between the top line and the key hints, and what it contributes to the lines around.
struct ScreenView {
    /// What the top line calls the screen, in as many cells as there is room for.
    var title: (_ room: Int) -> String
    /// The lines, as many as there are or as fit.
    var body: [Line]
    /// Where this is in the whole, for the right end of the status line: "37/1,204" in a list, "3-9 of 90" in a text.
    var position = ""
    /// Where the terminal's cursor stands, counted from the frame's first line: on the current row, a text's first visible line, a question.
    var cursor: Position?
    /// What an unarmed confirmation says above the key hints.
    var reading: String?
    /// What the body says already: a notice that says the same is not shown again.
    var said: String?
    /// What is said above the key hints when there is nothing more important.
    var status = Line.empty
    /// How much of a list the filter being typed shows.
    var filterCount = ""
    /// What cannot be understood of the filter being typed.
    var filterMistake: FilterMistake?
    /// What is typed as an answer, with what asks for it.
    var answer: String?
    /// How many of the first lines stay where they are when others make room for what is said below.
    var headings = 1
    /// How many of the last lines stay in sight whatever is said below; of a list, the headings and the current row.
    var keptLines = 2
    /// Whether the last lines are what matters: a question's.
    var isQuestion = false
    /// The keys that matter here.
    var hints: [Hint] = []

    init(title: @escaping (_ room: Int) -> String, body: [Line]) {
        (self.title, self.body) = (title, body)
    }

    init(title: String, body: [Line]) {
        self.init(title: { _ in title }, body: body)
    }

    /// Has the terminal's cursor stand on the first line from this one on that says something, where a screen reader looks first.
    ///
    /// - Parameters:
    ///   - line: A line of the body.
    ///   - column: Cells from the left edge.
    mutating func park(from line: Int, column: Int = 0) {
        let place = body.indices.dropFirst(line).first { !body[$0].isBlank }
        cursor = place.map { Position(column: column, row: $0 + 1) }
    }
}

extension Line {
    /// Whether the line says nothing; a scroll bar beside it is no word.
    var isBlank: Bool { spans.allSatisfy { $0.text.allSatisfy { $0 == " " || $0 == "▐" } } }
}

/// A key and what it does here, for the bottom line.
struct Hint: Hashable, Sendable {
    /// The key as it is written there.
    let key: String
    /// One or two words.
    let words: String

    init(_ key: String, _ words: String) {
        (self.key, self.words) = (key, words)
    }

    /// The keys that scroll a text.
    static let scroll = Hint("↑ ↓", "scroll")
}
