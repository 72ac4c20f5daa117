package import JSON

/// `scanconfig list --uncovered --output json`: projects that no configuration has. `--from` of `scanconfig associate` takes it.
package struct UncoveredDocument: Sendable, JSONWritable {
    private let account: String?
    private let profile: String?
    private let region: String
    private let inventory: Inventory
    private let projects: [ResourceNumber]

    /// The document of these projects, in the order given; an account that is not known is left out, and so is
    /// the profile where there is one session.
    package init(
        account: String?, region: String, profile: String? = nil, inventory: Inventory, projects: [ResourceNumber]
    ) {
        (self.account, self.region, self.profile, self.inventory, self.projects) = (account, region, profile, inventory, projects)
    }

    /// Writes each project with what the coverage says of it, under the API's names.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.key("projects")
            json.array { list in
                for project in projects { write(project, to: &list) }
            }
            json.member("profile", profile)
            json.member("region", region)
        }
    }

    private func write(_ project: ResourceNumber, to json: inout JSONWriter) {
        json.object { json in
            CoverageMembers(inventory, project).write(to: &json) { $0.member("resource", inventory.resources[project]) }
        }
    }
}
