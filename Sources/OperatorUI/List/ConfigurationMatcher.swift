import InspectorCore

extension FilterExpression {
    /// Whether every term holds for the configuration; fields about associations are no terms of that list.
    func includes(_ number: ConfigurationNumber, in account: Account) -> Bool {
        terms.allSatisfy { $0.condition.holds(for: number, in: account) != $0.isNegated }
    }
}

extension FilterCondition {
    /// Words look at what the row shows, and at the ARN that `c` copies.
    fileprivate func holds(for number: ConfigurationNumber, in account: Account) -> Bool {
        let configuration = account.inventory.entries[Int(number)].configuration
        return switch self {
        case .word(let text): SearchText(text).map { text in configuration.shownTexts.contains { text.occurs(in: $0) } } ?? true
        case .text(.configuration, let text): SearchText(text).map { text in configuration.names.contains { text.occurs(in: $0) } } ?? true
        case .text(.account, let text):
            SearchText(text).map { text in
                ([configuration.ownerAccountId, account.origin(of: number)?.account].compactMap(\.self)).contains {
                    text.occurs(in: $0, atWordStart: true)
                }
            } ?? true
        case .text(.region, let text):
            SearchText(text).map { text in account.origin(of: number).map { text.occurs(in: $0.region, atWordStart: true) } ?? false }
                ?? true
        case .text(.profile, let text):
            SearchText(text).map { text in account.origin(of: number).map { text.occurs(in: $0.profile) } ?? false } ?? true
        case .flag(.failed): account.failures.count(in: number) > 0
        case .flag(.marked): account.marks.count(in: number) > 0
        case .text, .membership, .scanned, .neverScanned: false
        }
    }
}

extension Account {
    /// Where a configuration is listed.
    fileprivate func origin(of number: ConfigurationNumber) -> InventoryOrigin? {
        inventory.origin(inSession: inventory.entries[Int(number)].origin)
    }
}

extension ScanConfiguration {
    fileprivate var names: [String] { [name, scanConfigurationArn] }

    fileprivate var shownTexts: [String] {
        names + [scopeText, scheduleText, eventsText] + ruleSetCategories
    }
}
