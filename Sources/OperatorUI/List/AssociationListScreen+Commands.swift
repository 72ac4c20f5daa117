import InspectorCore
import Terminal

extension AssociationListScreen {
    /// Carries out a command of the lists.
    mutating func perform(_ command: ListCommand, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .mark: return list.range == nil ? markCurrent(in: &session, on: display) : markRange(in: &session)
        case .range: return markRange(in: &session)
        case .markAll: return markAll(in: &session)
        case .invert: return invert(in: &session)
        case .clearMarks: return clearMarks(in: &session)
        case .importMarks:
            return [
                .prompt(TextPrompt(.marks(kept: session.keptMarks?.count ?? 0))),
                .inform(session.importRule(importConfiguration(in: session))),
            ]
        case .onlyMarked: return toggleMarkedOnly(in: session, on: display)
        case .filter: return beginFilter()
        case .sort: return sort(in: &session, on: display) { $0.advance(among: $1) }
        case .sortBy: return [.prompt(TextPrompt(.sort(sortColumns(alsoHidden: true, in: session, on: display).map { SortChoice($0) })))]
        case .sortLeft: return step(right: false, in: &session, on: display)
        case .sortRight: return step(right: true, in: &session, on: display)
        case .reverse: return sort(in: &session, on: display) { order, _ in order.isReversed.toggle() }
        case .columns: return [.push(.columns(columnsScreen(in: session, on: display)))]
        case .nextFailed: return goToFailed(in: session, on: display) { row, rows in rows.first { $0 > row } ?? rows.first }
        case .previousFailed: return goToFailed(in: session, on: display) { row, rows in rows.last { $0 < row } ?? rows.last }
        case .otherPane: return goToOtherPane(in: &session, on: display)
        case .associate: return chooseDestination(in: session, on: display)
        case .plan: return PlanScreen.ofMarks(hidden: hiddenMarks(in: session), in: session)
        }
    }

    /// a: marks everything the list shows.
    private func markAll(in session: inout Session) -> [Action] {
        let shown = associations(inRows: nil, in: session)
        let before = session.account.marks.count
        session.account.marks.insert(MarkableRows(shown, in: session.account.inventory))
        if session.account.inventory.isLoading {
            return [
                .marksChanged, .warn("Marked the \(shown.count.counted("association")) listed so far. The listing is still in progress."),
            ]
        }
        return [.marksChanged] + (session.account.marks.count == before ? [.inform("Everything shown is already marked.")] : [])
    }

    /// *: inverts the marks of what is shown.
    private func invert(in session: inout Session) -> [Action] {
        session.account.marks.toggle(MarkableRows(associations(inRows: nil, in: session), in: session.account.inventory))
        return [.marksChanged]
    }

    /// u: removes all marks, hidden ones too, and says how many; once more, takes that back.
    private func clearMarks(in session: inout Session) -> [Action] {
        if session.account.takeImportBack() {
            return [.inform("Import undone: \(session.account.marks.count.counted("mark")), as before."), .marksChanged]
        }
        if session.account.marks.isEmpty {
            session.account.restoreMarks()
            return [.inform("Marked \(session.account.marks.count.counted("association")) again."), .marksChanged]
        }
        let count = session.account.marks.count
        session.account.clearMarks()
        return [
            .inform("Cleared \(count.counted("mark")). \(session.key(.list(.clearMarks))) restores \(count == 1 ? "it" : "them")."),
            .marksChanged,
        ]
    }

    /// v: starts a range at the cursor, or marks the one that was started.
    private mutating func markRange(in session: inout Session) -> [Action] {
        if let range = list.range {
            session.account.marks.insert(MarkableRows(associations(inRows: range, in: session), in: session.account.inventory))
            list.dropRange()
            return [.marksChanged]
        }
        if let rangeRefusal { return [.warn(rangeRefusal)] }
        list.startRange()
        return [.inform(rangeWords(in: session))]
    }

    /// What is said when a range starts.
    func rangeWords(in session: Session) -> String {
        "Range started: move to its other end, then \(session.key(.list(.range))) or \(session.key(.list(.mark))) marks it. Esc cancels it."
    }

    /// M: shows marked rows only, or all rows again; a filter stays in effect.
    private mutating func toggleMarkedOnly(in session: Session, on display: Display) -> [Action] {
        list.anchorCursor()
        list.showsMarkedOnly.toggle()
        recompute(.shown, in: session, on: display)
        return switch (list.showsMarkedOnly, list.filter.isEmpty) {
        case (true, true): [.inform("Showing marked rows only. \(session.key(.list(.onlyMarked))) shows all rows.")]
        case (true, false):
            [.inform("Showing only marked rows that match the filter. \(session.key(.list(.onlyMarked))) shows the others too.")]
        case (false, true): [.inform("Showing all rows.")]
        case (false, false): [.inform("Showing all rows that match the filter. Esc clears the filter.")]
        }
    }

    /// /: edits the filter.
    private mutating func beginFilter() -> [Action] {
        list.anchorCursor()
        return [.prompt(TextPrompt(.filter, text: list.filter.effect))]
    }

    /// s and =: sorts the list anew and says how.
    private mutating func sort(
        in session: inout Session, on display: Display, _ change: (inout SortOrder<Key>, [Key]) -> Void
    ) -> [Action] {
        var order = list.order
        change(&order, sortColumns(alsoHidden: false, in: session, on: display))
        sort(by: order, in: &session, on: display)
        return [.inform("Sorted by \(order.words). \(session.key(.list(.sort))): next column, \(session.key(.list(.reverse))): reverse.")]
    }

    /// < and >: sorts by the column beside the one that the list is sorted by.
    private mutating func step(right: Bool, in session: inout Session, on display: Display) -> [Action] {
        var order = list.order
        guard order.step(right: right, among: sortColumns(alsoHidden: false, in: session, on: display)) else {
            return [.inform("There is no other column to the \(right ? "right" : "left") to sort by.")]
        }
        return sort(in: &session, on: display) { old, _ in old = order }
    }

    /// S and a letter: sorts by its column.
    mutating func sort(byLetter letter: String, in session: inout Session, on display: Display) -> [Action] {
        guard let column = Key.allCases.first(where: { String($0.letter) == letter }) else { return [] }
        return sort(in: &session, on: display) { order, _ in order = SortOrder(column) }
    }

    /// Sorts the list. The cursor goes to the top, where what was sorted for is, and a range is dropped: other rows would be in it now.
    mutating func sort(by order: SortOrder<Key>, in session: inout Session, on display: Display) {
        session.account.updateRankings()
        list.order = order
        list.goToTop()
        recompute(.everything, in: session, on: display)
        if list.headRows > 0 { list.anchorCursor() }
    }

    /// n and N: go to the next failed row, or the one before, round the end.
    private mutating func goToFailed(in session: Session, on display: Display, _ next: (Int, [Int]) -> Int?) -> [Action] {
        guard let row = next(list.viewport.cursor, failedRows(in: session)) else {
            return [.inform("No failed rows here. \(session.key(.program(.results))) shows everything that failed.")]
        }
        list.move(to: row, height: display.listHeight)
        return display.isHeard ? spokenFailure(in: session) : []
    }
}
