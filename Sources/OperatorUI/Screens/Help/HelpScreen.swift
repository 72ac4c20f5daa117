import InspectorCore
import Terminal

/// The keys as they are bound, in words.
struct HelpScreen: TextScreen {
    var viewport = Viewport()

    var screen: Screen { .help(self) }

    var title: String { "help" }

    func hints(in scene: Scene) -> [Hint] { scene.hints(.back) + [.scroll] }

    func text(in session: Session, on display: Display) -> LazyText {
        let page = Page(columns: display.size.columns)
        let plan = session.keys.name(of: .list(.plan))
        var lines = [Line.empty] + page.bullet("Mark associations, press \(plan) to review the plan, then confirm or go back.", .text)
        for section in session.keys.sections {
            lines += [Line.empty, Line(" \(section.title)", .header)]
            for binding in section.bindings { lines += page.entry(Span("  \(binding.name)", .key), binding.help) }
        }
        return LazyText(lines + [Line.empty] + filters(page) + [Line.empty] + legend(page) + [Line.empty] + page.columnLegend())
    }

    private func filters(_ page: Page) -> [Line] {
        let rows = FilterReference.rows().flatMap { row in
            row.examples.enumerated().flatMap { place, example in
                place == 0 ? page.entry(Span("  \(example)", .key), row.meaning, width: 24) : [Line([Span("  \(example)", .key)])]
            }
        }
        return [Line(" What / finds", .header)] + page.block(FilterReference.rule) + rows
    }

    private func legend(_ page: Page) -> [Line] {
        [Line(" Symbols in front of a row", .header)]
            + page.entry(Span(" ▸", .cursor), "the row you are on")
            + page.entry(Span("  ●", .marked), "marked: d plans the marked associations")
            + page.entry(Span("  ○", .marked), "some of the configuration's associations are marked")
            + page.entry(Span("   ✗", .failed), "failed: STATUS says why, Enter shows the whole message")
            + page.entry(Span("   -", .warning), "not sent, or not done yet")
            + page.entry(Span("   1", .warning), "under IN: this is the project's last configuration")
            + page.entry(Span("  +", .marked), "in the range started with v")
    }
}

extension Page {
    /// A key or a glyph, and what it does or means.
    fileprivate func entry(_ label: Span, _ text: String, width: Int = 16) -> [Line] {
        labelled(label, width: width, text, room: columns - width - 2)
    }
}
