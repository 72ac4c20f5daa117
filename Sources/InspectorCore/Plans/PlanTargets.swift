package import BitCollections

/// The targets of a plan, in order.
///
/// Those of a large plan are kept as numbers, and a ``PlanTarget`` is made when one is looked at: ask for no more of it than is needed.
package struct PlanTargets: Hashable, Sendable, ExpressibleByArrayLiteral {
    private enum Storage: Sendable {
        /// Targets that were made one by one, or changed.
        case made([PlanTarget])
        /// Targets of a listing or a journal.
        case listed(ListedTargets)
    }

    private var storage: Storage

    /// No targets.
    package init() { storage = .made([]) }

    /// Targets as they are.
    package init(_ targets: some Sequence<PlanTarget>) {
        if let targets = targets as? PlanTargets { self = targets } else { storage = .made(Array(targets)) }
    }

    package init(arrayLiteral targets: PlanTarget...) { storage = .made(targets) }

    init(_ listed: ListedTargets) { storage = .listed(listed) }

    /// The targets as numbers; nothing where they were made one by one.
    var listed: ListedTargets? { if case .listed(let listed) = storage { listed } else { nil } }

    package static func == (left: Self, right: Self) -> Bool {
        if let first = left.listed, let second = right.listed, first.isCopy(of: second) { return true }
        return left.elementsEqual(right)
    }

    /// Whether these are exactly the targets of the array.
    package static func == (left: Self, right: [PlanTarget]) -> Bool { left.elementsEqual(right) }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        hasher.combine(first)
    }
}

extension PlanTargets: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch storage {
        case .made(let targets): targets.count
        case .listed(let targets): targets.count
        }
    }

    package subscript(place: Int) -> PlanTarget {
        get {
            switch storage {
            case .made(let targets): targets[place]
            case .listed(let targets): targets[place]
            }
        }
        set { change { $0[place] = newValue } }
    }

    package mutating func replaceSubrange(_ places: Range<Int>, with targets: some Collection<PlanTarget>) {
        change { $0.replaceSubrange(places, with: targets) }
    }

    private mutating func change(_ body: (inout [PlanTarget]) -> Void) {
        var all = Array(self)
        storage = .made([])
        body(&all)
        storage = .made(all)
    }
}

extension PlanTargets {
    /// A target's association: without the names, it costs a tenth.
    package func association(at place: Int) -> Association {
        switch storage {
        case .made(let targets): targets[place].association
        case .listed(let targets):
            Association(
                scanConfigurationArn: targets.groups[targets.group(of: place)].scanConfigurationArn,
                resource: targets.table[targets.project(at: place)])
        }
    }

    /// A target's project.
    func resource(at place: Int) -> AssociationResource {
        switch storage {
        case .made(let targets): targets[place].association.resource
        case .listed(let targets): targets.table[targets.project(at: place)]
        }
    }

    /// What a move does with a target.
    func change(at place: Int) -> AssociationChange? {
        switch storage {
        case .made(let targets): targets[place].change
        case .listed(let targets): targets.groups[targets.group(of: place)].change
        }
    }

    /// Every association, in order.
    package var associations: some RandomAccessCollection<Association> { indices.lazy.map(association) }

    /// No less than the length of the longest name of a project, in UTF-8 bytes.
    package var longestName: Int {
        switch storage {
        case .made(let targets): targets.lazy.map { $0.projectName?.utf8.count ?? 0 }.max() ?? 0
        case .listed(let targets): targets.table.longestName
        }
    }

    /// Calls `body` with each stretch of targets of one configuration with which the same is done. Of many targets ARNs are compared, mostly
    /// by address, and few are hashed.
    func forEachStretch(_ body: (_ scanConfigurationArn: String, Range<Int>) -> Void) {
        switch storage {
        case .listed(let targets): for group in targets.groups { body(group.scanConfigurationArn, group.places) }
        case .made(let targets):
            var start = 0
            while start < targets.count {
                let (arn, change) = (targets[start].association.scanConfigurationArn, targets[start].change)
                var end = start + 1
                while end < targets.count, targets[end].association.scanConfigurationArn == arn, targets[end].change == change { end += 1 }
                body(arn, start..<end)
                start = end
            }
        }
    }

    /// Calls `body` with each stretch of targets that have all but the project in common.
    func forEachNamedStretch(_ body: (TargetGroup, Range<Int>) -> Void) {
        switch storage {
        case .listed(let targets):
            for group in targets.groups {
                body(TargetGroup(group.scanConfigurationArn, group.configurationName, group.change), group.places)
            }
        case .made(let targets):
            var start = 0
            while start < targets.count {
                let group = TargetGroup(targets[start])
                var end = start + 1
                while end < targets.count, TargetGroup(targets[end]) == group { end += 1 }
                body(group, start..<end)
                start = end
            }
        }
    }

    /// Those of which this holds, and the others, in the same order.
    func partitioned(by isFirst: (Association, AssociationChange?) -> Bool) -> (PlanTargets, PlanTargets) {
        switch storage {
        case .made(let targets):
            let flags = targets.map { isFirst($0.association, $0.change) }
            return (
                PlanTargets(zip(targets, flags).filter(\.1).map(\.0)), PlanTargets(zip(targets, flags).filter { !$1 }.map(\.0))
            )
        case .listed(let targets):
            let (first, second) = targets.partitioned { group, _, project in
                isFirst(Association(scanConfigurationArn: group.scanConfigurationArn, resource: targets.table[project]), group.change)
            }
            return (PlanTargets(first), PlanTargets(second))
        }
    }

    /// Those at these places, in the same order.
    package func only(_ places: BitSet) -> PlanTargets {
        switch storage {
        case .made(let targets): PlanTargets(places.map { targets[$0] })
        case .listed(let targets): PlanTargets(targets.partitioned { _, place, _ in places.contains(place) }.0)
        }
    }
}
