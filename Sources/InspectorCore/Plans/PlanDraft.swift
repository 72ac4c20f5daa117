internal import Algorithms
package import BitCollections

/// A plan that can be edited before it is sent: every target it was made with, and those of them that are left out.
///
/// Taking a target out takes the same time however many there are. ``plan`` is made anew each time it is asked for.
package struct PlanDraft: Equatable, Sendable {
    /// The plan as it was made, without its warnings.
    package let whole: Plan
    /// The targets of each configuration, in the plan's order.
    package private(set) var groups: [DraftGroup]
    /// Places of targets that are left out.
    package private(set) var leftOut = BitSet()
    /// Places of targets that the filter of a list hides.
    private var hidden = BitSet()
    /// What the plan does to the coverage of its projects.
    package private(set) var coverage: PlanCoverage
    /// Warnings that no edit changes, before and after those about targets.
    package var opening: [PlanWarning]
    /// Warnings that no edit changes, after those about targets.
    package var closing: [PlanWarning]

    init(_ whole: Plan, facts: PlanFacts, opening: [PlanWarning], closing: [PlanWarning]) {
        (self.whole, self.opening, self.closing) = (whole, opening, closing)
        groups = DraftGroup.groups(of: whole.targets, facts)
        coverage = PlanCoverage(whole.targets, facts)
    }

    /// How many targets are sent.
    package var count: Int { whole.targets.count - leftOutCount }

    /// How many are left out.
    package var leftOutCount: Int { leftOut.count }

    /// How many calls that makes.
    package var callCount: Int { Plan.callCount(targets: count) }

    /// The plan without what is left out, with the warnings about the rest.
    package var plan: Plan {
        var plan = whole
        if !leftOut.isEmpty {
            plan.targets = whole.targets.indices.lazy.filter { !leftOut.contains($0) }.map { whole.targets[$0] }
        }
        plan.warnings = warnings
        return plan
    }

    /// "20,000 associations (5,000 projects) in 4 configurations": how much is sent.
    package var extent: String {
        Plan.extent(targets: count, projects: coverage.projectCount, configurations: groups.count { $0.count > 0 })
    }
}

extension PlanDraft {
    /// Takes a target out, or back in.
    package mutating func setLeftOut(_ place: Int, _ isOut: Bool) {
        guard leftOut.contains(place) != isOut else { return }
        if isOut { leftOut.insert(place) } else { leftOut.remove(place) }
        coverage.take(place, out: isOut)
        if let group = group(of: place) { groups[group].count += isOut ? -1 : 1 }
    }

    /// Notes that the filter of a list hides these targets.
    package mutating func hide(_ places: some Sequence<Int>) { hidden = BitSet(places) }

    /// The configuration that a target belongs to, as a place in ``groups``.
    package func group(of place: Int) -> Int? {
        let group = groups.partitioningIndex { $0.places.upperBound > place }
        return group < groups.count ? group : nil
    }

    /// Takes out every target of a project that would lose its last scan configuration, or of which that is not known.
    ///
    /// - Returns: How many targets left the plan.
    package mutating func leaveOutUncovered() -> Int {
        guard whole.action == .disassociate else { return 0 }
        let uncovered = whole.targets.indices.filter { place in
            !leftOut.contains(place) && coverage.fate(ofTarget: place, isLeftOut: false) != .keeps
        }
        for place in uncovered { setLeftOut(place, true) }
        return uncovered.count
    }

    /// What becomes of a target's project; of one that is left out, what would become of it if it came back.
    package func fate(of place: Int) -> PlanCoverage.Fate {
        coverage.fate(ofTarget: place, isLeftOut: leftOut.contains(place))
    }

    /// Whether a warning is about some target, or something is left out.
    package var hasRemarks: Bool {
        let isUncovered = coverage.count(of: .loses) + coverage.count(of: .unknown) > 0
        return !leftOut.isEmpty || !hidden.isEmpty || whole.action == .disassociate && isUncovered
            || groups.contains { !$0.remarks(on: whole.action).isEmpty }
    }

