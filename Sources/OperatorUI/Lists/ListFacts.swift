import InspectorCore

/// What rows are computed from.
struct ListFacts {
    let inventory: Inventory
    let index: ProjectIndex
    let marks: Marks
    let failures: Failures
}

extension State {
    /// What rows are computed from now.
    var facts: ListFacts {
        ListFacts(inventory: inventory, index: index, marks: marks, failures: failures)
    }
}
