/// Puts targets together one by one, as numbers of a table of their own.
///
/// Where that cannot hold them, because a resource is no project or a project goes by two names, they are kept as they are.
struct PlanTargetsBuilder {
    private var table = ResourceTable()
    private var names: [Bool] = []
    private var sections: [(group: TargetGroup, projects: TargetOrder.Projects)] = []
    private var current: [ResourceNumber] = []
    private var made: [PlanTarget]?
    private var rest: [(resource: AssociationResource, name: String?)] = []

    /// What was put together so far.
    var targets: PlanTargets {
        made.map { PlanTargets($0) } ?? PlanTargets(ListedTargets(sections, in: table, isSorted: false))
    }

    /// A group begins.
    mutating func beginGroup() { (current, rest) = ([], []) }

    /// Adds a project to the group.
    mutating func add(_ resource: AssociationResource, _ name: String?) {
        if made == nil, rest.isEmpty, let number = number(of: resource, name) {
            current.append(number)
        } else {
            rest.append((resource, name))
        }
    }

    /// The group ends, and is about this.
    mutating func endGroup(_ group: TargetGroup) {
        if rest.isEmpty, made == nil {
            if !current.isEmpty { sections.append((group, .ordered(current))) }
            return
        }
        let known = current.map { (resource: table[$0], name: table.name(of: $0)) }
        let new = (known + rest).map { project in
            PlanTarget(
                association: Association(scanConfigurationArn: group.scanConfigurationArn, resource: project.resource),
                configurationName: group.configurationName, projectName: project.name, change: group.change)
        }
        made = (made ?? Array(targets)) + new
        (sections, current, rest) = ([], [], [])
    }

    /// The number of a project by this name; nothing when it is none, or goes by another name.
    private mutating func number(of resource: AssociationResource, _ name: String?) -> ResourceNumber? {
        guard resource.isMatched else { return nil }
        if let known = table.knownNumber(of: resource) { return table.name(of: known) == name ? known : nil }
        let number = table.number(of: resource)
        table.keep(name, for: number)
        return number
    }
}
