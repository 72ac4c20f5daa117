package import JSON

/// `scanconfig list --output json`: the account's configurations with their associations.
package struct ListDocument: Sendable, JSONWritable {
    private let listed: ListedAccount
    private let configurations: [ListedConfiguration]

    /// The document of `configurations`, in the order given.
    package init(_ listed: ListedAccount, configurations: [ListedConfiguration]) {
        (self.listed, self.configurations) = (listed, configurations)
    }

    /// Writes each configuration with the API's own fields, and its associations beside them.
    package func write(to json: inout JSONWriter) {
        listed.write("configurations", configurations, to: &json) { configuration, json in
            json.object { json in
                json.key("associations")
                json.array { list in
                    for resource in configuration.resources { listed.write(resource, to: &list) }
                }
                listed.inventory.entries[Int(configuration.number)].configuration.writeMembers(to: &json)
            }
        }
    }
}
