/// Associations named by configurations, by projects, or by both.
///
/// With both, an association is chosen when its configuration and its project are named; with one, all that fit it.
package struct TargetSelection: Hashable, Sendable {
    /// ARNs or names; none stands for every configuration.
    package var configurations: [String]
    /// Project ids or repository names; none stands for every project.
    package var projects: [String]

    /// A selection.
    package init(configurations: [String], projects: [String]) {
        self.configurations = configurations
        self.projects = projects
    }

    /// The associations of `inventory` that are chosen, all or nothing: each name has to fit something, and one thing only.
    package func associations(in inventory: Inventory) throws(SelectionError) -> [AssociationID] {
        let numbers = try inventory.resolve(configurations: configurations)
        let all = numbers.flatMap(inventory.associationIDs).filter { inventory.association($0).resource.projectId != nil }
        if projects.isEmpty { return all }
        var found = Dictionary(projects.map { ($0, Set<ResourceNumber>()) }) { first, _ in first }
        let chosen = all.filter { id in
            let names = [inventory.resources[id.resource].projectId, inventory.projectName(of: id.resource)].compactMap(\.self)
            let fitting = names.filter { found[$0] != nil }
            for name in fitting { found[name]?.insert(id.resource) }
            return !fitting.isEmpty
        }
        for name in projects { try check(name, found[name] ?? [], inventory) }
        return chosen
    }

    private func check(_ name: String, _ found: Set<ResourceNumber>, _ inventory: Inventory) throws(SelectionError) {
        if found.isEmpty { throw .noSuchProject(name, configurations: configurations) }
        guard found.count > 1 else { return }
        throw .ambiguousProject(name, ids: found.compactMap { inventory.resources[$0].projectId }.sorted())
    }
}

/// Why a selection fits nothing.
package enum SelectionError: Error, Hashable, Sendable {
    /// No configuration has this ARN or name; some that there are.
    case noSuchConfiguration(String, known: [String])
    /// Several configurations have this name.
    case ambiguousConfiguration(String, count: Int)
    /// No chosen configuration is associated with this project.
    case noSuchProject(String, configurations: [String])
    /// Several projects that fit the chosen configurations have this name; their ids.
    case ambiguousProject(String, ids: [String])
}

extension SelectionError {
    /// What happened and what to do next.
    package var sentence: String {
        switch self {
        case .noSuchConfiguration(let name, let known) where known.isEmpty:
            "No configuration is named '\(name)': this account has none in this region. Is it the right one?"
        case .noSuchConfiguration(let name, let known):
            "No configuration is named '\(name)'. There are: \(known.firstTen)."
        case .ambiguousConfiguration(let name, let count):
            "\(count) configurations are named '\(name)': give the ARN instead."
        case .noSuchProject(let name, let configurations) where configurations.isEmpty:
            "No configuration is associated with a project '\(name)'. scanconfig list shows names and ids."
        case .noSuchProject(let name, let configurations):
            "\(configurations.joined(separator: ", ")) is not associated with a project '\(name)'. scanconfig list shows names and ids."
        case .ambiguousProject(let name, let ids):
            "\(ids.count) projects are named '\(name)': give the id instead. There are: \(ids.firstTen)."
        }
    }
}

extension [String] {
    /// As many as a person reads.
    fileprivate var firstTen: String { prefix(10).joined(separator: ", ") + (count > 10 ? ", …" : "") }
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

    private func resolve(_ name: String) throws(SelectionError) -> ConfigurationNumber {
        let found = configurations(named: name)
        guard let number = found.first else {
            throw .noSuchConfiguration(name, known: listed.map { entries[Int($0)].configuration.name })
        }
        guard found.count == 1 else { throw .ambiguousConfiguration(name, count: found.count) }
        return number
    }
}