    /// What a warning says about a target, the most important first. Of one that is left out it says what would be if it came back.
    package func remarks(on place: Int) -> [TargetRemark] {
        var remarks: [TargetRemark] = []
        if whole.action == .disassociate {
            switch fate(of: place) {
            case .loses: remarks.append(.lastConfiguration)
            case .unknown: remarks.append(.coverageUnknown)
            case .keeps: break
            }
        }
        if let group = group(of: place) { remarks += groups[group].remarks(on: whole.action) }
        return hidden.contains(place) ? remarks + [.hidden] : remarks
    }
}

/// What a warning says about a single target.
package enum TargetRemark: Hashable, Sendable {
    /// Its project would be left with no scan configuration.
    case lastConfiguration
    /// Whether its project keeps a scan configuration is not known.
    case coverageUnknown
    /// Its configuration belongs to the organization.
    case organizationLevel
    /// Its configuration may associate it again.
    case comesBack
    /// Its configuration is not among the listed ones.
    case unknownConfiguration
    /// The filter of a list hides it.
    case hidden
}

/// The targets of one configuration in a plan that is edited.
package struct DraftGroup: Equatable, Sendable {
    /// The configuration's ARN.
    package let scanConfigurationArn: String
    /// Its name, when it is listed.
    package let name: String?
    /// Where its targets are.
    package let places: Range<Int>
    /// How many of them are sent.
    package fileprivate(set) var count: Int
    private let isDefault: Bool
    private let isOrganizationLevel: Bool
    private let isMissing: Bool

    private init(_ arn: String, _ places: Range<Int>, _ facts: PlanFacts) {
        let configuration = facts.configurations[arn]
        (scanConfigurationArn, self.places, count) = (arn, places, places.count)
        (name, isMissing) = (configuration?.name, configuration == nil && facts.isComplete)
        (isDefault, isOrganizationLevel) = (configuration?.isDefault ?? false, configuration?.isOrganizationLevel ?? false)
    }

    fileprivate static func groups(of targets: [PlanTarget], _ facts: PlanFacts) -> [DraftGroup] {
        var groups: [DraftGroup] = []
        Plan.forEachStretch(of: targets) { arn, places in groups.append(DraftGroup(arn, places, facts)) }
        return groups
    }

    /// What its warnings say about each of its targets.
    func remarks(on action: RunAction) -> [TargetRemark] {
        (isOrganizationLevel ? [.organizationLevel] : []) + (isDefault && action == .disassociate ? [.comesBack] : [])
            + (isMissing ? [.unknownConfiguration] : [])
    }

    /// The warnings about it; none when nothing of it is sent.
    fileprivate func warnings(_ action: RunAction) -> [PlanWarning] {
        if count == 0 { return [] }
        if isMissing { return [.unknownConfiguration(scanConfigurationArn: scanConfigurationArn, targets: count)] }
        let name = name ?? scanConfigurationArn
        return (isDefault && action == .disassociate ? [.defaultConfiguration(name: name, targets: count)] : [])
            + (isOrganizationLevel ? [.organizationLevel(name: name, targets: count)] : [])
    }
}

extension PlanDraft {
    /// What the operator should read before what is left of the plan is sent.
    package var warnings: [PlanWarning] {
        var warnings = groups.sorted { $0.order < $1.order }.flatMap { $0.warnings(whole.action) }
        let bare = whole.action == .disassociate ? coverage.projects(of: .loses) : []
        if !bare.isEmpty { warnings.append(.lastConfiguration(projects: bare)) }
        let hidden = hidden.subtracting(leftOut).count
        if hidden > 0 { warnings.append(.hiddenByFilter(targets: hidden)) }
        return opening + warnings + closing
    }
}

extension DraftGroup {
    fileprivate var order: NameKey { NameKey(name ?? scanConfigurationArn, id: scanConfigurationArn) }
}
