import InspectorCore

/// Associations to be marked together, by configuration; those that cannot be marked are left out.
package struct MarkableRows {
    let resources: [(ConfigurationNumber, [Int])]

    /// The markable ones of `rows`.
    init(_ rows: some Sequence<AssociationID>, in inventory: Inventory) {
        var buckets: [[Int]] = Array(repeating: [], count: inventory.entries.count)
        for row in rows { buckets[Int(row.configuration)].append(Int(row.resource)) }
        resources = buckets.enumerated().compactMap { number, bucket in
            let entry = inventory.entries[number]
            let markable = bucket.filter { entry.contains(ResourceNumber($0)) && inventory.resources.resources[$0].projectId != nil }
            return markable.isEmpty ? nil : (ConfigurationNumber(number), markable)
        }
    }
}
