import BitCollections
import InspectorCore

/// The associations of a scope by project and, when that is asked for, by configuration.
struct ProjectGroups: Hashable, Sendable {
    /// The state of the inventory they were computed from.
    let revision: Int
    private let byProject: NumberGroups
    /// Each configuration's projects by name, once they were asked for.
    private var byConfiguration: NumberGroups?
    private let configurationCount: Int

    /// Groups the associations; each project's configurations are in the service's order.
    ///
    /// - Parameters:
    ///   - configurations: The configurations that are listed.
    ///   - projects: The projects that are listed; nothing for all.
    init(_ inventory: Inventory, configurations: [ConfigurationNumber], projects: BitSet? = nil) {
        revision = inventory.revision
        configurationCount = inventory.entries.count
        byProject = NumberGroups(count: inventory.resources.count) { add in
            for number in configurations {
                for resource in inventory.entries[Int(number)].associations where projects?.contains(Int(resource)) ?? true {
                    add(resource, number)
                }
            }
        }
    }

    /// How many associations there are.
    var count: Int { byProject.memberCount }

    /// Every association of the projects, in their order or the other way round.
    func rows(of projects: [ResourceNumber], isReversed: Bool) -> AssociationRows {
        AssociationRows(GroupedRows(byProject, of: .projects, order: projects, isReversed: isReversed))
    }

    /// Calls `body` with every association of the projects, in their order.
    func forEach(of projects: [ResourceNumber], _ body: (AssociationID) -> Void) {
        byProject.forEach(in: projects) { body(AssociationID(configuration: $1, resource: $0)) }
    }

    /// Makes ready for ``rows(byConfigurations:isReversed:)``, for which a key has no time: 15 ms for a million rows.
    mutating func prepareConfigurations(_ ranking: [ResourceNumber]) {
        guard byConfiguration == nil else { return }
        byConfiguration = NumberGroups(count: configurationCount) { add in byProject.forEach(in: ranking) { add($1, $0) } }
    }

    /// Every association, the configurations in the order given, each one's projects by name; or the other way round.
    func rows(byConfigurations order: [ConfigurationNumber], isReversed: Bool) -> AssociationRows {
        byConfiguration.map { AssociationRows(GroupedRows($0, of: .configurations, order: order, isReversed: isReversed)) }
            ?? AssociationRows()
    }
}

/// Which associations are listed.
enum AssociationScope: Hashable, Sendable {
    /// Those of every configuration.
    case all
    /// One configuration's.
    case configuration(ConfigurationNumber)
    /// Those that answer a question about the account.
    case view(CoverageView)

    /// Whether rows of several configurations stand side by side.
    var hasSeveralConfigurations: Bool {
        switch self {
        case .all, .view: true
        case .configuration: false
        }
    }
}
