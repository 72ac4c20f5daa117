import InspectorCore

/// Orders associations by small numbers, so that a million of them takes a moment.
struct RowOrder {
    private let facts: ListFacts

    init(_ facts: ListFacts) {
        self.facts = facts
    }

    /// The associations of a scope in order.
    func rows(of scope: ProjectList.Scope, by order: SortOrder<ProjectColumn>) -> [AssociationID] {
        let rows = ordered(configurations(of: scope), by: order.column)
        return order.isReversed ? rows.reversed() : rows
    }

    private func configurations(of scope: ProjectList.Scope) -> [ConfigurationNumber] {
        switch scope {
        case .all: facts.inventory.listed
        case .configuration(let number): [number]
        }
    }

    private func ordered(_ configurations: [ConfigurationNumber], by column: ProjectColumn) -> [AssociationID] {
        switch column {
        case .name: ranked(configurations, by: facts.index.ranks)
        case .id: ranked(configurations, by: facts.index.idRanks())
        case .configuration: byName(configurations).flatMap { ranked([$0], by: facts.index.ranks) }
        case .count:
            Self.bucketed(ranked(configurations, by: facts.index.ranks)) { facts.inventory.configurationCount(of: $0.resource) }
        case .status: failedFirst(ranked(configurations, by: facts.index.ranks))
        }
    }

    private func byName(_ configurations: [ConfigurationNumber]) -> [ConfigurationNumber] {
        configurations.map { ($0, facts.inventory.entries[Int($0)].configuration.name.lowercased()) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }

    private func failedFirst(_ rows: [AssociationID]) -> [AssociationID] {
        if facts.failures.isEmpty { return rows }
        let places = Dictionary(uniqueKeysWithValues: facts.failures.codes.enumerated().map { ($1, $0) })
        return Self.bucketed(rows) { facts.failures[$0].flatMap { places[$0.groupTitle] } ?? places.count }
    }

    /// Counting sort by the projects' ranks; the same project's configurations stay in their order.
    private func ranked(_ configurations: [ConfigurationNumber], by ranks: [UInt32]) -> [AssociationID] {
        if configurations.count == 1 { return single(configurations[0], by: ranks) }
        var starts = [UInt32](repeating: 0, count: ranks.count + 1)
        for number in configurations {
            for resource in facts.inventory.entries[Int(number)].associations { starts[Int(ranks[Int(resource)]) + 1] += 1 }
        }
        for rank in 1..<max(1, starts.count) { starts[rank] += starts[rank - 1] }
        var rows = [AssociationID](repeating: AssociationID(configuration: 0, resource: 0), count: Int(starts.last ?? 0))
        for number in configurations {
            for resource in facts.inventory.entries[Int(number)].associations {
                let rank = Int(ranks[Int(resource)])
                rows[Int(starts[rank])] = AssociationID(configuration: number, resource: resource)
                starts[rank] += 1
            }
        }
        return rows
    }

    private func single(_ number: ConfigurationNumber, by ranks: [UInt32]) -> [AssociationID] {
        facts.inventory.entries[Int(number)].associations
            .map { UInt64(ranks[Int($0)]) << 32 | UInt64($0) }.sorted()
            .map { AssociationID(configuration: number, resource: ResourceNumber(truncatingIfNeeded: $0)) }
    }

    /// A stable sort by a small number.
    private static func bucketed(_ rows: [AssociationID], by key: (AssociationID) -> Int) -> [AssociationID] {
        var buckets: [Int: [AssociationID]] = [:]
        for row in rows { buckets[key(row), default: []].append(row) }
        return buckets.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}
