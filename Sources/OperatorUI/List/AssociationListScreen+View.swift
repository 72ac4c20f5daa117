import InspectorCore
import Terminal
import TextSafety

extension AssociationListScreen {
    /// The line above the key hints: the run in progress, a range, what is marked and hidden, or the state of the listing.
    func status(in scene: Scene) -> Line {
        let (session, columns) = (scene.session, scene.display.size.columns)
        if let run = session.run { return Line(run.status, .accent) }
        if let range = list.range { return Line("Range of \(range.count.counted("row")): v or Space marks it, Esc cancels it.", .marked) }
        let whole = Line(chosen(session, isShort: false))
        if whole.spans.isEmpty { return ListingStatus(session).line }
        return whole.displayWidth < columns ? whole : Line(chosen(session, isShort: true)).clipped(to: columns - 1)
    }

    /// What is marked and hidden. Where there is little room, the filter comes last.
    private func chosen(_ session: Session, isShort: Bool) -> [Span] {
        var parts: [Span] = []
        if !session.account.marks.isEmpty {
            let place = isShort ? "" : " in \(session.account.marks.configurationCount.counted("configuration"))"
            let hidden = list.hiddenMarks == 0 ? "" : ", \(list.hiddenMarks.grouped) hidden" + (isShort ? "" : " by the filter")
            parts.append(Span("\(session.account.marks.count.grouped) marked\(place)\(hidden)", .marked))
        }
        let filter = list.filter.text.isEmpty ? [] : [Span((parts.isEmpty ? "" : "  ") + "/\(list.filter.text.terminalSafe)", .input)]
        let only = list.showsMarkedOnly ? [Span("  only marked rows", .dim)] : []
        return parts + (isShort ? only + filter : filter + only)
    }

    /// How much of the list the filter being typed shows, "3 of 90, 2 marked are hidden".
    func filterCount(of all: Int) -> String {
        let hidden = list.hiddenMarks
        return "\(list.rows.count.grouped) of \(all.grouped)"
            + (hidden == 0 ? "" : ", \(hidden.grouped) marked \(hidden == 1 ? "is" : "are") hidden")
    }

    /// Shown when a filter leaves no rows.
    func nothingShown(_ noun: String, _ page: Page) -> [Line] {
        let what =
            list.filter.isEmpty
            ? "Nothing here is marked." : "No \(list.showsMarkedOnly ? "marked " : "")\(noun) match \"\(list.filter.text)\"."
        return page.paragraph(what, .warning) + page.paragraph(list.showsMarkedOnly ? "M shows all." : "Esc clears the filter.", .dim)
    }
}
