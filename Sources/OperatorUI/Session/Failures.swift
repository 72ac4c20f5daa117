import BitCollections
import InspectorCore

/// What did not succeed in the last runs, by association: what failed, what is not known, and what was not sent.
struct Failures: Hashable, Sendable {
    private var outcomes: [AssociationID: Outcome] = [:]
    private var counts: [ConfigurationNumber: Int] = [:]
    private var codeCounts: [String: Int] = [:]

    /// No failures.
    init() {}

    /// Whether nothing failed.
    var isEmpty: Bool { outcomes.isEmpty }

    /// How many associations failed.
    var count: Int { outcomes.count }

    /// Whether something was sent and did not succeed.
    var hasFailures: Bool { !counts.isEmpty }

    /// How many associations of the configuration were sent and did not succeed.
    func count(in configuration: ConfigurationNumber) -> Int { counts[configuration] ?? 0 }

    /// The associations that failed, in no order.
    var ids: some Sequence<AssociationID> { outcomes.keys }

    /// The titles of the groups that occur: statusCodes, "Not sent" and the like, sorted.
    var codes: [String] { codeCounts.keys.sorted() }

    /// The association's outcome if it did not succeed; assigning `nil` removes it.
    subscript(id: AssociationID) -> Outcome? {
        get { outcomes[id] }
        set {
            count(outcomes.removeValue(forKey: id), in: id.configuration, by: -1)
            outcomes[id] = newValue
            count(newValue, in: id.configuration, by: 1)
        }
    }

    /// What failed.
    var failedRows: FilterSession.Rows {
        outcomes.reduce(into: [:]) { if $1.value.isFailure { $0[$1.key.configuration, default: []].insert(Int($1.key.resource)) } }
    }

    /// What STATUS shows, and of which rows.
    var rowsByText: [(text: String, rows: FilterSession.Rows)] {
        let rows = outcomes.reduce(into: [Outcome: FilterSession.Rows]()) {
            $0[$1.value, default: [:]][$1.key.configuration, default: []].insert(Int($1.key.resource))
        }
        return rows.map { ($0.statusText, $1) }
    }

    /// Removes associations that a complete listing no longer contains.
    mutating func removeGone(from inventory: Inventory) {
        for id in Array(outcomes.keys) where inventory.provesAbsence(of: id.configuration) && !inventory.contains(id) { self[id] = nil }
    }

    private mutating func count(_ outcome: Outcome?, in configuration: ConfigurationNumber, by step: Int) {
        guard let outcome else { return }
        if outcome.isFailure { counts[configuration] = Self.nonZero((counts[configuration] ?? 0) + step) }
        codeCounts[outcome.groupTitle] = Self.nonZero((codeCounts[outcome.groupTitle] ?? 0) + step)
    }

    private static func nonZero(_ count: Int) -> Int? { count == 0 ? nil : count }
}
