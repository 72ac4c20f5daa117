import InspectorCore
package import JSON

/// Projects that no configuration has, as they were when the operator asked for a file.
package struct ExportedProjects: Equatable, Sendable, JSONWritable {
    private let account: String?
    private let region: String?
    private let inventory: Inventory
    private let sessions: [ExportedSession]
    /// The projects.
    let projects: [ResourceNumber]

    /// The projects as they are now.
    init(_ projects: [ResourceNumber], in session: Session) {
        (account, region) = (session.identity.account, session.identity.region)
        (inventory, self.projects, sessions) = (session.account.inventory, projects, session.exportedSessions)
    }

    /// Writes them with the API's member names.
    package func write(to json: inout JSONWriter) {
        if sessions.isEmpty { return write(projects, account: account, profile: nil, region: region, to: &json) }
        let parts = Dictionary(grouping: projects, by: inventory.resources.origin(of:)).sorted { $0.key < $1.key }
        json.object { json in
            json.key("sessions")
            json.array { list in
                for (origin, projects) in parts {
                    let session = sessions[Int(origin)]
                    write(projects, account: session.account, profile: session.profile, region: session.region, to: &list)
                }
            }
        }
    }

    private func write(
        _ projects: [ResourceNumber], account: String?, profile: String?, region: String?, to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("account", account)
            json.member("profile", profile)
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
        let rows = projects.lazy.map { project in
            [
                inventory.resources[project].projectId ?? "", inventory.projectName(of: project) ?? "",
                inventory.facts.text(.provider, of: project) ?? "",
            ] + CoverageMembers(inventory, project).cells
                + (sessions.isEmpty ? [] : sessions[Int(inventory.resources.origin(of: project))].cells)
        }
        return CSVWriter.table(columns + (sessions.isEmpty ? [] : ExportedSession.columns), rows)
    }
}
