/// Where a name stands in lists, plans, tables and reports, whatever its case; what has no name follows, by its id.
package struct NameKey: Comparable, Hashable, Sendable {
    private let isNameless: Bool
    private let name: String
    private let id: String

    /// The place of a name; `id` decides between equal ones.
    package init(_ name: String?, id: String) {
        (isNameless, self.name, self.id) = (name == nil, name?.lowercased() ?? "", id)
    }

    package static func < (left: Self, right: Self) -> Bool {
        if left.isNameless != right.isNameless { return right.isNameless }
        return (left.name, left.id) < (right.name, right.id)
    }
}
