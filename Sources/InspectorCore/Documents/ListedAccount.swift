internal import JSON

/// What was listed of an account and region.
package struct ListedAccount: Sendable {
    /// The account, twelve digits; absent when it is not known.
    package let account: String?
    /// The region.
    package let region: String
    /// The profile of the session, where it is one of several.
    package let profile: String?
    /// What was listed.
    package let inventory: Inventory

    /// An account with what was listed of it.
    package init(account: String?, region: String, profile: String? = nil, inventory: Inventory) {
        (self.account, self.region, self.profile, self.inventory) = (account, region, profile, inventory)
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
            json.member("profile", profile)
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
