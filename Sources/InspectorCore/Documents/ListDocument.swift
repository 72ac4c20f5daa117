package import JSON

/// `scanconfig list --output json`: the account's configurations with their associations.
package struct ListDocument: Sendable, JSONWritable {
    private let account: String?
    private let profile: String?
    private let region: String
    private let inventory: Inventory
    private let configurations: [ListedConfiguration]

    /// The document of `configurations` of an inventory, in the order given; an account that is not known is left out, and so is
    /// the profile where there is one session.
    package init(
        account: String?, region: String, profile: String? = nil, inventory: Inventory, configurations: [ListedConfiguration]
    ) {
        (self.account, self.region, self.profile, self.inventory, self.configurations) = (
            account, region, profile, inventory, configurations
        )
    }

    /// Writes each configuration with the API's own fields, and its associations beside them.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.key("configurations")
            json.array { list in
                for configuration in configurations { write(configuration, to: &list) }
            }
            json.member("profile", profile)
            json.member("region", region)
        }
    }

    private func write(_ configuration: ListedConfiguration, to json: inout JSONWriter) {
        json.object { json in
            json.key("associations")
            json.array { list in
                for resource in configuration.resources { write(resource, to: &list) }
            }
            inventory.entries[Int(configuration.number)].configuration.writeMembers(to: &json)
        }
    }

    private func write(_ resource: ResourceNumber, to json: inout JSONWriter) {
        json.object { json in
            CoverageMembers(inventory, resource).write(to: &json) { $0.member("resource", inventory.resources[resource]) }
        }
    }
}
