import TextSafety

/// Finds what the rows of an input spell among what is listed.
struct InputLookup {
    private let table: InputTable
    let inventory: Inventory
    /// The ARN of each configuration that the input spells.
    private let arns: [Found<String>]
    /// The projects of each repository's name in the input.
    private let projects: [String: [ResourceNumber]]

    /// What a spelling stands for, or why it stands for nothing.
    enum Found<Value> {
        case found(Value)
        case problem(String)
    }

    init(_ table: InputTable, in inventory: Inventory) {
        (self.table, self.inventory) = (table, inventory)
        arns = table.configurations.map { Self.arn($0.text, inventory) }
        projects = table.names.isEmpty || !inventory.knowsAllNames ? [:] : inventory.resources(named: Set(table.names.map(\.text)))
    }

    /// The associations of a row: with its own configuration, or with each of those given.
    func associations(_ row: InputTable.Row, _ given: [String], _ problems: inout PlanInputProblems) -> [Association] {
        let line = Int(row.line)
        guard let arns = problems.value(of: arns(row, given), line) else { return [] }
        let found = project(row, arns)
        if case .problem(let reason) = found {
            problems.add(line, reason + (problems.count < 3 ? near(row) : ""))
            return []
        }
        guard case .found(let project) = found else { return [] }
        return arns.map { Association(scanConfigurationArn: $0, resource: .projectId(project)) }
    }

    /// The ARNs of the configurations that a row goes with.
    private func arns(_ row: InputTable.Row, _ given: [String]) -> Found<[String]> {
        guard row.configuration >= 0 else { return .found(given) }
        return switch arns[Int(row.configuration)] {
        case .found(let arn): .found([arn])
        case .problem(let reason): .problem(reason)
        }
    }

    /// The ARN of the configuration that a row names; nothing when it names none.
    func arn(_ row: InputTable.Row) -> Found<String>? { row.configuration < 0 ? nil : arns[Int(row.configuration)] }

    private static func arn(_ text: String, _ inventory: Inventory) -> Found<String> {
        if text.hasPrefix("arn:") { return .found(text) }
        guard inventory.configurationsState == .complete else {
            return .problem("\(text.quoted) is no ARN, and not all configurations could be listed to find it by its name: give its ARN")
        }
        let found = inventory.configurations(named: text).map { inventory.entries[Int($0)].configuration }
        if found.count == 1 { return .found(found[0].scanConfigurationArn) }
        if found.count > 1 { return .problem("\(found.count) scan configurations are named \(text.quoted): give the ARN") }
        let near = text.suggestion(among: inventory.listed.map { inventory.entries[Int($0)].configuration.name })
        return .problem(
            "no scan configuration is named \(text.quoted)" + (near.map { ": \($0.decapitalized)" } ?? ": give its name or ARN"))
    }

    /// The id of a row's project. Of several with its name, the one counts that alone is associated with the row's configurations.
    func project(_ row: InputTable.Row, _ arns: [String]) -> Found<String> {
        switch row.project {
        case .id(let project): return .found(project.id)
        case .name(let place):
            let name = table.names[Int(place)].text
            let named = projects[name] ?? []
            let associated = named.count > 1 ? named.filter { isAssociated($0, arns) } : named
            let chosen = associated.count == 1 ? associated : named
            if chosen.count == 1, let id = inventory.resources[chosen[0]].projectId { return .found(id) }
            return .problem(problem(name, chosen))
        }
    }

    /// The names nearest to one that no project has, as the end of a sentence.
    private func near(_ row: InputTable.Row) -> String {
        guard case .name(let place) = row.project, inventory.knowsAllNames else { return "" }
        let name = table.names[Int(place)].text
        return projects[name] == nil ? inventory.nearProject(to: name).map { ": \($0.decapitalized)" } ?? "" : ""
    }

    private func isAssociated(_ resource: ResourceNumber, _ arns: [String]) -> Bool {
        arns.contains { arn in
            inventory.number(ofArn: arn).map { inventory.contains(AssociationID(configuration: $0, resource: resource)) } ?? false
        }
    }

    private func problem(_ name: String, _ found: [ResourceNumber]) -> String {
        if found.count > 1 {
            let ids = found.compactMap { inventory.resources[$0].projectId }.sorted().listed(upTo: 3)
            return "\(found.count) projects are named \(name.quoted): give the id, one of \(ids)"
        }
        guard inventory.knowsAllNames, inventory.resources.hasNames else {
            return "\(name.quoted) is not a project id (project- and a UUID), and names could not be looked up"
        }
        return "\(name.quoted) is neither a project id (project- and a UUID) nor the name of a repository in this account and region"
    }
}

extension Inventory {
    /// The resources of each of these repository names.
    fileprivate func resources(named names: Set<String>) -> [String: [ResourceNumber]] {
        var found: [String: [ResourceNumber]] = [:]
        for resource in 0..<ResourceNumber(resources.count) {
            guard let name = projectName(of: resource), names.contains(name) else { continue }
            found[name, default: []].append(resource)
        }
        return found
    }
}

extension String {
    /// The sentence as the end of another one: its first letter small, no question mark lost.
    fileprivate var decapitalized: String { prefix(1).lowercased() + dropFirst() }
}
