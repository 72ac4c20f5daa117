import InspectorCore

/// Writes the result of `scanconfig list` in each format.
struct ListOutput: ListedSession {
    let listed: ListedAccount
    let configurations: [ListedConfiguration]
    /// The moment that ages are counted from, in seconds since 1970.
    let now: Int64

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(document)
        case .csv: CSVWriter.line(columns) + csvLines()
        case .table: rows.text(headings, without: hidden)
        }
    }

    var document: ListDocument { ListDocument(listed, configurations: configurations) }

    let headings = ["CONFIGURATION"] + ProjectCells.headings
    var hidden: Set<String> { ProjectCells(inventory: listed.inventory, now: now).hidden }

    var rows: [[String]] {
        let cells = ProjectCells(inventory: listed.inventory, now: now)
        return configurations.flatMap { configuration in
            let name = listed.inventory.entries[Int(configuration.number)].configuration.name
            let rows = cells.sorted(configuration.resources).map { [name] + cells.row($0) }
            return rows.isEmpty ? [[name, "-", "no project is associated", "", "", "", "", ""]] : rows
        }
    }

    let columns: [TableColumn] = [.scanConfigurationArn, .configurationName] + ProjectCells.columns

    /// A project has the same cells in each of its configurations.
    func csvLines(endingWith further: [String] = []) -> String {
        let (cells, end) = (ProjectCells(inventory: listed.inventory, now: now), CSVWriter.end(further))
        var (projects, text): ([ResourceNumber: String], String) = ([:], "")
        for rows in configurations {
            let configuration = listed.inventory.entries[Int(rows.number)].configuration
            let start = CSVWriter.cells([configuration.scanConfigurationArn, configuration.name]) + ","
            for resource in rows.resources where projects[resource] == nil {
                projects[resource] = CSVWriter.cells(cells.csvRow(resource)) + end
            }
            let lines = rows.resources.lazy.compactMap { projects[$0] }
            text.reserveCapacity(lines.reduce(text.utf8.count) { $0 + start.utf8.count + $1.utf8.count })
            for line in lines {
                text += start
                text += line
            }
        }
        return text
    }
}

/// Writes the result of `scanconfig list --uncovered` in each format.
struct UncoveredOutput: ListedSession {
    let listed: ListedAccount
    let projects: [ResourceNumber]
    /// The moment that ages are counted from, in seconds since 1970.
    let now: Int64

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(document)
        case .csv: CSVWriter.line(columns) + csvLines()
        case .table: rows.text(headings, without: hidden)
        }
    }

    var document: UncoveredDocument { UncoveredDocument(listed, projects: cells.sorted(projects)) }

    let headings = ProjectCells.headings
    let columns = ProjectCells.columns
    var hidden: Set<String> { cells.hidden.union(["IN"]) }
    var rows: [[String]] { cells.sorted(projects).map(cells.row) }

    func csvLines(endingWith further: [String] = []) -> String {
        let end = CSVWriter.end(further)
        return cells.sorted(projects).reduce(into: "") { text, project in text += CSVWriter.cells(cells.csvRow(project)) + end }
    }

    private var cells: ProjectCells { ProjectCells(inventory: listed.inventory, now: now) }
}

/// What lists tell of a project.
private struct ProjectCells {
    let inventory: Inventory
    let now: Int64

    static let headings = ["PROJECT", "PROJECT ID", "IN", "LAST SCAN", "SCAN", "PROVIDER", "ACCOUNT"]
    static let columns: [TableColumn] = [.projectId, .projectName, .providerType] + CoverageMembers.columns

    /// Headings of what is the same in every row, or is not known.
    var hidden: Set<String> { Set((hasSeveralAccounts ? [] : ["ACCOUNT"]) + (inventory.isComplete ? [] : ["IN"])) }

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

extension CSVWriter {
    /// The end of a line with further cells before it.
    fileprivate static func end(_ further: [String]) -> String { further.isEmpty ? lineEnd : "," + line(further) }
}
