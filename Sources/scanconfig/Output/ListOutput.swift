import InspectorCore

/// Writes the result of `scanconfig list` in each format.
struct ListOutput {
    let account: String?
    let region: String
    let inventory: Inventory
    let configurations: [ConfigurationNumber]

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json:
            JSONText.encode(ListDocument(account: account, region: region, inventory: inventory, configurations: configurations))
        case .csv: CSVWriter.line(columns) + configurations.flatMap(csvRows).map { CSVWriter.line($0) }.joined()
        case .table: table
        }
    }

    private var table: String {
        let rows = configurations.flatMap { number in
            let entry = inventory.entries[Int(number)]
            let rows = entry.associations.map { resource in
                [entry.configuration.name, inventory.projectName(of: resource) ?? "-", id(of: resource)]
            }
            return rows.isEmpty ? [[entry.configuration.name, "-", "no project is associated"]] : rows
        }
        return rows.isEmpty ? "" : TextTable(headings: ["CONFIGURATION", "PROJECT", "PROJECT ID"], rows: rows).text
    }

    private let columns: [TableColumn] = [.scanConfigurationArn, .configurationName, .projectId, .projectName, .providerType]

    private func csvRows(_ number: ConfigurationNumber) -> [[String]] {
        let entry = inventory.entries[Int(number)]
        return entry.associations.map { resource in
            [
                entry.configuration.scanConfigurationArn, entry.configuration.name, id(of: resource),
                inventory.projectName(of: resource) ?? "", inventory.facts.text(.provider, of: resource) ?? "",
            ]
        }
    }

    private func id(of resource: ResourceNumber) -> String {
        let resource = inventory.resources[resource]
        return resource.projectId ?? "(\(resource.words))"
    }
}
