package import InspectorCore

/// The associations of one configuration, or of all, in the order they are shown.
package struct ProjectList: Hashable, Sendable {
    /// Which associations are listed.
    package enum Scope: Hashable, Sendable {
        /// Every configuration's.
        case all
        /// One configuration's.
        case configuration(ConfigurationNumber)
    }

    /// Which associations are listed.
    package let scope: Scope
    /// The rows as last computed.
    package private(set) var rows: [AssociationID] = []
    /// Where the operator is.
    package var viewport = Viewport()

    /// A list of which no rows are computed yet.
    package init(scope: Scope) {
        self.scope = scope
    }

    /// The association under the cursor.
    package var current: AssociationID? {
        rows.indices.contains(viewport.cursor) ? rows[viewport.cursor] : nil
    }

    /// Computes the rows anew; the cursor stays on its association, or on its place when that is gone.
    package mutating func refresh(from inventory: Inventory, height: Int) {
        let before = current
        rows = Self.rows(of: scope, in: inventory)
        if let before, let row = rows.firstIndex(of: before) {
            viewport.follow(to: row, count: rows.count, height: height)
        } else {
            viewport.move(to: viewport.cursor, count: rows.count, height: height)
        }
    }

    private static func rows(of scope: Scope, in inventory: Inventory) -> [AssociationID] {
        let configurations =
            switch scope {
            case .all: inventory.listed
            case .configuration(let number): [number]
            }
        let keys = NameOrder(inventory)
        return configurations.flatMap { number in
            inventory.entries[Int(number)].associations.map { AssociationID(configuration: number, resource: $0) }
        }.sorted(by: keys.isOrderedBefore)
    }
}

/// Orders associations by repository name; those without a name follow, by id.
struct NameOrder {
    private let inventory: Inventory

    init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    func isOrderedBefore(_ left: AssociationID, _ right: AssociationID) -> Bool {
        switch (inventory.projectName(of: left.resource), inventory.projectName(of: right.resource)) {
        case (let left?, let right?) where left != right: return left < right
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.resource == right.resource ? left < right : id(left) < id(right)
        }
    }

    private func id(_ association: AssociationID) -> String {
        inventory.resources.resources[Int(association.resource)].projectId ?? ""
    }
}
