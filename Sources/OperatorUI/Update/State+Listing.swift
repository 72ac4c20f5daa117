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
            let row = Self.next(from: list.viewport.cursor, count: list.count, isForward) { row in
                list.configuration(at: row).map { failures.count(in: $0) > 0 } ?? false
            }
            isFound = row != nil
            if let row { list.move(to: row, height: height) }
        } projects: { list, _ in
            let row = Self.next(from: list.viewport.cursor, count: list.rows.count, isForward) { row in
                failures[list.rows[row]]?.isFailure ?? false
            }
            isFound = row != nil
            if let row { list.move(to: row, height: height) }
        }
        if !isFound { notice = Notice(.information, "Nothing that failed is shown here; ! shows everything that failed.") }
    }

    private static func next(from row: Int, count: Int, _ isForward: Bool, _ isWanted: (Int) -> Bool) -> Int? {
        let after = Array((row + 1)..<max(row + 1, count)) + Array(0..<min(row + 1, count))
        return isForward ? after.first(where: isWanted) : (Array(after.dropLast().reversed()) + after.suffix(1)).first(where: isWanted)
    }
}
