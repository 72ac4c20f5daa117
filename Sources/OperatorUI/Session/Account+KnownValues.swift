import InspectorCore

extension Account {
    /// The values that a filter's field is known to have, the most useful first.
    func knownValues(of field: FilterField) -> [String] {
        switch field {
        case .configuration: inventory.listed.map { inventory.entries[Int($0)].configuration.name }
        case .status: failures.codes
        case .scan: (values(of: .reason).map { ScanWord(reason: $0, statusCode: nil).word } + values(of: .statusCode)).uniqued
        case .reason: values(of: .reason)
        case .provider: values(of: .provider)
        case .visibility: values(of: .visibility)
        case .account: (inventory.sessionOrigins.compactMap(\.account) + values(of: .account)).uniqued
        case .region: inventory.sessionOrigins.map(\.region).uniqued
        case .profile: inventory.sessionOrigins.map(\.profile).uniqued
        case .integration: values(of: .integration)
        case .name, .id, .membership, .scanned: []
        }
    }

    private func values(of fact: ScanFact) -> [String] { inventory.facts.values(fact).sorted() }
}

extension Inventory {
    /// Where each of several sessions lists.
    fileprivate var sessionOrigins: [InventoryOrigin] {
        originCount == 1 ? [] : (0..<OriginNumber(originCount)).compactMap(origin(inSession:))
    }
}

extension [String] {
    /// Each of them once, in this order.
    fileprivate var uniqued: [String] {
        var seen = Set<String>()
        return filter { seen.insert($0).inserted }
    }
}
