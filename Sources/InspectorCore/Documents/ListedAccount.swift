internal import JSON

/// What was listed of an account and region.
package struct ListedAccount: Sendable {
    /// The account, twelve digits; absent when it is not known.
    package let account: String?
    /// The region.
    package let region: String
    /// What was listed.
    package let inventory: Inventory

    /// An account with what was listed of it.
    package init(account: String?, region: String, inventory: Inventory) {
        (self.account, self.region, self.inventory) = (account, region, inventory)
    }

    /// Writes the account and region, with a list of that name between them.
    func write<Element>(
        _ name: StaticString, _ elements: [Element], to json: inout JSONWriter, _ element: (Element, inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.member("account", account)
            json.key(name)
            json.array { list in
                for one in elements { element(one, &list) }
            }
            json.member("region", region)
        }
    }

    /// Writes a project with what the coverage says of it, under the API's names.
    func write(_ project: ResourceNumber, to json: inout JSONWriter) {
        json.object { json in
            CoverageMembers(inventory, project).write(to: &json) { $0.member("resource", inventory.resources[project]) }
        }
    }
}
