import InspectorCore
import Terminal
import TextSafety

/// What a screen says of itself to somebody who hears it: sentences and names alone, whole, without glyphs and columns.
struct Spoken: Equatable, Sendable {
    /// What the screen is called, and how much is in it: "payments-nightly, 88 associations".
    var title: String
    /// What is said when the screen opens, after the title: a plan's head, a text, a question.
    var lines: [String] = []
    /// The row the cursor is on, or the line of a text that was moved to.
    var row: SpokenRow?
    /// Whether the lines have said the row already when the screen opens, as those of a text do.
    var linesHaveRow = false
    /// What is said in place of a row where there is none.
    var absence: [String] = []
    /// What rows are sorted by; a change of it has the row said again.
    var order = ""
    /// Whether the lines change by themselves, and are said only when the screen opens.
    var isLive = false
    /// What is asked, said last.
    var prompt: String?

    init(_ title: String) { self.title = title }
}

/// A row as it is said: "acme/cards, marked, failed ACCESS_DENIED, last configuration, 3 of 88".
struct SpokenRow: Equatable, Sendable {
    /// Its place in the list, from 0.
    let index: Int
    /// What it is called.
    let name: String
    /// What there is to know of it, what matters most first.
    var facts: [String] = []
    /// Which of how many it is.
    var place = ""
    /// Why it is as it is, in a sentence; said last.
    var reason = ""

    /// The whole row.
    var words: String { [summary, reason].filter { !$0.isEmpty }.joined(separator: ". ") }

    /// The row without the reason.
    var summary: String { ([name] + facts + [place]).filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension ListScreen {
    /// Which of how many rows the cursor is on, "3 of 88"; nothing on the rows above them.
    var spokenPlace: String {
        let row = list.viewport.cursor - list.headRows + 1
        return row < 1 || list.rows.isEmpty ? "" : "\(row.grouped) of \(list.rows.count.grouped)"
    }

    /// The row under the cursor as `row` says it, or what is said where there is none.
    func spoken(_ title: String, absence: String, _ row: (Rows.Element) -> SpokenRow) -> Spoken {
        var spoken = Spoken(title)
        if let current = list.current { spoken.row = row(current) } else { spoken.absence = [absence] }
        return spoken
    }

    /// The row under the cursor.
    func spokenRow(_ name: String, _ facts: [String] = []) -> SpokenRow {
        SpokenRow(index: list.viewport.cursor, name: name, facts: facts, place: spokenPlace)
    }

    /// How the list is sorted, for lists that can be sorted.
    var spokenOrder: String { list.order.words }
}

extension AssociationListScreen {
    /// Whether the cursor is in a range that was started.
    var spokenRange: [String] { list.range.map { ["range of \($0.count.counted("row"))"] } ?? [] }

    /// Why a narrowed list is empty.
    func spokenEmptiness(_ noun: String, in session: Session) -> [String] { nothingShown(noun, in: session, .heard).heard }
}

extension TextScreen {
    /// A text: all of it when it opens, afterwards the line that was moved to.
    func spokenText(in scene: Scene) -> Spoken {
        let text = text(in: scene.session, on: scene.display)
        var spoken = Spoken(title)
        spoken.lines = text.lines(from: 0, height: text.count).heard
        spoken.row = text.lines(from: viewport.top, height: 1).heard.first.map { SpokenRow(index: viewport.top, name: $0) }
        spoken.linesHaveRow = true
        return spoken
    }
}

extension Page {
    /// A page so wide that no sentence is cut or wrapped: for somebody who hears it.
    static let heard = Page(columns: Display.heardColumns)

    /// Whether the page is for somebody who hears it.
    var isHeard: Bool { columns >= Display.heardColumns }
}

extension LazyText {
    /// The next line that says something, from this one on or before it; where there is none, the next in the other direction.
    func lineWithWords(from line: Int, goesUp: Bool) -> Int {
        let ways = [goesUp ? -1 : 1, goesUp ? 1 : -1].map { stride(from: line, to: $0 > 0 ? count : -1, by: $0) }
        return ways.joined().first { !(lines(from: $0, height: 1).first?.heard.isEmpty ?? true) } ?? line
    }
}

extension [Line] {
    /// What the lines say, without those that say nothing.
    var heard: [String] { map(\.heard).filter { !$0.isEmpty } }
}

extension Line {
    /// What the line says: "label: value" of a field, otherwise its parts with commas between, without glyphs.
    var heard: String {
        let words = spans.filter { !$0.isGlyph }
        if words.count == 2, words[0].style == .dim, words[0].text.hasSuffix(" ") {
            let (label, value) = (words[0].text.clauses, words[1].text.clauses)
            return label.isEmpty ? value : "\(label): \(value)"
        }
        let text = words.map(\.text).joined().clauses.replacing(". capital ", with: ". Capital ")
        return text.hasPrefix("! ") ? "Warning: \(text.dropFirst(2))" : text.hasPrefix("✗ ") ? "Error: \(text.dropFirst(2))" : text
    }
}

extension Span {
    /// Whether it is only there to be seen.
    fileprivate var isGlyph: Bool {
        let text = text.filter { $0 != " " }
        return !text.isEmpty && text.allSatisfy("▸▾●○✗✓█░▐│┃─+".contains)
    }
}

extension String {
    /// What stands between two or more spaces, with commas instead.
    fileprivate var clauses: String {
        let parts = split(separator: " ", omittingEmptySubsequences: false).split { $0.isEmpty }
        return parts.map { $0.joined(separator: " ") }.joined(separator: ", ")
    }
}
