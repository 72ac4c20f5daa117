import InspectorCore

/// What STATUS shows for a project that did not fail, in the order of the column.
enum RowStatus: Int, Hashable, CaseIterable {
    /// This version does not know what kind of resource it is.
    case unknownKind
    /// Nothing.
    case blank
}

/// What the lists show of projects beside their facts.
struct RowStatuses {
    private let inventory: Inventory
    /// Whether the listings of each session prove that a project is in no other configuration.
    private let areComplete: [Bool]

    init(_ inventory: Inventory) {
        self.inventory = inventory
        areComplete = inventory.inEachOrigin(inventory.provesAbsence(in:))
    }

    /// What it shows of a row of a kind that this version does not know, and of one that matches no project.
    static let (unknownKind, unmatched) = ("unknown kind", "matches no project")

    /// Every text that STATUS shows of projects, with those that it is shown of.
    var texts: [(text: String, isShown: (ResourceNumber) -> Bool)] {
        [
            (Self.unknownKind, { self[$0] == .unknownKind && isOfUnknownKind($0) }),
            (Self.unmatched, { self[$0] == .unknownKind && !isOfUnknownKind($0) }),
        ]
    }

    /// Whether the row is of a kind that this version does not know.
    func isOfUnknownKind(_ resource: ResourceNumber) -> Bool {
        if case .unknown(let member, _) = inventory.resources[resource] { !member.isEmpty } else { false }
    }

    /// What STATUS says of the resource.
    subscript(resource: ResourceNumber) -> RowStatus { inventory.resources.isProject(resource) ? .blank : .unknownKind }

    /// Whether the project is proven to be in no other configuration: IN carries it.
    func isLast(_ resource: ResourceNumber) -> Bool {
        areComplete[Int(inventory.resources.origin(of: resource))] && inventory.configurationCount(of: resource) == 1
            && inventory.resources.isProject(resource)
    }
}
