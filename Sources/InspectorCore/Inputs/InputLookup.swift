import TextSafety

/// Finds what the rows of an input spell among what is listed.
struct InputLookup {
    let table: InputTable
    let inventory: Inventory
    /// The ARN of each configuration that the input spells.
    private let arns: [Found<String>]
    /// The projects of each repository's name in the input.
    private let projects: [String: [ResourceNumber]]

    /// What a spelling stands for, or why it stands for nothing.
    enum Found<Value> {
        case found(Value)
        /// Nothing is there that is spelled so.
        case absent(String)
        /// It cannot be told what it stands for.
        case problem(String)

        /// Why there is none.
        var reason: String? {
            switch self {
            case .found: nil
            case .absent(let reason), .problem(let reason): reason
            }
        }
    }

    init(_ table: InputTable, in inventory: Inventory) {
        (self.table, self.inventory) = (table, inventory)
        arns = table.configurations.map { Self.arn($0.text, inventory) }
        projects = table.names.isEmpty || !inventory.knowsAllNames ? [:] : inventory.resources(named: Set(table.names.map(\.text)))
    }

    /// Appends the associations of a row: with its own configuration, or with each of those given. A row with an id and an ARN makes no text.
    func append(
        _ row: InputTable.Row, _ given: [String], to associations: inout [Association], _ problems: inout PlanInputProblems
    ) {
        guard let own = arn(row) else {
            associations += self.associations(row, given, &problems)
            return
        }
        guard case .found(let arn) = own else {
            return note(own, row, column: table.configurations[Int(row.configuration)].column, &problems)
        }
        if case .id(let project) = row.project {
            associations.append(Association(scanConfigurationArn: arn, resource: .project(project)))
        } else {
            associations += self.associations(row, [arn], &problems)
        }
    }

    private func associations(_ row: InputTable.Row, _ arns: [String], _ problems: inout PlanInputProblems) -> [Association] {
        let found = project(row, arns)
        guard case .found(let project) = found else {
            note(found, row, column: row.column, &problems)
            return []
        }
        return arns.map { Association(scanConfigurationArn: $0, resource: .projectId(project)) }
    }

    /// Notes why a row's spelling stands for nothing, the first few times with what may be meant.
    func note(_ found: Found<String>, _ row: InputTable.Row, column: Int32, _ problems: inout PlanInputProblems) {
        guard let reason = found.reason else { return }
        let near = column == row.column && problems.count < 3 ? near(row) : ""
        problems.add(table.problem(Int(row.line), column, reason + near))
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
        return .absent(
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
            let reason = problem(name, chosen)
            let isAbsent = chosen.isEmpty && inventory.knowsAllNames && inventory.resources.hasNames && !name.isDamagedID
            return isAbsent ? .absent(reason) : .problem(reason)
        }
    }

    /// The names nearest to one that no project has, as the end of a sentence.
    private func near(_ row: InputTable.Row) -> String {
        guard case .name(let place) = row.project, inventory.knowsAllNames else { return "" }
        let name = table.names[Int(place)].text
        guard projects[name] == nil else { return "" }
        let near = name.repositoryOfURL.flatMap { inventory.nearProject(to: $0) } ?? inventory.nearProject(to: name)
        return near.map { ": \($0.decapitalized)" } ?? ""
    }

    private func isAssociated(_ resource: ResourceNumber, _ arns: [String]) -> Bool {
        arns.contains { arn in
            inventory.number(ofArn: arn).map { inventory.contains(AssociationID(configuration: $0, resource: resource)) } ?? false
        }
    }

    private func problem(_ name: String, _ found: [ResourceNumber]) -> String {
        if found.count > 1 {
            let ids = found.compactMap { inventory.resources[$0].projectId }.sorted().listed(upTo: 3)
            return "\(found.count) projects are named \(name.quoted): give the ID, one of \(ids)"
        }
        guard inventory.knowsAllNames, inventory.resources.hasNames else {
            return "\(name.quoted) is not a project ID (project- and a UUID), and names could not be looked up"
        }
        return "\(name.quoted) is neither a project ID (project- and a UUID) nor the name of a repository in this account and region"
    }
}

extension Inventory {
    /// The resources of each of these repository names.
    func resources(named names: Set<String>) -> [String: [ResourceNumber]] {
        var found: [String: [ResourceNumber]] = [:]
        for resource in 0..<ResourceNumber(resources.count) {
            guard let name = projectName(of: resource), names.contains(name) else { continue }
            found[name, default: []].append(resource)
        }
        return found
    }
}

extension String {
    /// Whether it is written as a project's id is, and is none: cut off, or with a letter that no id has.
    fileprivate var isDamagedID: Bool {
        lowercased().hasPrefix(PackedProject.prefix) && count > 20 && dropFirst(8).allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }

    /// OWNER/NAME of https://HOST/OWNER/NAME and of git@HOST:OWNER/NAME.git; nothing for what is no such address.
    fileprivate var repositoryOfURL: String? {
        guard contains("://") || contains("@") && contains(":") else { return nil }
        let parts = split { $0 == "/" || $0 == ":" }.suffix(2)
        return parts.count == 2 ? parts.joined(separator: "/").replacing(/\.git$/, with: "") : nil
    }

    /// The sentence as the end of another one: its first letter small, no question mark lost.
    fileprivate var decapitalized: String { prefix(1).lowercased() + dropFirst() }
}
