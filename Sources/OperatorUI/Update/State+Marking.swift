import InspectorCore

extension State {
    /// Space: marks or unmarks what the cursor is on and steps down; ends a range that was begun.
    mutating func mark() {
        switch screen {
        case .configurations(let list):
            if list.range != nil { return markRange() }
            markConfiguration(list.current)
        case .projects(let list):
            if list.range != nil { return markRange() }
            guard let current = list.current else { return }
            guard isMarkable(current) else { return notice = Self.unmarkable(current, in: inventory) }
            marks.toggle(current)
        default: return
        }
        move(.down)
    }

    /// a: marks everything the list shows.
    mutating func markAll() {
        let shown = shownAssociations
        let before = marks.count
        marks.insert(MarkableRows(shown, in: inventory))
        if marks.count == before { notice = Notice(.information, "Everything shown is marked already.") }
        marksChanged()
        if inventory.isLoading {
            notice = Notice(.warning, "Marked the \(shown.count.counted("association")) listed so far. More pages are coming.")
        }
    }

    /// *: marks what is shown and not marked, and the other way round.
    mutating func invert() {
        marks.toggle(MarkableRows(shownAssociations, in: inventory))
        marksChanged()
    }

    /// u: takes all marks off, hidden ones too, and says how many.
    mutating func clearMarks() {
        notice = Notice(.information, "Cleared \(marks.count.counted("mark")).")
        marks.removeAll()
        marksChanged()
    }

    /// v: begins a range at the cursor; again: marks its rows.
    mutating func markRange() {
        switch screen {
        case .configurations(var list):
            if let range = list.range {
                let ids = range.compactMap(list.configuration(at:)).flatMap(inventory.associationIDs)
                marks.insert(MarkableRows(AssociationRows(ids), in: inventory))
                list.rangeStart = nil
            } else {
                list.rangeStart = list.current
                notice = list.current == nil ? Notice(.warning, "A range starts on a configuration: go to one first.") : Self.rangeBegan
            }
            screen = .configurations(list)
        case .projects(var list):
            if let range = list.range {
                marks.insert(MarkableRows(list.rows.filter { row, _ in range.contains(row) }, in: inventory))
                list.rangeStart = nil
            } else {
                list.anchor = list.current
                list.rangeStart = list.current
                notice = Self.rangeBegan
            }
            screen = .projects(list)
        default: return
        }
        marksChanged()
    }

    private static let rangeBegan = Notice(.information, "Range: move to its other end, then v or Space marks it. Esc drops it.")
}

extension State {
    /// Every association that the list on top shows, for configurations all of theirs.
    var shownAssociations: AssociationRows {
        switch screen {
        case .configurations(let list): AssociationRows(list.rows.flatMap(inventory.associationIDs))
        case .projects(let list): list.rows
        default: AssociationRows()
        }
    }

    /// Lets counts of hidden marks follow, where a change of marks may reach rows that are not seen.
    private mutating func marksChanged() {
        let facts = facts
        if case .configurations(var list)? = screens.first, list.isNarrowed || list.order.column == .marked {
            list.refresh(facts, height: listHeight)
            screens[0] = .configurations(list)
        }
        if case .projects(var list) = screen, list.isNarrowed, marks.isEmpty {
            list.hiddenMarks = 0
            screen = .projects(list)
        }
    }

    private mutating func markConfiguration(_ number: ConfigurationNumber?) {
        guard let number else {
            return notice = Notice(.warning, "Enter shows all associations. a marks them all.")
        }
        let all = inventory.associationIDs(of: number)
        let ids = all.filter(isMarkable)
        if ids.isEmpty { notice = Notice(.information, "No project is associated with this configuration.") }
        if marks.count(in: number) == ids.count {
            for id in ids { marks.remove(id) }
        } else {
            for id in ids { marks.insert(id) }
            if ids.count < all.count { notice = Self.leftUnmarked(all.count - ids.count) }
        }
        if inventory.entries[Int(number)].state == .loading, !ids.isEmpty {
            notice = Notice(.warning, "Marked what is listed so far. More pages are coming.")
        }
    }

    private func isMarkable(_ id: AssociationID) -> Bool {
        inventory.entries[Int(id.configuration)].contains(id.resource) && inventory.resources.isProject(id.resource)
    }

    private static func leftUnmarked(_ count: Int) -> Notice {
        Notice(.warning, "\(count.counted("row")) \(count == 1 ? "matches" : "match") no project and cannot be marked.")
    }

    private static func unmarkable(_ id: AssociationID, in inventory: Inventory) -> Notice {
        inventory.entries[Int(id.configuration)].contains(id.resource)
            ? Notice(.warning, "This row matches no project: it is shown, but cannot be marked.")
            : Notice(.information, "This association is gone.")
    }
}
