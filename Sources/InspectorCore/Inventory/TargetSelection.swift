import TextSafety

/// Associations named by configurations, by projects, or by both.
///
/// With both, an association is chosen when its configuration and its project are named; with one, all that fit it. What is the name of
/// none may be a ``NamePattern``, and stands for all that fit it.
package struct TargetSelection: Hashable, Sendable {
    /// ARNs or names; none stands for every configuration.
    package var configurations: [String]
    /// Project ids or repository names; none stands for every project.
    package var projects: [String]

    /// A selection of both; empty lists stand for all.
    package init(configurations: [String], projects: [String]) {
        self.configurations = configurations
        self.projects = projects
    }

    /// The associations of `inventory` that are chosen, all or nothing: each name has to fit one thing, each pattern something. That a
    /// project is not associated any more is no mistake.
    ///
    /// Rows that match no project are among them, so that a plan can say what it leaves out. Names are looked up only where all of them
    /// are known: one of two projects of a name is not to be taken for the only one.
    package func associations(in inventory: Inventory) throws(SelectionError) -> [AssociationID] {
        try search(inventory).chosen
    }

    /// What is named and not associated: projects of which no association is chosen, each with each configuration that is named. A plan
    /// says so of them.
    package func notAssociated(in inventory: Inventory) throws(SelectionError) -> [Association] {
        let arns = try configurations.isEmpty ? [] : inventory.arns(of: configurations)
        return try search(inventory).missing.flatMap { resource in
            arns.map { Association(scanConfigurationArn: $0, resource: resource) }
        }
    }

    /// The projects that are named, whether some configuration has them or not; all that are known when none is named.
    package func resources(in inventory: Inventory) throws(SelectionError) -> [AssociationResource] {
        let resources = inventory.resources
        if projects.isEmpty { return (0..<ResourceNumber(resources.count)).filter(resources.isProject).map { resources[$0] } }
        try checkNames(inventory)
        var found: [AssociationResource] = []
        for name in projects {
            if Identifiers.isProjectId(name) { found.append(.projectId(name)) } else { found += try known(name, inventory) }
        }
        return found
    }

    /// The associations that are chosen, and the projects that are named and have none among them.
    private func search(
        _ inventory: Inventory
    ) throws(SelectionError) -> (chosen: [AssociationID], missing: [AssociationResource]) {
        let all = try inventory.resolve(configurations: configurations).flatMap(inventory.associationIDs)
        if projects.isEmpty { return (all, []) }
        try checkNames(inventory)
        let associated = Set(all.lazy.map(\.resource))
        var found = Dictionary(projects.map { ($0, Set<ResourceNumber>()) }) { first, _ in first }
        for resource in associated { for name in inventory.names(of: resource) { found[name]?.insert(resource) } }
        var (chosen, missing): (Set<ResourceNumber>, [AssociationResource]) = ([], [])
        for name in projects {
            let named = found[name] ?? []
            try check(name, named, inventory)
            let fitting = named.isEmpty ? patterned(name, among: associated, inventory) : named
            if fitting.isEmpty { missing += try known(name, inventory) }
            chosen.formUnion(fitting)
        }
        return (all.filter { chosen.contains($0.resource) }, missing)
    }

    private func checkNames(_ inventory: Inventory) throws(SelectionError) {
        if !inventory.knowsAllNames, let name = projects.first(where: { !Identifiers.isProjectId($0) }) {
            throw .namesIncomplete(name, inventory.coverageState.error)
        }
    }

    /// The projects that fit a pattern that is not the name of one.
    private func patterned(_ name: String, among projects: Set<ResourceNumber>, _ inventory: Inventory) -> Set<ResourceNumber> {
        guard let pattern = NamePattern(name), inventory.projects(named: name).isEmpty else { return [] }
        return projects.filter { pattern.matches(anyOf: inventory.names(of: $0)) }
    }

    /// The projects of a name or pattern that no chosen association has. An id beside a configuration names an association, known or not.
    private func known(_ name: String, _ inventory: Inventory) throws(SelectionError) -> [AssociationResource] {
        if Identifiers.isProjectId(name), !configurations.isEmpty || inventory.knownNumber(of: .projectId(name)) != nil {
            return [.projectId(name)]
        }
        let named = inventory.projects(named: name)
        try check(name, named, inventory)
        let everything = Set(0..<ResourceNumber(inventory.resources.count))
        let found = named.isEmpty ? patterned(name, among: everything, inventory) : named
        if found.isEmpty { throw .noSuchProject(name, configurations: configurations, near: inventory.nearProject(to: name)) }
        return found.sorted().map { inventory.resources[$0] }
    }

    private func check(_ name: String, _ found: Set<ResourceNumber>, _ inventory: Inventory) throws(SelectionError) {
        guard found.count > 1 else { return }
        throw .ambiguousProject(name, ids: found.compactMap { inventory.resources[$0].projectId }.sorted())
    }
}

