import InspectorCore

/// What STATUS shows for a project that did not fail, in the order of the column.
enum RowStatus: Int, Hashable, CaseIterable {
    /// This version does not know what kind of resource it is.
    case unknownKind
    /// It is in no other configuration.
    case lastConfiguration
    /// Nothing.
    case blank
}

/// What STATUS shows for projects that did not fail.
struct RowStatuses {
    private let inventory: Inventory
    private let isComplete: Bool

    init(_ inventory: Inventory) {
        self.inventory = inventory
        isComplete = inventory.provesAbsence
    }

    /// What STATUS says of the resource.
    subscript(resource: ResourceNumber) -> RowStatus {
        if !inventory.resources.isProject(resource) { return .unknownKind }
        return isComplete && inventory.configurationCount(of: resource) == 1 ? .lastConfiguration : .blank
    }
}
