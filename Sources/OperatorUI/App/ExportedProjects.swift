import InspectorCore
package import JSON

/// Projects that no configuration has, as they were when the operator asked for a file.
package struct ExportedProjects: Equatable, Sendable, JSONWritable {
    private let account: String?
    private let region: String?
    private let inventory: Inventory
    /// The projects.
    let projects: [ResourceNumber]

    /// The projects as they are now.
    init(_ projects: [ResourceNumber], in session: Session) {
        (account, region) = (session.identity.account, session.identity.region)
        (inventory, self.projects) = (session.account.inventory, projects)
    }

    /// Writes them with the API's member names.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.key("projects")
            json.array { list in
                for project in projects {
                    list.object { json in
                        CoverageMembers(inventory, project).write(to: &json) { $0.member("resource", inventory.resources[project]) }
                    }
                }
            }
            json.member("region", region)
        }
    }

    /// The projects as comma-separated values; `--from` reads the ids.
    var table: String {
        let columns: [TableColumn] = [.projectId, .projectName, .providerType] + CoverageMembers.columns
        return CSVWriter.line(columns)
            + projects.lazy.map { project in
                CSVWriter.line(
                    [
                        inventory.resources[project].projectId ?? "", inventory.projectName(of: project) ?? "",
                        inventory.facts.text(.provider, of: project) ?? "",
                    ] + CoverageMembers(inventory, project).cells)
            }.joined()
    }
}
