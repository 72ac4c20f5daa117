import InspectorCore

/// Writes the result of `scanconfig list` in each format.
struct ListOutput {
    let listed: ListedAccount
    let configurations: [ListedConfiguration]
    /// The moment that ages are counted from, in seconds since 1970.
    let now: Int64

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(ListDocument(listed, configurations: configurations))
        case .csv: CSVWriter.line(columns) + configurations.flatMap(csvRows).map { CSVWriter.line($0) }.joined()
        case .table: table
        }
    }

    private var table: String {
        let cells = ProjectCells(inventory: listed.inventory, now: now)
        let rows = configurations.flatMap { configuration in
            let name = listed.inventory.entries[Int(configuration.number)].configuration.name
            let rows = cells.sorted(configuration.resources).map { [name] + cells.row($0) }
            return rows.isEmpty ? [[name, "-", "no project is associated", "", "", "", "", ""]] : rows
        }
        return cells.table(["CONFIGURATION"] + ProjectCells.headings, rows)
    }

    private let columns: [TableColumn] = [.scanConfigurationArn, .configurationName] + ProjectCells.columns

    private func csvRows(_ rows: ListedConfiguration) -> [[String]] {
        let configuration = listed.inventory.entries[Int(rows.number)].configuration
        let cells = ProjectCells(inventory: listed.inventory, now: now)
        return rows.resources.map { [configuration.scanConfigurationArn, configuration.name] + cells.csvRow($0) }
    }
}

/// Writes the result of `scanconfig list --uncovered` in each format.
struct UncoveredOutput {
    let listed: ListedAccount
    let projects: [ResourceNumber]
    /// The moment that ages are counted from, in seconds since 1970.
    let now: Int64

    func text(_ format: OutputFormat) -> String {
        let cells = ProjectCells(inventory: listed.inventory, now: now)
        let sorted = cells.sorted(projects)
        return switch format {
        case .json: JSONText.encode(UncoveredDocument(listed, projects: sorted))
        case .csv: CSVWriter.line(ProjectCells.columns) + sorted.map { CSVWriter.line(cells.csvRow($0)) }.joined()
        case .table: cells.table(ProjectCells.headings, sorted.map(cells.row), without: "IN")
        }
    }
}

/// What lists tell of a project.
private struct ProjectCells {
    let inventory: Inventory
    let now: Int64

    static let headings = ["PROJECT", "PROJECT ID", "IN", "LAST SCAN", "SCAN", "PROVIDER", "ACCOUNT"]
    static let columns: [TableColumn] = [.projectId, .projectName, .providerType] + CoverageMembers.columns

    /// A table without what is the same in every row, or is not known.
    func table(_ headings: [String], _ rows: [[String]], without hidden: String? = nil) -> String {
        let shown = headings.indices.filter {
            (headings[$0] != "ACCOUNT" || hasSeveralAccounts) && (headings[$0] != "IN" || inventory.isComplete) && headings[$0] != hidden
        }
        return rows.isEmpty ? "" : TextTable(headings: shown.map { headings[$0] }, rows: rows.map { row in shown.map { row[$0] } }).text
    }

    /// By name, as on the screen; those without a name follow, by ID.
    func sorted(_ resources: [ResourceNumber]) -> [ResourceNumber] {
        let keys = resources.map { (key: NameKey(inventory.projectName(of: $0), id: id(of: $0)), resource: $0) }
        return keys.sorted { $0.key < $1.key }.map(\.resource)
    }

    func row(_ resource: ResourceNumber) -> [String] {
        let facts = inventory.facts
        let cells = [
            inventory.projectName(of: resource) ?? "", id(of: resource),
            String(inventory.configurationCount(of: resource)), facts.scanTime(of: resource).age(at: now),
            facts.scanWord(of: resource).word, facts.text(.provider, of: resource) ?? "", facts.text(.account, of: resource) ?? "",
        ]
        return cells.map { $0.isEmpty ? "-" : $0 }
    }

    private var hasSeveralAccounts: Bool { inventory.facts.values(.account).count > 1 }

    func csvRow(_ resource: ResourceNumber) -> [String] {
        [id(of: resource), inventory.projectName(of: resource) ?? "", inventory.facts.text(.provider, of: resource) ?? ""]
            + CoverageMembers(inventory, resource).cells
    }

    private func id(of resource: ResourceNumber) -> String {
        let resource = inventory.resources[resource]
        return resource.projectId ?? "(\(resource.words))"
    }
}
