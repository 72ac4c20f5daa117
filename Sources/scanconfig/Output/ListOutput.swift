import InspectorCore

/// Writes the result of `scanconfig list` in each format.
struct ListOutput {
    let account: String?
    let region: String
    let inventory: Inventory
    let configurations: [ListedConfiguration]
    /// The moment that ages are counted from, in seconds since 1970.
    let now: Int64

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json:
            JSONText.encode(ListDocument(account: account, region: region, inventory: inventory, configurations: configurations))
        case .csv: CSVWriter.line(columns) + configurations.flatMap(csvRows).map { CSVWriter.line($0) }.joined()
        case .table: table
        }
    }

    private var table: String {
        let rows = configurations.flatMap { listed in
            let name = inventory.entries[Int(listed.number)].configuration.name
            let rows = sorted(listed.resources).map { [name] + tableRow($0) }
            return rows.isEmpty ? [[name, "-", "no project is associated", "", "", "", "", ""]] : rows
        }
        let headings = ["CONFIGURATION", "PROJECT", "PROJECT ID", "IN", "LAST SCAN", "SCAN", "PROVIDER", "ACCOUNT"]
        let shown = headings.indices.filter {
            (headings[$0] != "ACCOUNT" || hasSeveralAccounts) && (headings[$0] != "IN" || inventory.isComplete)
        }
        return rows.isEmpty ? "" : TextTable(headings: shown.map { headings[$0] }, rows: rows.map { row in shown.map { row[$0] } }).text
    }

    /// By name, as on the screen; those without a name follow, by id.
    private func sorted(_ resources: [ResourceNumber]) -> [ResourceNumber] {
        let keys = resources.map { (key: NameKey(inventory.projectName(of: $0), id: id(of: $0)), resource: $0) }
        return keys.sorted { $0.key < $1.key }.map(\.resource)
    }

    private func tableRow(_ resource: ResourceNumber) -> [String] {
        let facts = inventory.facts
        let cells = [
            inventory.projectName(of: resource) ?? "", id(of: resource),
            String(inventory.configurationCount(of: resource)), facts.scanTime(of: resource).age(at: now),
            facts.scanWord(of: resource).word, facts.text(.provider, of: resource) ?? "", facts.text(.account, of: resource) ?? "",
        ]
        return cells.map { $0.isEmpty ? "-" : $0 }
    }

    /// A column that is the same in every row is none.
    private var hasSeveralAccounts: Bool { inventory.facts.values(.account).count > 1 }

    private let columns: [TableColumn] =
        [.scanConfigurationArn, .configurationName, .projectId, .projectName, .providerType] + CoverageMembers.columns

    private func csvRows(_ listed: ListedConfiguration) -> [[String]] {
        let configuration = inventory.entries[Int(listed.number)].configuration
        return listed.resources.map { resource in
            [
                configuration.scanConfigurationArn, configuration.name, id(of: resource),
                inventory.projectName(of: resource) ?? "", inventory.facts.text(.provider, of: resource) ?? "",
            ] + CoverageMembers(inventory, resource).cells
        }
    }

    private func id(of resource: ResourceNumber) -> String {
        let resource = inventory.resources[resource]
        return resource.projectId ?? "(\(resource.words))"
    }
}
