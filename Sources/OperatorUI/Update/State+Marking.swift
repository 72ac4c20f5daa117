import InspectorCore

extension State {
    /// Space: marks or unmarks what the cursor is on, and steps down.
    mutating func mark() {
        switch screen {
        case .configurations(let list): markConfiguration(at: list.viewport.cursor)
        case .projects(let list):
            guard let current = list.current else { return }
            guard isMarkable(current) else {
                notice = Notice(.warning, "This version does not know this kind of resource: it is shown, but cannot be marked.")
                return
            }
            marks.toggle(current)
        default: return
        }
        _ = move(.down)
    }

    /// a: marks everything the list shows.
    mutating func markAll() {
        let shown: [AssociationID]
        switch screen {
        case .configurations: shown = inventory.listed.flatMap(inventory.associationIDs)
        case .projects(let list): shown = list.rows
        default: return
        }
        for id in shown where isMarkable(id) { marks.insert(id) }
        if inventory.isLoading {
            notice = Notice(.warning, "Marked the \(shown.count.counted("association")) listed so far; more pages are coming.")
        }
    }

    private mutating func markConfiguration(at row: Int) {
        guard row > 0, inventory.listed.indices.contains(row - 1) else {
            return notice = Notice(.warning, "Enter shows all associations; a marks them all.")
        }
        let number = inventory.listed[row - 1]
        let ids = inventory.associationIDs(of: number).filter(isMarkable)
        if ids.isEmpty { notice = Notice(.information, "No project is associated with this configuration.") }
        if marks.count(in: number) == ids.count {
            for id in ids { marks.remove(id) }
        } else {
            for id in ids { marks.insert(id) }
        }
        if inventory.entries[Int(number)].state == .loading, !ids.isEmpty {
            notice = Notice(.warning, "Marked what is listed so far; more pages are coming.")
        }
    }

    private func isMarkable(_ id: AssociationID) -> Bool {
        inventory.resources.resources[Int(id.resource)].projectId != nil
    }
}
