/// Makes plans: each target once, in order, with the warnings an operator should read first.
package struct Planner: Sendable {
    let facts: PlanFacts

    /// A planner that knows `facts`.
    package init(facts: PlanFacts) {
        self.facts = facts
    }

    /// The plan for `targets`. Resources that match no project are left out, with a warning; so is what needs nothing any more.
    package func plan(_ action: RunAction, targets: some Sequence<PlanTarget>) -> Plan { draft(action, targets: targets).plan }

    /// The same plan, to be edited. `undoing` is the id of the run that it undoes, if any.
    package func draft(
        _ action: RunAction, targets: some Sequence<PlanTarget>, undoing run: String? = nil, retrying retried: String? = nil
    ) -> PlanDraft {
        let targets = PlanTargets(targets)
        let (open, done) = split(targets)
        let sorted = action == .move ? inStages(open) : self.sorted(open)
        let unmatched = targets.listed == nil ? targets.filter { !$0.association.resource.isMatched } : []
        let alreadyDone = self.sorted(done)
        let doneGroups = groups(alreadyDone)
        let repeated = (targets.listed?.repeated ?? 0) + targets.count - unmatched.count - sorted.count - alreadyDone.count
        let account = facts.account ?? Plan.account(of: [sorted, alreadyDone])
        let whole = Plan(
            action: action, account: account, region: facts.region, caller: facts.caller, targets: sorted, alreadyDone: alreadyDone,
            warnings: [], undoes: run, retries: retried)
        return PlanDraft(
            whole, facts: facts,
            opening: (account == nil ? [.accountUnknown] : []) + doneWarnings(action, doneGroups, named: sorted.count + alreadyDone.count),
            closing: listingWarnings + (repeated > 0 ? [.repeatedTargets(count: repeated)] : []) + unmatchedWarnings(PlanTargets(unmatched))
        )
    }

    /// Those that something is sent for, and those that are as they should be.
    private func split(_ targets: PlanTargets) -> (open: PlanTargets, done: PlanTargets) {
        guard !facts.alreadyDone.isEmpty || !facts.present.isEmpty else { return (targets, []) }
        return targets.partitioned { association, change in
            !(change == .associate ? facts.present : facts.alreadyDone).contains(association)
        }
    }

    /// The targets of a move: those that are associated first.
    private func inStages(_ targets: PlanTargets) -> PlanTargets {
        let ordered = Plan.inOrder(targets)
        let covers = PlanTargets(ordered.prefix { $0.change == .associate })
        let rest = PlanTargets(ordered.dropFirst(covers.count))
        return sorted(covers) + sorted(rest)
    }

    private func groups(_ targets: PlanTargets) -> [PlanGroup] {
        PlanGroup.sorted(targets) { facts.configurations[$0]?.name }
    }

    /// Those of projects, each once, by configuration and name.
    private func sorted(_ targets: PlanTargets) -> PlanTargets {
        if let listed = targets.listed { return PlanTargets(listed.sorted { facts.configurations[$0]?.name }) }
        return PlanTargets(groups(targets).flatMap { group in group.places.map { named(targets[$0]) } })
    }

    private func named(_ target: PlanTarget) -> PlanTarget {
        guard target.configurationName == nil else { return target }
        var target = target
        target.configurationName = facts.configurations[target.association.scanConfigurationArn]?.name
        return target
    }
}

extension Planner {
    /// One warning for each of a few configurations, one in all for many.
    private func doneWarnings(_ action: RunAction, _ groups: [PlanGroup], named all: Int) -> [PlanWarning] {
        guard groups.count > 3 else {
            return groups.map { .alreadyDone(action, configuration: $0.title, targets: $0.places.count, of: all) }
        }
        return [.alreadyDone(action, configuration: nil, targets: groups.reduce(0) { $0 + $1.places.count }, of: all)]
    }

    /// What is left out, by configuration, with as many rows as a sentence holds.
    private func unmatchedWarnings(_ targets: PlanTargets) -> [PlanWarning] {
        Dictionary(grouping: targets) { $0.configurationName ?? name(of: $0.association.scanConfigurationArn) }
            .sorted { NameKey($0.key, id: $0.key) < NameKey($1.key, id: $1.key) }
            .map { name, targets in
                let words = Set(targets.map(\.association.resource.words)).sorted()
                return .unmatchedLeftOut(configuration: name, resources: Array(words.prefix(5)), count: words.count)
            }
    }
}

extension Planner {
    /// What the listings do not tell.
    private var listingWarnings: [PlanWarning] {
        (facts.namesKnown ? [] : [.namesMissing]) + (facts.isComplete ? [] : [.listingIncomplete])
            + (facts.unmatchedListings.isEmpty ? [] : [.unmatchedListings(configurations: facts.unmatchedListings)])
    }

    private func name(of arn: String) -> String {
        facts.configurations[arn]?.name ?? arn
    }
}

/// Where the targets of one configuration are among those a plan is made of: numbers, for a million targets are copied slowly.
struct PlanGroup: Sendable {
    /// The ARN of the configuration.
    let scanConfigurationArn: String
    /// The configuration's name, else its ARN.
    private(set) var title: String
    /// Places of its targets among those that were given.
    private(set) var places: [Int] = []

    /// The projects among `targets` by configuration, each one once and in order; `name` gives the name of a configuration by its ARN.
    static func sorted(_ targets: PlanTargets, name: (String) -> String?) -> [PlanGroup] {
        groups(of: targets, name).map { $0.sorted(targets) }
            .map { (NameKey($0.title, id: $0.scanConfigurationArn), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Neighbours mostly have the same configuration: comparing ARNs is then one comparison of addresses, and hashing them 130 bytes.
    private static func groups(of targets: PlanTargets, _ name: (String) -> String?) -> [PlanGroup] {
        var groups: [PlanGroup] = []
        var numbers: [String: Int] = [:]
        var last = 0
        for (place, target) in targets.enumerated() where target.association.resource.isMatched {
            let arn = target.association.scanConfigurationArn
            if groups.isEmpty || groups[last].scanConfigurationArn != arn {
                last = numbers[arn] ?? groups.count
                if last == groups.count {
                    numbers[arn] = last
                    groups.append(PlanGroup(scanConfigurationArn: arn, title: target.configurationName ?? name(arn) ?? arn))
                }
            }
            if let given = target.configurationName, groups[last].title == arn { groups[last].title = given }
            groups[last].places.append(place)
        }
        return groups
    }

    /// Each project once, by name and then by id.
    private func sorted(_ targets: PlanTargets) -> PlanGroup {
        var seen = Set<AssociationResource>(minimumCapacity: places.count)
        let keys = places.compactMap { place in
            let target = targets[place]
            let resource = target.association.resource
            return seen.insert(resource).inserted ? (key: NameKey(target.projectName, id: resource.projectId ?? ""), place: place) : nil
        }
        var group = self
        group.places = keys.sorted { $0.key < $1.key }.map(\.place)
        return group
    }
}
