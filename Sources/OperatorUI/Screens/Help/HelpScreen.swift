import InspectorCore
import Terminal
import TextSafety

/// The keys as they are bound, in words.
struct HelpScreen: TextScreen {
    var viewport = Viewport()

    var screen: Screen { .help(self) }

    var title: String { "help" }

    func hints(in scene: Scene) -> [Hint] { scene.hints(.back) + scene.hints(.program(.palette)) + [.scroll] }

    func text(in session: Session, on display: Display) -> LazyText {
        let columns = display.size.columns
        let isWide = columns >= Self.wide
        let blocks = HelpBlocks(keys: session.keys, Page(columns: isWide ? columns / 2 : columns)).all
        let plan = session.keys.name(of: .list(.plan))
        let first = Page(columns: columns).bullet("Mark associations, press \(plan) to review the plan, then confirm or go back.", .text)
        return LazyText((isWide ? [] : [Line.empty]) + first + (isWide ? Self.inTwoColumns(blocks, columns / 2) : blocks.flatMap(\.self)))
    }

    /// From so many columns on, the text stands in two columns.
    private static let wide = 120

    /// The blocks in two columns as equally high as their order allows.
    private static func inTwoColumns(_ blocks: [[Line]], _ width: Int) -> [Line] {
        let heights = blocks.map(\.count)
        let split = blocks.indices.min { height(heights, $0) < height(heights, $1) } ?? 0
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
    private let page: Page
    private let keyWidth: Int

    init(keys: KeyMap, _ page: Page) {
        (self.keys, self.page) = (keys, page)
        keyWidth = min(20, 4 + (keys.sections.flatMap(\.bindings).map(\.name.displayWidth).max() ?? 0))
    }

    var all: [[Line]] {
        keys.sections.map { section in
            block(section.title, section.bindings.flatMap { page.entry(Span("  \($0.name)", .key), $0.help, width: keyWidth) })
        } + [
            block("What / finds", filters), block("Symbols in front of a row", legend),
            block("Columns", page.columnLegend(width: keyWidth)),
        ]
    }

    private func block(_ title: String, _ lines: [Line]) -> [Line] { [Line.empty, Line(" \(title)", .header)] + lines }

    private var filters: [Line] {
        let rows = FilterReference.rows().flatMap { row in
            row.examples.enumerated().flatMap { place, example in
                place == 0 ? page.entry(Span("  \(example)", .key), row.meaning, width: 24) : [Line([Span("  \(example)", .key)])]
            }
        }
        return page.block(FilterReference.rule) + rows
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
