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

    /// What STATUS shows of a project that is in no other configuration.
    static let lastConfiguration = "last configuration"
    /// What it shows of a row of a kind that this version does not know, and of one that matches no project.
    static let (unknownKind, unmatched) = ("unknown kind", "matches no project")

    /// Every text that STATUS shows of projects, with those that it is shown of.
    var texts: [(text: String, isShown: (ResourceNumber) -> Bool)] {
        [
            (Self.lastConfiguration, { self[$0] == .lastConfiguration }),
            (Self.unknownKind, { self[$0] == .unknownKind && isOfUnknownKind($0) }),
            (Self.unmatched, { self[$0] == .unknownKind && !isOfUnknownKind($0) }),
        ]
    }

    /// Whether the row is of a kind that this version does not know.
    func isOfUnknownKind(_ resource: ResourceNumber) -> Bool {
        if case .unknown(let member, _) = inventory.resources[resource] { !member.isEmpty } else { false }
    }

    /// What STATUS says of the resource.
    subscript(resource: ResourceNumber) -> RowStatus {
        if !inventory.resources.isProject(resource) { return .unknownKind }
        return isComplete && inventory.configurationCount(of: resource) == 1 ? .lastConfiguration : .blank
    }
}