extension Inventory {
    /// The id of a resource and its repository's name, as far as known.
    fileprivate func names(of resource: ResourceNumber) -> [String] {
        [resources[resource].projectId, projectName(of: resource)].compactMap(\.self)
    }

    /// A question with the names that are nearest to one that no project has.
    func nearProject(to name: String) -> String? {
        name.suggestion(among: Set((0..<ResourceNumber(resources.count)).lazy.compactMap { projectName(of: $0) }).sorted())
    }

    /// The projects of this repository name, whether some configuration has them or not.
    fileprivate func projects(named name: String) -> Set<ResourceNumber> {
        Set((0..<ResourceNumber(resources.count)).lazy.filter { projectName(of: $0) == name })
    }
}

extension Inventory {
    /// The configurations named, by ARN or name, in that order and each once; all of them when none is named.
    package func resolve(configurations names: [String]) throws(SelectionError) -> [ConfigurationNumber] {
        if names.isEmpty { return listed }
        var numbers: [ConfigurationNumber] = []
        for name in names {
            for number in try resolve(name) where !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    /// The ARNs of the configurations named, as ``resolve(configurations:)`` finds them. What is an ARN itself needs no listing.
    package func arns(of names: [String]) throws(SelectionError) -> [String] {
        var arns: [String] = []
        for name in names {
            let isKnown = configurationsState == .complete || !Identifiers.isScanConfigurationArn(name)
            let found = isKnown ? try resolve(name).map { entries[Int($0)].configuration.scanConfigurationArn } : [name]
            for arn in found where !arns.contains(arn) { arns.append(arn) }
        }
        return arns
    }

    private func resolve(_ name: String) throws(SelectionError) -> [ConfigurationNumber] {
        if let number = number(ofArn: name), listed.contains(number) { return [number] }
        guard configurationsState == .complete else { throw .configurationsIncomplete(name, configurationsState.error) }
        let found = configurations(named: name)
        if found.count > 1 { throw .ambiguousConfiguration(name, count: found.count) }
        let fitting = found.isEmpty ? listed.filter { entries[Int($0)].configuration.fits(NamePattern(name)) } : found
        if fitting.isEmpty { throw .noSuchConfiguration(name, known: listed.map { entries[Int($0)].configuration.name }) }
        return fitting
    }
}

extension ScanConfiguration {
    /// Whether one of the names or patterns may stand for the configuration, as far as that is known before all are listed; without any,
    /// all of them stand.
    package func mayBe(oneOf names: [String]) -> Bool {
        names.isEmpty || names.contains { $0 == name || $0 == scanConfigurationArn || fits(NamePattern($0)) }
    }

    fileprivate func fits(_ pattern: NamePattern?) -> Bool { pattern?.matches(anyOf: [name, scanConfigurationArn]) ?? false }
}

/// Why a selection fits nothing.
package enum SelectionError: Error, Equatable, Sendable {
    /// No configuration has this ARN or name; some that there are.
    case noSuchConfiguration(String, known: [String])
    /// Not every configuration could be listed, and why: this name may be that of another one too.
    case configurationsIncomplete(String, ListingError?)
    /// Several configurations have this name.
    case ambiguousConfiguration(String, count: Int)
    /// No project goes by this name, or an id is not known and no configuration is named beside it; a question with the nearest names.
    case noSuchProject(String, configurations: [String], near: String? = nil)
    /// Not every project's name could be listed, and why: this name may be that of another one too.
    case namesIncomplete(String, ListingError?)
    /// Several projects that fit the chosen configurations have this name; their ids.
    case ambiguousProject(String, ids: [String])
}

extension SelectionError {
    /// Whether the listings are whole, and nothing there has the name.
    package var fitsNothing: Bool {
        switch self {
        case .noSuchConfiguration, .noSuchProject: true
        case .configurationsIncomplete, .ambiguousConfiguration, .namesIncomplete, .ambiguousProject: false
        }
    }

    /// Why the listing that a name needs is not complete; absent when that is not what is wrong.
    package var listing: ListingError? {
        switch self {
        case .configurationsIncomplete(_, let error), .namesIncomplete(_, let error): error
        case .noSuchConfiguration, .ambiguousConfiguration, .noSuchProject, .ambiguousProject: nil
        }
    }
}
