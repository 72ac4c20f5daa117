/// What did not succeed in a run, each code and message once: in the order of the ``Remedy``, then by code, message and configuration.
///
/// Screens, reports and tickets all show failures in this order.
package struct FailureGroups: Hashable, Sendable {
    /// Targets with the same code and the same message.
    package struct Reason: Hashable, Sendable {
        /// What became of each of them.
        package let outcome: Outcome
        /// What to do about them.
        package let advice: StatusAdvice
        /// Their configurations, by name.
        package fileprivate(set) var configurations: [Configuration]

        /// How many targets there are.
        package var count: Int { configurations.reduce(0) { $0 + $1.targets.count } }

        /// Their places in the plan, by configuration.
        package var targets: some Sequence<Int> { configurations.lazy.flatMap(\.targets) }
    }

    /// The targets of a reason in one configuration.
    package struct Configuration: Hashable, Sendable {
        /// The configuration's name, or its ARN where the name is not known, exactly as it came.
        package let name: String
        /// Their places in the plan, in its order.
        package fileprivate(set) var targets: [Int]

        fileprivate var order: NameKey { NameKey(name, id: name) }
    }

    /// The reasons that have one remedy.
    package struct Section: Hashable, Sendable {
        /// What may settle them.
        package let remedy: Remedy
        /// Their places among the ``FailureGroups/reasons``.
        package let reasons: Range<Int>
        /// How many targets they have together.
        package let count: Int
    }

    /// Every reason, in order.
    package let reasons: [Reason]
    /// The reasons by what may settle them; each remedy at most once.
    package let sections: [Section]

    /// Groups what did not succeed.
    package init(_ report: RunReport) {
        var grouping = Grouping()
        for (place, outcome) in report.outcomes.enumerated() where outcome != .succeeded {
            grouping.add(place, outcome, report.plan.targets[place])
        }
        let reasons = grouping.sorted
        self.reasons = reasons
        sections = Remedy.allCases.compactMap { remedy in
            guard let first = reasons.firstIndex(where: { $0.advice.remedy == remedy }) else { return nil }
            let end = reasons[first...].firstIndex { $0.advice.remedy != remedy } ?? reasons.endIndex
            return Section(remedy: remedy, reasons: first..<end, count: reasons[first..<end].reduce(0) { $0 + $1.count })
        }
    }

    /// Whether everything succeeded.
    package var isEmpty: Bool { reasons.isEmpty }

    /// How many targets did not succeed.
    package var count: Int { sections.reduce(0) { $0 + $1.count } }

    /// The places of all targets, in the order of the groups.
    package var targets: some Sequence<Int> { reasons.lazy.flatMap(\.targets) }
}

extension FailureGroups.Section {
    /// The codes of its reasons, each once, in order.
    package func codes(in groups: FailureGroups) -> [String] {
        groups.reasons[reasons].reduce(into: []) { codes, reason in
            if codes.last != reason.outcome.title { codes.append(reason.outcome.title) }
        }
    }
}

/// Reasons while they are collected.
private struct Grouping {
    private struct Place: Hashable {
        let reason: Int
        let arn: String
    }

    private var reasons: [FailureGroups.Reason] = []
    private var numbers: [Outcome: Int] = [:]
    private var configurations: [Place: Int] = [:]

    mutating func add(_ place: Int, _ outcome: Outcome, _ target: PlanTarget) {
        let reason = number(of: outcome)
        let key = Place(reason: reason, arn: target.association.scanConfigurationArn)
        if let known = configurations[key] { return reasons[reason].configurations[known].targets.append(place) }
        configurations[key] = reasons[reason].configurations.count
        reasons[reason].configurations.append(
            FailureGroups.Configuration(name: target.configurationName ?? target.association.scanConfigurationArn, targets: [place]))
    }

    private mutating func number(of outcome: Outcome) -> Int {
        if let known = numbers[outcome] { return known }
        numbers[outcome] = reasons.count
        reasons.append(FailureGroups.Reason(outcome: outcome, advice: StatusAdvice(outcome), configurations: []))
        return reasons.count - 1
    }

    var sorted: [FailureGroups.Reason] {
        let keyed = reasons.map { reason in
            var reason = reason
            reason.configurations.sort { ($0.order, $0.targets[0]) < ($1.order, $1.targets[0]) }
            return (key: (reason.advice.remedy, reason.outcome.title, reason.outcome.reason), reason: reason)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.reason)
    }
}
