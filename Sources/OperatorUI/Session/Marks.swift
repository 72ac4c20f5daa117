import BitCollections
import InspectorCore

/// The associations that the operator marked: identities, never row numbers.
struct Marks: Hashable, Sendable {
    private var members: FilterSession.Rows = [:]

    /// No marks.
    init() {}

    /// Whether nothing is marked.
    var isEmpty: Bool { members.isEmpty }

    /// How many associations are marked.
    var count: Int { members.values.reduce(0) { $0 + $1.count } }

    /// In how many configurations something is marked.
    var configurationCount: Int { members.count }

    /// How many associations of the configuration are marked.
    func count(in configuration: ConfigurationNumber) -> Int {
        members[configuration]?.count ?? 0
    }

    /// How many associations of these projects are marked.
    func count(of projects: BitSet) -> Int { members.values.reduce(0) { $0 + $1.intersection(projects).count } }

    /// Whether the association is marked.
    func contains(_ id: AssociationID) -> Bool {
        members[id.configuration]?.contains(Int(id.resource)) ?? false
    }

    /// Marks the association.
    mutating func insert(_ id: AssociationID) {
        members[id.configuration, default: []].insert(Int(id.resource))
    }

    /// Unmarks the association.
    mutating func remove(_ id: AssociationID) {
        members[id.configuration]?.remove(Int(id.resource))
        if members[id.configuration]?.isEmpty == true { members[id.configuration] = nil }
    }

    /// Marks or unmarks the association.
    mutating func toggle(_ id: AssociationID) {
        if contains(id) { remove(id) } else { insert(id) }
    }

    /// Marks many associations at once.
    mutating func insert(_ many: MarkableRows) {
        for (configuration, resources) in many.resources { members[configuration, default: []].formUnion(resources) }
    }

    /// Inverts the marks of these associations.
    mutating func toggle(_ many: MarkableRows) {
        for (configuration, resources) in many.resources {
            let toggled = (members[configuration] ?? []).symmetricDifference(resources)
            members[configuration] = toggled.isEmpty ? nil : toggled
        }
    }

    /// Unmarks associations that a complete listing no longer contains.
    mutating func removeGone(from inventory: Inventory) {
        for (configuration, marked) in members where inventory.provesAbsence(of: configuration) {
            let kept = inventory.associated(among: marked, of: configuration)
            members[configuration] = kept.isEmpty ? nil : kept
        }
    }

    /// Unmarks these.
    mutating func remove(_ many: MarkableRows) {
        for (configuration, resources) in many.resources {
            guard let marked = members[configuration] else { continue }
            let kept = marked.subtracting(resources)
            members[configuration] = kept.isEmpty ? nil : kept
        }
    }

    /// The marks but for those of which this holds.
    func without(_ isOut: (AssociationID) -> Bool) -> Marks {
        var marks = self
        for id in ids where isOut(id) { marks.remove(id) }
        return marks
    }

    /// The marks but for those of configurations of which this holds.
    func without(configurations isOut: (ConfigurationNumber) -> Bool) -> Marks {
        var marks = Marks()
        marks.members = members.filter { !isOut($0.key) }
        return marks
    }

    /// The marks of one configuration.
    func only(_ configuration: ConfigurationNumber) -> Marks {
        var marks = Marks()
        marks.members[configuration] = members[configuration]
        return marks
    }

    /// The marks of these projects.
    func only(_ projects: BitSet) -> Marks {
        var marks = Marks()
        marks.members = members.mapValues { $0.intersection(projects) }.filter { !$0.value.isEmpty }
        return marks
    }

    /// Removes all marks.
    mutating func removeAll() {
        members = [:]
    }

    /// The marked resources of each configuration that has some.
    var rows: FilterSession.Rows { members }

    /// Every marked association, ordered by configuration and resource.
    var ids: [AssociationID] {
        members.sorted { $0.key < $1.key }.flatMap { configuration, resources in
            resources.map { AssociationID(configuration: configuration, resource: ResourceNumber($0)) }
        }
    }
}

/// Associations to be marked together, by configuration; those that cannot be marked are left out.
struct MarkableRows {
    let resources: [(ConfigurationNumber, BitSet)]

    /// The markable ones of `rows`.
    init(_ rows: AssociationRows, in inventory: Inventory) {
        var wanted = [BitSet](repeating: [], count: inventory.entries.count)
        rows.forEach { wanted[Int($0.configuration)].insert(Int($0.resource)) }
        let unmatched = BitSet(inventory.resources.unmatched.lazy.map { Int($0) })
        resources = wanted.enumerated().compactMap { number, wanted in
            let markable = inventory.entries[number].associated(among: wanted).subtracting(unmatched)
            return markable.isEmpty ? nil : (ConfigurationNumber(number), markable)
        }
    }
}
