import BitCollections
package import InspectorCore

/// The associations the operator chose: identities, never row numbers.
package struct Marks: Hashable, Sendable {
    private var members: [ConfigurationNumber: BitSet] = [:]

    /// No marks.
    package init() {}

    /// Whether nothing is marked.
    package var isEmpty: Bool { members.isEmpty }

    /// How many associations are marked.
    package var count: Int { members.values.reduce(0) { $0 + $1.count } }

    /// In how many configurations something is marked.
    package var configurationCount: Int { members.count }

    /// How many associations of the configuration are marked.
    package func count(in configuration: ConfigurationNumber) -> Int {
        members[configuration]?.count ?? 0
    }

    /// Whether the association is marked.
    package func contains(_ id: AssociationID) -> Bool {
        members[id.configuration]?.contains(Int(id.resource)) ?? false
    }

    /// Marks the association.
    package mutating func insert(_ id: AssociationID) {
        members[id.configuration, default: []].insert(Int(id.resource))
    }

    /// Takes the mark off.
    package mutating func remove(_ id: AssociationID) {
        members[id.configuration]?.remove(Int(id.resource))
        if members[id.configuration]?.isEmpty == true { members[id.configuration] = nil }
    }

    /// Marks the association, or takes its mark off.
    package mutating func toggle(_ id: AssociationID) {
        if contains(id) { remove(id) } else { insert(id) }
    }

    /// Marks many associations at once.
    package mutating func insert(_ many: MarkableRows) {
        for (configuration, resources) in many.resources { members[configuration, default: []].formUnion(resources) }
    }

    /// Marks those that are not marked, and takes the mark off the others.
    package mutating func toggle(_ many: MarkableRows) {
        for (configuration, resources) in many.resources {
            let toggled = (members[configuration] ?? []).symmetricDifference(resources)
            members[configuration] = toggled.isEmpty ? nil : toggled
        }
    }

    /// Takes the marks off that a complete listing does not hold any more.
    package mutating func removeGone(from inventory: Inventory) {
        for (configuration, marked) in members where inventory.provesAbsence(of: configuration) {
            let kept = inventory.associated(among: marked, of: configuration)
            members[configuration] = kept.isEmpty ? nil : kept
        }
    }

    /// Takes all marks off.
    package mutating func removeAll() {
        members = [:]
    }

    /// Every marked association, ordered by configuration and resource.
    package var ids: [AssociationID] {
        members.sorted { $0.key < $1.key }.flatMap { configuration, resources in
            resources.map { AssociationID(configuration: configuration, resource: ResourceNumber($0)) }
        }
    }
}
