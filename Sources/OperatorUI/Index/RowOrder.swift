import BitCollections
import InspectorCore

/// Orders associations by ordering projects and configurations, of which there are few, so that a million rows take a moment.
struct RowOrder {
    private let account: Account
    private let groups: ProjectGroups

    init(_ account: Account, _ groups: ProjectGroups) {
        self.account = account
        self.groups = groups
    }

    /// The associations in order.
    func rows(by order: SortOrder<ProjectColumn>) -> AssociationRows {
        let isReversed = order.isReversed
        switch order.column {
        case .configuration: return groups.rows(byConfigurations: configurationsByName, isReversed: isReversed)
        case .status where !account.failures.isEmpty: return AssociationRows(isReversed ? failedFirst().reversed() : failedFirst())
        case .name, .id, .count, .lastScan, .scan, .provider, .visibility, .account, .status:
            return groups.rows(of: ProjectOrder(account).projects(by: order.column), isReversed: isReversed)
        }
    }

    /// Every configuration ever seen, by name.
    private var configurationsByName: [ConfigurationNumber] {
        account.inventory.entries.enumerated().map { (ConfigurationNumber($0), $1.configuration.name.lowercased()) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }

    /// What failed by statusCode, then the rest by what STATUS says of it; each by name.
    private func failedFirst() -> [AssociationID] {
        let codes = Dictionary(uniqueKeysWithValues: account.failures.codes.enumerated().map { ($1, $0) })
        let projects = BitSet(account.failures.ids.lazy.map { Int($0.resource) })
        let statuses = RowStatuses(account.inventory)
        var buckets = [[AssociationID]](repeating: [], count: codes.count + RowStatus.allCases.count)
        groups.forEach(of: account.index.ranking) { row in
            let failure = projects.contains(Int(row.resource)) ? account.failures[row] : nil
            let place = failure.flatMap { codes[$0.groupTitle] } ?? codes.count + statuses[row.resource].rawValue
            buckets[place].append(row)
        }
        return buckets.flatMap(\.self)
    }
}
