import BitCollections
import InspectorCore

/// Associations to be marked together, by configuration; those that cannot be marked are left out.
package struct MarkableRows {
    let resources: [(ConfigurationNumber, BitSet)]

    /// The markable ones of `rows`.
    init(_ rows: AssociationRows, in inventory: Inventory) {
        var wanted = [BitSet](repeating: [], count: inventory.entries.count)
        rows.forEach { wanted[Int($0.configuration)].insert(Int($0.resource)) }
        let strangers = BitSet(inventory.resources.strangers.lazy.map { Int($0) })
        resources = wanted.enumerated().compactMap { number, wanted in
            let markable = inventory.entries[number].associated(among: wanted).subtracting(strangers)
            return markable.isEmpty ? nil : (ConfigurationNumber(number), markable)
        }
    }
}
