import InspectorCore
import Terminal

extension State {
    /// Changes the list on top, whichever of the two it is.
    mutating func changeList(
        configurations: (inout ConfigurationList, ListFacts) -> Void, projects: (inout ProjectList, ListFacts) -> Void
    ) {
        let facts = facts
        switch screen {
        case .configurations(var list):
            configurations(&list, facts)
            screen = .configurations(list)
        case .projects(var list):
            projects(&list, facts)
            screen = .projects(list)
        default: break
        }
    }

    /// s and S: orders the list anew and says how. The cursor goes to the top, where what was sorted for is, and a range is given up:
    /// other rows would be in it now.
    mutating func sort(
        _ configurations: (inout SortOrder<ConfigurationColumn>, [ConfigurationColumn]) -> Void,
        projects: (inout SortOrder<ProjectColumn>, [ProjectColumn]) -> Void
    ) {
        index.settle()
        let (state, height) = (self, listHeight)
        changeList { list, facts in
            configurations(&list.order, state.sortColumns(of: list))
            list.goToTop()
            list.refresh(facts, height: height)
            list.anchor = list.current
        } projects: { list, facts in
            projects(&list.order, state.sortColumns(of: list))
            list.goToTop()
            list.refresh(facts, height: height)
        }
        sayOrder()
    }

    private mutating func sayOrder() {
        let order =
            switch screen {
            case .configurations(let list): Self.words(list.order.column.rawValue, list.order.isAscending, list.order.isReversed)
            case .projects(let list): Self.words(list.order.column.rawValue, list.order.isAscending, list.order.isReversed)
            default: ""
            }
        notice = Notice(.information, "Sorted by \(order). s: next column, S: reverse.")
    }

    private static func words(_ column: String, _ isAscending: Bool?, _ isReversed: Bool) -> String {
        let direction = isAscending.map { $0 ? ", ascending" : ", descending" } ?? (isReversed ? ", reversed" : "")
        return column + direction
    }

    /// M: shows only what is marked, or everything again.
    mutating func toggleMarkedOnly() {
        let height = listHeight
        changeList { list, facts in
            list.anchor = list.current
            list.showsMarkedOnly.toggle()
            list.refresh(facts, height: height)
        } projects: { list, facts in
            list.anchor = list.current
            list.showsMarkedOnly.toggle()
            list.select(facts, height: height)
        }
        notice = Notice(.information, shownNow)
    }

    /// What M left to be seen; a filter goes on to hide rows.
    private var shownNow: String {
        switch (isShowingMarkedOnly, filter.isEmpty) {
        case (true, true): "Only marked rows are shown. M shows all."
        case (true, false): "Only marked rows that match the filter are shown. M shows the others."
        case (false, true): "All rows are shown."
        case (false, false): "All rows that match the filter are shown: the filter stays, Esc clears it."
        }
    }

    var isShowingMarkedOnly: Bool {
        switch screen {
        case .configurations(let list): list.showsMarkedOnly
        case .projects(let list): list.showsMarkedOnly
        default: false
        }
    }

    /// n and N: to the next row that failed, or the one before, round the end.
    mutating func moveToFailed(isForward: Bool) {
        let height = listHeight
        var isFound = true
        let failures = failures
        changeList { list, _ in
            let failed = (0..<list.count).filter { list.configuration(at: $0).map { failures.count(in: $0) > 0 } ?? false }
            let row = Self.next(from: list.viewport.cursor, among: failed, isForward)
            isFound = row != nil
            if let row { list.move(to: row, height: height) }
        } projects: { list, _ in
            var (place, failed) = (0, [Int]())
            list.rows.forEach { id in
                if failures[id]?.isFailure ?? false { failed.append(place) }
                place += 1
            }
            let row = Self.next(from: list.viewport.cursor, among: failed, isForward)
            isFound = row != nil
            if let row { list.move(to: row, height: height) }
        }
        if !isFound { notice = Notice(.information, "No failed row is shown here. ! shows everything that failed.") }
    }

    /// The next of the ascending `rows`, round the end.
    private static func next(from row: Int, among rows: [Int], _ isForward: Bool) -> Int? {
        isForward ? rows.first { $0 > row } ?? rows.first : rows.last { $0 < row } ?? rows.last
    }
}
