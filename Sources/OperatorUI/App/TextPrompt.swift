import InspectorCore
import Terminal
import TextSafety

/// Text being typed on the line above the key hints.
struct TextPrompt: Equatable, Sendable {
    /// What the text is for.
    enum Purpose: Equatable, Sendable {
        /// Words that rows have to contain.
        case filter
        /// Text to look for in a plan
        case find
        /// The file to write to.
        case fileName(Export.Content)
        /// The file whose marks are imported; so many of the last session are there to be marked again.
        case marks(kept: Int)
        /// Words that commands have to contain.
        case command
        /// Text that what is chosen from has to contain.
        case choice
        /// The region to work in.
        case region
        /// One letter, of the column to sort by.
        case sort([SortChoice])
        /// A multi-factor device's code.
        case code
        /// The authorization code that a page shows after signing in.
        case authorization
        /// Nothing any more: what it was for is gone. It stays open so that the letters that are still being typed do not become commands.
        case interrupted
    }

    /// What the text is for.
    let purpose: Purpose
    /// The text typed so far.
    var text: String
    /// What Tab and ↑ know of a filter.
    var memory = PromptMemory()
    /// Whether the key before moved through the list behind: then the terminal's cursor stands on the row.
    var isMoving = false
    /// The longest text, in characters.
    static let limit = 1_000
    /// The longest text of this purpose: authorization codes are long.
    var limit: Int { purpose == .authorization ? 10_000 : Self.limit }

    init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        self.text = text
        if isImport { memory.separator = "/" }
    }

    /// What stands before the text.
    var label: String {
        switch purpose {
        case .filter: " /"
        case .find, .choice: " Find: "
        case .command: " :"
        case .fileName(let content): " Write to (\(content.endings)): "
        case .marks: " Mark what this file names: "
        case .region: " Region: "
        case .sort: " Sort by: "
        case .code: " Code: "
        case .authorization: " Authorization code: "
        case .interrupted: " No longer needed, Esc closes this: "
        }
    }

    /// The keys that matter while this is typed.
    var hints: [Hint] {
        switch purpose {
        case .filter:
            [Hint("enter", "keep"), Hint("esc", "clear"), Hint("tab", "complete"), Hint("↑", "earlier"), Hint("!word", "without it")]
        case .find: [Hint("enter", "keep, then n and N"), Hint("esc", "cancel")]
        case .command: [Hint("enter", "perform"), Hint("↑ ↓", "choose"), Hint("esc", "close")]
        case .fileName: [Hint("enter", "save"), Hint("esc", "cancel")]
        case .choice: [Hint("enter", "use"), Hint("↑ ↓", "choose"), Hint("esc", "show all")]
        case .marks(let kept):
            [
                text.isEmpty && kept > 0 ? Hint("enter", "mark the last session's \(kept.grouped) again") : Hint("enter", "import"),
                Hint("tab", "complete"), Hint("esc", "cancel"),
            ]
        case .region: [Hint("enter", "use"), Hint("↑ ↓", "choose"), Hint("esc", "cancel")]
        case .sort(let choices): choices.map { Hint(String($0.letter), $0.title) } + [Hint("esc", "cancel")]
        case .code, .authorization: [Hint("enter", "send"), Hint("esc", "cancel")]
        case .interrupted: [Hint("esc", "close")]
        }
    }

    /// The label and the text, its end when both are wider than the terminal.
    ///
    /// - Parameter mistake: The characters that cannot be understood; they stand out.
    func line(columns: Int, mistake: Range<Int>? = nil) -> Line {
        let wrong = (mistake ?? 0..<0).clamped(to: 0..<text.count)
        var rest = Array(text)[...]
        let room = columns - label.displayWidth - 1
        while String(rest).terminalSafe.displayWidth > room { rest = rest.dropFirst() }
        let parts = [0..<wrong.lowerBound, wrong, wrong.upperBound..<text.count].map {
            String(rest[$0.clamped(to: rest.indices)]).terminalSafe
        }
        return Line([Span(label + parts[0], .input), Span(parts[1], .warning), Span(parts[2], .input)].filter { !$0.text.isEmpty })
    }
}

extension TextPrompt {
    /// Whether it is for the file of an import.
    var isImport: Bool {
        if case .marks = purpose { true } else { false }
    }

    /// Whether it waits for the letter of a column.
    var isSort: Bool {
        if case .sort = purpose { true } else { false }
    }
}

/// A column that a list can be sorted by now, with the letter for it.
struct SortChoice: Hashable, Sendable {
    let letter: Character
    let title: String

    init(_ column: some SortColumn) {
        (letter, title) = (column.letter, column.title)
    }
}

/// What the screen that opened a prompt learns about the text.
enum PromptInput: Equatable, Sendable {
    /// The text changed.
    case changed(TextPrompt)
    /// Enter was pressed; the prompt stays open until the screen closes it.
    case accepted(TextPrompt)
    /// The prompt was cancelled and is closed.
    case cancelled(TextPrompt)
}

