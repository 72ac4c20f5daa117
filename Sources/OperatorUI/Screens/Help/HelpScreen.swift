import InspectorCore
import Terminal
import TextSafety

/// The keys as they are bound, in words.
struct HelpScreen: TextScreen {
    var viewport = Viewport()
    /// Whether the terms of filters and the columns are shown, where the keys have a page of their own.
    private(set) var showsTerms = false

    var screen: Screen { .help(self) }

    var title: String { "help" }

    /// Shows the other page of help, or says that there is one only.
    mutating func turn(on display: Display) -> [Action] {
        guard Self.isWide(display) else { return [.inform("Filters and columns are further below.")] }
        showsTerms.toggle()
        viewport = Viewport()
        return []
    }

    func hints(in scene: Scene) -> [Hint] {
        let pages = Self.isWide(scene.display) ? scene.hints(.program(.help), as: showsTerms ? "keys" : "filters and columns") : []
        return pages + scene.hints(.back) + scene.hints(.program(.palette)) + [.scroll]
    }

    func text(in session: Session, on display: Display) -> LazyText {
        let (columns, isWide) = (display.size.columns, Self.isWide(display))
        let blocks = HelpBlocks(keys: session.keys, isFleet: session.isFleet, Page(columns: isWide ? columns / 2 - 1 : columns - 1))
        let plan = session.keys.name(of: .list(.plan))
        let first = display.textPage.bullet("Mark associations, press \(plan) to review the plan, then confirm or go back.", .text)
        guard isWide else { return LazyText([Line.empty] + first + (blocks.keysAndSymbols + blocks.terms).flatMap(\.self)) }
        return LazyText(first + Self.inTwoColumns(showsTerms ? blocks.terms : blocks.keysAndSymbols, columns / 2))
    }

    private static func isWide(_ display: Display) -> Bool { display.size.columns >= wide && !display.isHeard }

    /// From so many columns on, the text stands in two columns.
    private static let wide = 120

    /// The blocks in two columns as equally high as their order allows.
    private static func inTwoColumns(_ blocks: [[Line]], _ width: Int) -> [Line] {
        let heights = blocks.map(\.count)
        let split = (1...max(1, blocks.count)).min { height(heights, $0) < height(heights, $1) } ?? 1
        let (left, right) = (blocks[..<split].flatMap(\.self), blocks[split...].flatMap(\.self))
        return (0..<max(left.count, right.count)).map { row in
            let start = (row < left.count ? left[row] : .empty)
            return row < right.count ? Line(start.padded(to: width).spans + right[row].spans) : start
        }
    }

    /// How high two columns are of which the second begins with a block.
    private static func height(_ heights: [Int], _ split: Int) -> Int {
        max(heights[..<split].reduce(0, +), heights[split...].reduce(0, +))
    }
}

/// The parts of help, each with its title, below an empty line.
private struct HelpBlocks {
    private let keys: KeyMap
    private let isFleet: Bool
    private let page: Page
    private let keyWidth: Int

    init(keys: KeyMap, isFleet: Bool, _ page: Page) {
        (self.keys, self.isFleet, self.page) = (keys, isFleet, page)
        keyWidth = min(20, 4 + (keys.sections.flatMap(\.bindings).map(\.name.displayWidth).max() ?? 0))
    }

    /// What the keys do, and the symbols.
    var keysAndSymbols: [[Line]] {
        keys.sections.map { section in
            block(section.title, section.bindings.flatMap { page.entry(Span("  \($0.name)", .key), $0.help, width: keyWidth) })
        } + (isFleet ? [block("Several sessions", sessions)] : []) + [block("Symbols in front of a row", legend)]
    }

    /// What is different where there are several sessions.
    private var sessions: [Line] {
        [
            ("Enter", "in the list of accounts: open one session, or on its first row all of them together"),
            (keys.name(of: .refresh), "list the session under the cursor again, on the first row all; continue runs that wait"),
            (keys.name(of: .program(.signIn)), "sign in for a run that waits, or for the session under the cursor"),
            (keys.name(of: .list(.plan)), "plan the marks of all sessions: one number sends them, a run in each"),
            (keys.name(of: .program(.stop)), "stop the runs of all sessions"),
        ].flatMap { page.entry(Span("  \($0)", .key), $1, width: keyWidth) }
    }

    /// What filters find, and what the columns say.
    var terms: [[Line]] { [block("What / finds", filters), block("Columns", page.columnLegend(width: keyWidth))] }

    private func block(_ title: String, _ lines: [Line]) -> [Line] { [Line.empty, Line(" \(title)", .header)] + lines }

    private var filters: [Line] {
        page.block(FilterReference.rule)
            + FilterReference.rows(in: isFleet ? .associationsOfSessions : .associations).flatMap { row in
                let meaning = row.meaning.wrapped(to: max(10, page.columns - 26))
                return (0..<max(row.examples.count, meaning.count)).map { line in
                    let example = row.examples.indices.contains(line) ? row.examples[line] : ""
                    return Line([Span("  " + example.padded(to: 22), .key), Span(meaning.indices.contains(line) ? meaning[line] : "")])
                }
            }
    }

    private var legend: [Line] {
        [
            (Span(" ▸", .cursor), "the row you are on"),
            (Span("  ●", .marked), "marked: \(keys.name(of: .list(.plan))) plans the marked associations"),
            (Span("  ○", .marked), "some of the configuration's associations are marked"),
            (Span("   ✗", .failed), "failed: STATUS says why, Enter shows the whole message"),
            (Span("   -", .warning), "not sent, or not done yet"),
            (Span("   1", .warning), "under IN: this is the project's last configuration"),
            (Span("  +", .marked), "in the range started with \(keys.name(of: .list(.range)))"),
            (Span("  ▸ ▾", .accent), "folded, unfolded: Enter opens and closes it"),
        ].flatMap { page.entry($0, $1, width: 16) }
    }
}

extension Page {
    /// A key or a glyph, and what it does or means.
    fileprivate func entry(_ label: Span, _ text: String, width: Int) -> [Line] {
        labelled(label, width: width, text, room: columns - width - 2)
    }
}
