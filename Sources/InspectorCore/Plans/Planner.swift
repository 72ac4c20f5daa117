/// Makes plans: each target once, in order, with the warnings an operator should read first.
package struct Planner: Sendable {
    private let facts: PlanFacts

    /// A planner that knows `facts`.
    package init(facts: PlanFacts) {
        self.facts = facts
    }

    /// The plan for `targets`. Resources of a kind this version does not know are left out, with a warning.
    package func plan(_ action: RunAction, targets: [PlanTarget]) -> Plan {
        let projects = targets.filter { $0.association.resource.projectId != nil }
        let distinct = Self.distinct(projects).map(named)
        let sorted = Self.sorted(distinct)
        let counts = (repeated: projects.count - distinct.count, unknown: targets.count - projects.count)
        return Plan(
            action: action, account: facts.account, region: facts.region, caller: facts.caller, targets: sorted,
            warnings: warnings(action, sorted) + Self.inputWarnings(repeated: counts.repeated, unknown: counts.unknown))
    }

    private static func distinct(_ targets: [PlanTarget]) -> [PlanTarget] {
        var seen: Set<Association> = []
        return targets.filter { seen.insert($0.association).inserted }
    }

    private func named(_ target: PlanTarget) -> PlanTarget {
        var target = target
        if target.configurationName == nil {
            target.configurationName = facts.configurations[target.association.scanConfigurationArn]?.name
        }
        return target
    }

    private static func sorted(_ targets: [PlanTarget]) -> [PlanTarget] {
        let groups = Dictionary(grouping: targets) { $0.association.scanConfigurationArn }
        let names = groups.mapValues { $0.lazy.compactMap(\.configurationName).first }
        let inOrder = groups.keys.sorted { ((names[$0] ?? nil) ?? $0, $0) < ((names[$1] ?? nil) ?? $1, $1) }
        return inOrder.flatMap { sortedByProject(groups[$0] ?? []) }
    }

    private static func sortedByProject(_ targets: [PlanTarget]) -> [PlanTarget] {
        let keyed = targets.map { target in
            let id = target.association.resource.projectId ?? ""
            return (key: (target.projectName ?? id, id), target: target)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.target)
    }

    private static func inputWarnings(repeated: Int, unknown: Int) -> [PlanWarning] {
        (repeated > 0 ? [.repeatedTargets(count: repeated)] : []) + (unknown > 0 ? [.unknownResources(count: unknown)] : [])
    }
}

extension Planner {
    private func warnings(_ action: RunAction, _ targets: [PlanTarget]) -> [PlanWarning] {
        var warnings = configurationWarnings(action, targets)
        if action == .disassociate {
            let bare = projectsLeftBare(by: targets)
            if !bare.isEmpty { warnings.append(.lastConfiguration(projects: bare)) }
        }
        if facts.hiddenByFilter > 0 { warnings.append(.hiddenByFilter(targets: facts.hiddenByFilter)) }
        if !facts.namesKnown { warnings.append(.namesMissing) }
        if !facts.isComplete { warnings.append(.listingIncomplete) }
        return warnings
    }

    private func configurationWarnings(_ action: RunAction, _ targets: [PlanTarget]) -> [PlanWarning] {
        let counts = targets.reduce(into: [String: Int]()) { $0[$1.association.scanConfigurationArn, default: 0] += 1 }
        return counts.sorted { (name(of: $0.key), $0.key) < (name(of: $1.key), $1.key) }.flatMap { arn, count in
            warnings(action, about: arn, targets: count)
        }
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
        var taken: [String: Int] = [:]
        for case let id? in targets.lazy.map(\.association.resource.projectId) { taken[id, default: 0] += 1 }
        return taken.filter { id, count in facts.configurationCounts[id].map { $0 <= count } ?? false }.keys.sorted()
    }
}
