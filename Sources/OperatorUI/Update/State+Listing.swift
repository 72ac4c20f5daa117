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

    /// s and S: orders the list anew and says how; the cursor stays on its row.
    mutating func sort(
        _ configurations: (inout SortOrder<ConfigurationColumn>) -> Void, projects: (inout SortOrder<ProjectColumn>) -> Void
    ) {
        index.settle()
        let height = listHeight
        changeList { list, facts in
            list.anchor = list.current
            configurations(&list.order)
            list.refresh(facts, height: height)
        } projects: { list, facts in
            list.anchor = list.current
            projects(&list.order)
            list.refresh(facts, height: height)
        }
        sayOrder()
    }

    private mutating func sayOrder() {
        let text =
            switch screen {
            case .configurations(let list): list.order.column.rawValue + (list.order.isReversed ? ", reversed" : "")
            case .projects(let list): list.order.column.rawValue + (list.order.isReversed ? ", reversed" : "")
            default: ""
            }
        notice = Notice(.information, "Sorted by \(text).  s next column, S reverse")
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
        notice = Notice(.information, isShowingMarkedOnly ? "Only what is marked is shown; M shows everything." : "Everything is shown.")
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
        if !isFound { notice = Notice(.information, "Nothing that failed is shown here; ! shows everything that failed.") }
    }

    /// The next of the ascending `rows`, round the end.
    private static func next(from row: Int, among rows: [Int], _ isForward: Bool) -> Int? {
        isForward ? rows.first { $0 > row } ?? rows.first : rows.last { $0 < row } ?? rows.last
    }
}
