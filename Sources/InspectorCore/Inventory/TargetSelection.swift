/// Associations named by configurations, by projects, or by both.
///
/// With both, an association is chosen when its configuration and its project are named; with one, all that fit it.
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

    /// The associations of `inventory` that are chosen, all or nothing: each name has to fit something, and one thing only. That a project
    /// is not associated any more is no mistake.
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

    /// The associations that are chosen, and the projects that are named and have none among them.
    private func search(
        _ inventory: Inventory
    ) throws(SelectionError) -> (chosen: [AssociationID], missing: [AssociationResource]) {
        let numbers = try inventory.resolve(configurations: configurations)
        let all = numbers.flatMap(inventory.associationIDs)
        if projects.isEmpty { return (all, []) }
        if !inventory.knowsAllNames, let name = projects.first(where: { !Identifiers.isProjectId($0) }) {
            throw .namesIncomplete(name, inventory.coverageState.error)
        }
        var found = Dictionary(projects.map { ($0, Set<ResourceNumber>()) }) { first, _ in first }
        let chosen = all.filter { id in
            let names = [inventory.resources[id.resource].projectId, inventory.projectName(of: id.resource)].compactMap(\.self)
            let fitting = names.filter { found[$0] != nil }
            for name in fitting { found[name]?.insert(id.resource) }
            return !fitting.isEmpty
        }
        var missing: [AssociationResource] = []
        for name in projects {
            guard let found = found[name], !found.isEmpty else {
                missing.append(try project(name, inventory))
                continue
            }
            try check(name, found, inventory)
        }
        return (chosen, missing)
    }

    /// The project of a name that no chosen association has. An id beside a configuration names an association, known or not.
    private func project(_ name: String, _ inventory: Inventory) throws(SelectionError) -> AssociationResource {
        if Identifiers.isProjectId(name), !configurations.isEmpty || inventory.resources.knownNumber(of: .projectId(name)) != nil {
            return .projectId(name)
        }
        let found = Set((0..<inventory.resources.count).lazy.map { ResourceNumber($0) }.filter { inventory.projectName(of: $0) == name })
        guard let number = found.first else { throw .noSuchProject(name, configurations: configurations) }
        try check(name, found, inventory)
        return inventory.resources[number]
    }

    private func check(_ name: String, _ found: Set<ResourceNumber>, _ inventory: Inventory) throws(SelectionError) {
        guard found.count > 1 else { return }
        throw .ambiguousProject(name, ids: found.compactMap { inventory.resources[$0].projectId }.sorted())
    }
}

extension Inventory {
    /// The configurations named, by ARN or name, in that order and each once; all of them when none is named.
    package func resolve(configurations names: [String]) throws(SelectionError) -> [ConfigurationNumber] {
        if names.isEmpty { return listed }
        var numbers: [ConfigurationNumber] = []
        for name in names {
            let number = try resolve(name)
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    /// The ARNs of the configurations named, as ``resolve(configurations:)`` finds them. What is an ARN itself needs no listing.
    package func arns(of names: [String]) throws(SelectionError) -> [String] {
        var arns: [String] = []
        for name in names {
            let isKnown = configurationsState == .complete || !Identifiers.isScanConfigurationArn(name)
            let arn = isKnown ? entries[Int(try resolve(name))].configuration.scanConfigurationArn : name
            if !arns.contains(arn) { arns.append(arn) }
        }
        return arns
    }

    private func resolve(_ name: String) throws(SelectionError) -> ConfigurationNumber {
        if let number = numbers[name], listed.contains(number) { return number }
        guard configurationsState == .complete else { throw .configurationsIncomplete(name, configurationsState.error) }
        let found = configurations(named: name)
        guard let number = found.first else {
            throw .noSuchConfiguration(name, known: listed.map { entries[Int($0)].configuration.name })
        }
        guard found.count == 1 else { throw .ambiguousConfiguration(name, count: found.count) }
        return number
    }
}

/// Why a selection fits nothing.
package enum SelectionError: Error, Equatable, Sendable {
    /// No configuration has this ARN or name; some that there are.
    case noSuchConfiguration(String, known: [String])
    /// Not every configuration could be listed, and why: this name may be that of another one too.
    case configurationsIncomplete(String, ListingError?)
    /// Several configurations have this name.
    case ambiguousConfiguration(String, count: Int)
    /// No project goes by this name, or an id is not known and no configuration is named beside it.
    case noSuchProject(String, configurations: [String])
    /// Not every project's name could be listed, and why: this name may be that of another one too.
    case namesIncomplete(String, ListingError?)
    /// Several projects that fit the chosen configurations have this name; their ids.
    case ambiguousProject(String, ids: [String])
}

extension SelectionError {
    /// Why the listing that a name needs is not complete; absent when that is not what is wrong.
    package var listing: ListingError? {
        switch self {
        case .configurationsIncomplete(_, let error), .namesIncomplete(_, let error): error
        case .noSuchConfiguration, .ambiguousConfiguration, .noSuchProject, .ambiguousProject: nil
        }
    }
}
