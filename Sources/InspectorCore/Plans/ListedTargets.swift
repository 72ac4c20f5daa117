internal import Algorithms
internal import BitCollections
import Runtime

/// Targets of a plan as numbers of a table of projects: a million of them take 4 MB, and as values of their own 230.
///
/// The table is the inventory's own, or the one that a journal's plan is read into. The targets of a configuration are put in order when the
/// first of them is looked at.
struct ListedTargets: Sendable {
    /// The targets of one configuration with which the same is done.
    struct Group: Hashable, Sendable {
        let scanConfigurationArn: String
        let configurationName: String?
        let change: AssociationChange?
        let places: Range<Int>
    }

    let groups: [Group]
    /// The projects, with their names.
    let table: ResourceTable
    /// How many of those that were named are left out because they were named before.
    let repeated: Int
    /// Whether each is there once, by configuration and name.
    let isSorted: Bool
    private let order: TargetOrder

    /// Targets of these configurations, each with its projects.
    init(
        _ sections: [(group: TargetGroup, projects: TargetOrder.Projects)], in table: ResourceTable, repeated: Int = 0,
        isSorted: Bool = true
    ) {
        var (groups, start): ([Group], Int) = ([], 0)
        for (group, projects) in sections {
            groups.append(
                Group(
                    scanConfigurationArn: group.scanConfigurationArn, configurationName: group.configurationName, change: group.change,
                    places: start..<start + projects.count))
            start += projects.count
        }
        (self.groups, self.table, self.repeated, self.isSorted) = (groups, table, repeated, isSorted)
        order = TargetOrder(sections.map(\.projects))
    }

    /// How many targets there are.
    var count: Int { groups.last?.places.upperBound ?? 0 }

    /// The group of a target, as a place in ``groups``.
    func group(of place: Int) -> Int { groups.partitioningIndex { $0.places.upperBound > place } }

    /// The number of a target's project.
    func project(at place: Int) -> ResourceNumber {
        let group = group(of: place)
        return order.project(place - groups[group].places.lowerBound, of: group, in: table)
    }

    /// The numbers of a group's projects, in order.
    func projects(of group: Int) -> [ResourceNumber] { order.projects(of: group, in: table) }

    /// The numbers of a group's projects, in any order.
    func anyOrder(of group: Int) -> TargetOrder.Projects { order.anyOrder(of: group) }

    /// Whether both are the same because one is a copy of the other.
    func isCopy(of other: ListedTargets) -> Bool { order === other.order }

    /// The target at a place.
    subscript(place: Int) -> PlanTarget {
        let group = groups[group(of: place)]
        return target(of: group, project(at: place))
    }

    func target(of group: Group, _ project: ResourceNumber) -> PlanTarget {
        PlanTarget(
            association: Association(scanConfigurationArn: group.scanConfigurationArn, resource: table[project]),
            configurationName: group.configurationName, projectName: table.name(of: project), change: group.change)
    }

    /// Those of which this holds, and the others.
    func partitioned(by isFirst: (_ group: Group, _ place: Int, ResourceNumber) -> Bool) -> (ListedTargets, ListedTargets) {
        var parts: ([(TargetGroup, TargetOrder.Projects)], [(TargetGroup, TargetOrder.Projects)]) = ([], [])
        for (number, group) in groups.enumerated() {
            var split: ([ResourceNumber], [ResourceNumber]) = ([], [])
            for (offset, project) in projects(of: number).enumerated() {
                if isFirst(group, group.places.lowerBound + offset, project) { split.0.append(project) } else { split.1.append(project) }
            }
            let key = TargetGroup(group.scanConfigurationArn, group.configurationName, group.change)
            if !split.0.isEmpty { parts.0.append((key, .ordered(split.0))) }
            if !split.1.isEmpty { parts.1.append((key, .ordered(split.1))) }
        }
        return (
            ListedTargets(parts.0, in: table, repeated: repeated, isSorted: isSorted), ListedTargets(parts.1, in: table, isSorted: isSorted)
        )
    }

    /// Each once, by configuration and name, which `name` may give by its ARN.
    func sorted(name: (String) -> String?) -> ListedTargets {
        if isSorted { return self }
        var sections: [TargetGroup: (key: NameKey, projects: BitSet)] = [:]
        for (number, group) in groups.enumerated() {
            let known = group.configurationName ?? name(group.scanConfigurationArn)
            let key = TargetGroup(group.scanConfigurationArn, known, group.change)
            let place = NameKey(known ?? group.scanConfigurationArn, id: group.scanConfigurationArn)
            sections[key, default: (place, [])].projects.formUnion(anyOrder(of: number).set)
        }
        let ordered = sections.sorted { $0.value.key < $1.value.key }
        return ListedTargets(ordered.map { ($0.key, .unordered($0.value.projects)) }, in: table)
    }
}

/// A configuration, and what is done with its targets.
struct TargetGroup: Hashable, Sendable {
    let scanConfigurationArn: String
    let configurationName: String?
    let change: AssociationChange?

    init(_ target: PlanTarget) {
        self.init(target.association.scanConfigurationArn, target.configurationName, target.change)
    }

    init(_ scanConfigurationArn: String, _ configurationName: String?, _ change: AssociationChange? = nil) {
        (self.scanConfigurationArn, self.configurationName, self.change) = (scanConfigurationArn, configurationName, change)
    }
}

/// The projects of each group of targets, put in order once that is needed.
final class TargetOrder: Sendable {
    /// The projects of a group.
    enum Projects: Sendable {
        /// Each once; they come by name, and then by id.
        case unordered(BitSet)
        /// In the order in which they are.
        case ordered([ResourceNumber])

        var count: Int {
            switch self {
            case .unordered(let projects): projects.count
            case .ordered(let projects): projects.count
            }
        }

        var set: BitSet {
            switch self {
            case .unordered(let projects): projects
            case .ordered(let projects): BitSet(projects.lazy.map { Int($0) })
            }
        }

        /// Calls `body` with each, in any order.
        func forEach(_ body: (ResourceNumber) -> Void) {
            switch self {
            case .unordered(let projects): for project in projects { body(ResourceNumber(project)) }
            case .ordered(let projects): for project in projects { body(project) }
            }
        }
    }

    private let groups: Locked<[Projects]>

    init(_ groups: [Projects]) { self.groups = Locked(groups) }

    func projects(of group: Int, in table: ResourceTable) -> [ResourceNumber] {
        groups.withLock { groups in Self.order(&groups[group], table) }
    }

    func project(_ place: Int, of group: Int, in table: ResourceTable) -> ResourceNumber {
        groups.withLock { groups in
            if case .ordered(let projects) = groups[group] { return projects[place] }
            return Self.order(&groups[group], table)[place]
        }
    }

    func anyOrder(of group: Int) -> Projects { groups.withLock { $0[group] } }

    private static func order(_ group: inout Projects, _ table: ResourceTable) -> [ResourceNumber] {
        switch group {
        case .ordered(let projects): return projects
        case .unordered(let projects):
            let ordered = table.orderedByName(projects.lazy.map { ResourceNumber($0) })
            group = .ordered(ordered)
            return ordered
        }
    }
}
