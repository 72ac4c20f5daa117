/// Makes plans: each target once, in order, with the warnings an operator should read first.
package struct Planner: Sendable {
    private let facts: PlanFacts

    /// A planner that knows `facts`.
    package init(facts: PlanFacts) {
        self.facts = facts
    }

    /// The plan for `targets`. Resources of a kind this version does not know are left out, with a warning.
    package func plan(_ action: RunAction, targets: [PlanTarget]) -> Plan {
        let groups = PlanGroup.sorted(targets) { facts.configurations[$0]?.name }
        let sorted = groups.flatMap { group in group.places.map { named(targets[$0]) } }
        let unknown = targets.count { $0.association.resource.projectId == nil }
        let account = facts.account ?? Plan.account(of: sorted)
        return Plan(
            action: action, account: account, region: facts.region, caller: facts.caller, targets: sorted,
            warnings: (account == nil ? [.accountUnknown] : []) + warnings(action, groups, sorted)
                + Self.inputWarnings(repeated: targets.count - unknown - sorted.count, unknown: unknown))
    }

    private func named(_ target: PlanTarget) -> PlanTarget {
        guard target.configurationName == nil else { return target }
        var target = target
        target.configurationName = facts.configurations[target.association.scanConfigurationArn]?.name
        return target
    }

    private static func inputWarnings(repeated: Int, unknown: Int) -> [PlanWarning] {
        (repeated > 0 ? [.repeatedTargets(count: repeated)] : []) + (unknown > 0 ? [.unknownResources(count: unknown)] : [])
    }
}

extension Planner {
    private func warnings(_ action: RunAction, _ groups: [PlanGroup], _ targets: [PlanTarget]) -> [PlanWarning] {
        var warnings = configurationWarnings(action, groups)
        if action == .disassociate {
            let bare = projectsLeftBare(by: targets)
            if !bare.isEmpty { warnings.append(.lastConfiguration(projects: bare)) }
        }
        if facts.hiddenByFilter > 0 { warnings.append(.hiddenByFilter(targets: facts.hiddenByFilter)) }
        if !facts.namesKnown { warnings.append(.namesMissing) }
        if !facts.isComplete { warnings.append(.listingIncomplete) }
        return warnings
    }

    private func configurationWarnings(_ action: RunAction, _ groups: [PlanGroup]) -> [PlanWarning] {
        groups.map { (arn: $0.scanConfigurationArn, count: $0.places.count) }
            .sorted { (name(of: $0.arn), $0.arn) < (name(of: $1.arn), $1.arn) }
            .flatMap { warnings(action, about: $0.arn, targets: $0.count) }
    }

    private func warnings(_ action: RunAction, about arn: String, targets count: Int) -> [PlanWarning] {
        guard let configuration = facts.configurations[arn] else {
            return facts.isComplete ? [.unknownConfiguration(scanConfigurationArn: arn, targets: count)] : []
        }
        let comesBack = configuration.isDefault && action == .disassociate
        return (comesBack ? [.defaultConfiguration(name: configuration.name, targets: count)] : [])
            + (configuration.isOrganizationLevel ? [.organizationLevel(name: configuration.name, targets: count)] : [])
    }

    private func name(of arn: String) -> String {
        facts.configurations[arn]?.name ?? arn
    }

    /// Ids of projects whose every known configuration is in the plan, sorted.
    private func projectsLeftBare(by targets: [PlanTarget]) -> [String] {
        var left = facts.configurationCounts
        for case .projectId(let id) in targets.lazy.map(\.association.resource) {
            if let place = left.index(forKey: id) { left.values[place] -= 1 }
        }
        return left.filter { id, rest in rest <= 0 && rest != facts.configurationCounts[id] }.keys.sorted()
    }
}