/// What a key does to a text being typed.
enum PromptKey: Equatable, Sendable {
    /// It edits the text.
    case changed
    /// It accepts the text.
    case accepted
    /// It cancels the prompt.
    case cancelled
    /// It moves the cursor of the list behind the prompt.
    case moved(Motion)
    /// It shows an earlier text, or a later one.
    case recall(isEarlier: Bool)
    /// It completes the text.
    case complete
    /// It does nothing here, for this reason.
    case refused(Notice)
    /// It has its usual meaning.
    case interrupt, repaint, suspend
}

extension TextPrompt {
    /// Takes a key.
    mutating func take(_ key: Key) -> PromptKey {
        if case .sort(let choices) = purpose, let answer = choose(key, among: choices) { return answer }
        if key != .tab { memory.forgetOffers() }
        isMoving = false
        switch key {
        case .enter where purpose == .interrupted: return .refused(.interrupted)
        case .enter: return .accepted
        case .escape: return .cancelled
        case .control("c"): return .interrupt
        case .control("l"): return .repaint
        case .control("z"): return .suspend
        case .tab where purpose == .filter || isImport: return .complete
        case .up where purpose == .filter: return .recall(isEarlier: true)
        case .down where purpose == .filter: return .recall(isEarlier: false)
        case .up, .down, .pageUp, .pageDown, .home, .end: return move(key)
        case .backspace where text.isEmpty && cancelsWhenEmpty: return .cancelled
        case .backspace where text.isEmpty, .delete where text.isEmpty: return .refused(.nothingTyped)
        default: return edit(key) ? .changed : .refused(Notice(.warning, refusal))
        }
    }

    /// Takes the letter of a column; nothing for a key that means the same in every prompt.
    private mutating func choose(_ key: Key, among choices: [SortChoice]) -> PromptKey? {
        switch key {
        case .escape, .control: return nil
        case .character(let letter) where choices.contains { $0.letter == letter }:
            text = String(letter)
            return .accepted
        default:
            let letters = choices.map { "\($0.letter) \($0.title)" }.joined(separator: ", ")
            return .refused(
                Notice(.warning, letters.isEmpty ? "There is nothing to sort by." : "Press the letter of a column: \(letters)."))
        }
    }

    private func move(_ key: Key) -> PromptKey {
        guard movesList, let motion = Motion(typed: key) else {
            return .refused(Notice(.warning, Self.help))
        }
        return .moved(motion)
    }

    /// Whether the list behind it can be moved through.
    private var movesList: Bool { purpose == .filter || purpose == .command || purpose == .choice || purpose == .region }

    /// Whether Backspace leaves it when nothing is typed.
    private var cancelsWhenEmpty: Bool { movesList || purpose == .find }

    private var refusal: String { purpose == .code ? "A code contains only digits. Enter submits it, Esc cancels." : Self.help }

    private static let help = "Enter accepts the text, Esc cancels, ^U clears it."

    private mutating func edit(_ key: Key) -> Bool {
        memory.recalled = nil
        switch key {
        case .character(let character):
            if purpose == .code, !character.isDigit { return false }
            if text.count < limit { text.append(character) }
        case .backspace, .delete: text = String(text.dropLast())
        case .control("u"): text = ""
        case .control("w"): text = String(text.trimmedEnd.reversed().drop { $0 != " " }.reversed())
        default: return false
        }
        return true
    }

    /// Inserts the first line of pasted text; returns a notice if anything was left out.
    mutating func paste(_ pasted: String) -> Notice? {
        let line = pasted.pastedLine
        if isSort { return Notice(.warning, "Press one letter: pasted text is ignored here.") }
        if purpose == .code { return pasteCode(line) }
        let room = limit - text.count
        text += line.prefix(room)
        if line.count > room { return Notice(.warning, "Truncated: at most \(limit.grouped) characters are accepted.") }
        return pasted.hasFurtherLines ? Notice(.warning, "Only the first line was pasted.") : nil
    }

    private mutating func pasteCode(_ line: String) -> Notice? {
        let digits = line.filter { $0 != " " }
        guard digits.allSatisfy(\.isDigit), text.count + digits.count <= Self.limit else {
            return Notice(.warning, "A code contains only digits, so the paste was ignored.")
        }
        text += digits
        return nil
    }
}

extension Motion {
    /// What the keys that type nothing do while something is typed, whatever they are bound to elsewhere.
    fileprivate init?(typed key: Key) {
        switch key {
        case .up: self = .up
        case .down: self = .down
        case .pageUp: self = .pageUp
        case .pageDown: self = .pageDown
        case .home: self = .first
        case .end: self = .last
        default: return nil
        }
    }
}

extension Notice {
    /// Shown when there is nothing to delete.
    static let nothingTyped = Notice(.information, "Nothing has been typed yet.")

    /// Shown when a text that is not needed any more is accepted.
    fileprivate static let interrupted = Notice(.warning, "This is no longer needed. Esc closes it.")
}

extension Character {
    /// Whether this is one of the digits 0 to 9.
    var isDigit: Bool { isASCII && isNumber }
}

extension Key {
    /// Whether the key is one of the digits 0 to 9.
    var isDigit: Bool {
        if case .character(let character) = self { character.isDigit } else { false }
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmedEnd: Substring {
        self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
    }
}
