/// `scanconfig list --output json`: the account's configurations with their associations.
package struct ListDocument: Encodable, Sendable {
    /// One configuration: the API's own fields, and its associations.
    package struct Configuration: Encodable, Sendable {
        /// The API's fields.
        package let configuration: ScanConfiguration
        /// Its associations.
        package let associations: [Association]

        private enum CodingKeys: String, CodingKey {
            case associations
        }

        /// Encodes the API's fields and `associations` side by side.
        package func encode(to encoder: any Encoder) throws {
            try configuration.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(associations, forKey: .associations)
        }
    }

    /// One association with the names an operator knows it by.
    package struct Association: Encodable, Sendable {
        /// The union as the API has it.
        package let resource: AssociationResource
        /// The repository's name.
        package let projectName: String?
        /// `GITHUB`, …
        package let providerType: String?
    }

    /// Twelve digits; absent when nothing told it.
    package let account: String?
    /// The region listed.
    package let region: String
    /// The configurations in the service's order.
    package let configurations: [Configuration]

    /// The document of `configurations` of an inventory.
    package init(account: String?, region: String, inventory: Inventory, configurations: [ConfigurationNumber]) {
        self.account = account
        self.region = region
        self.configurations = configurations.map { number in
            let entry = inventory.entries[Int(number)]
            let associations = entry.associations.map { resource in
                let details = inventory.resources.details(of: resource)
                return Association(
                    resource: inventory.resources[resource], projectName: details?.projectName,
                    providerType: details?.providerType)
            }
            return Configuration(configuration: entry.configuration, associations: associations)
        }
    }
}
