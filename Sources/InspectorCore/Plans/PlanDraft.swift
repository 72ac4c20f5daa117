internal import Algorithms
package import BitCollections

/// A plan that can be edited before it is sent: every target it was made with, and those of them that are left out.
///
/// Taking a target out takes the same time however many there are. ``plan`` is made anew each time it is asked for.
package struct PlanDraft: Equatable, Sendable {
    /// The plan as it was made, without its warnings.
    package private(set) var whole: Plan
    /// The targets of each configuration, in the plan's order.
    package private(set) var groups: [DraftGroup]
    /// Places of targets that are left out.
    package private(set) var leftOut = BitSet()
    /// Places of targets that the filter of a list hides.
    private(set) var hidden = BitSet()
    /// What the plan does to the coverage of its projects.
    package private(set) var coverage: PlanCoverage
    /// Which targets of a move go together.
    let pairs: MovePairs
    /// Targets whose project cannot be associated, because it is in as many configurations as there may be.
    private let full: BitSet
    private let rooms: [String: Int]
    /// Warnings that no edit changes, before and after those about targets.
    package var opening: [PlanWarning]
    /// Warnings that no edit changes, after those about targets.
    package var closing: [PlanWarning]

    init(_ whole: Plan, facts: PlanFacts, opening: [PlanWarning], closing: [PlanWarning]) {
        (self.whole, self.opening, self.closing) = (whole, opening, closing)
        groups = DraftGroup.groups(of: whole, facts)
        coverage = PlanCoverage(whole.targets, facts)
        pairs = MovePairs(whole)
        full = BitSet(whole.action == .disassociate ? [] : whole.targets.indices.filter { facts.isFull($0, of: whole) })
        rooms = facts.rooms
    }

    /// Makes the plan one of several: its run begins with a group, in the session of a profile.
    package mutating func join(group: String?, profile: String?) { (whole.group, whole.profile) = (group, profile) }

    /// How many targets are sent.
    package var count: Int { whole.targets.count - leftOutCount }

    /// How many are left out.
    package var leftOutCount: Int { leftOut.count }

    /// How many calls that makes.
    package var callCount: Int {
        let covers = coverCount
        return Plan.callCount(targets: covers) + Plan.callCount(targets: count - covers)
    }

    /// How many projects a move associates first.
    package var coverCount: Int { whole.action == .move ? count(of: .associate) : 0 }

    private func count(of change: AssociationChange) -> Int {
        groups.reduce(0) { $0 + ($1.change == change ? $1.count : 0) }
    }

    /// "the number of associations (60 to associate, 88 to disassociate)": what has to be typed to send the plan.
    package var countWords: String {
        let covers = coverCount
        let parts = covers == 0 ? "" : " (\(covers.grouped) to associate, \((count - covers).grouped) to disassociate)"
        return "the number of associations" + parts
    }

    /// "disassociate 30 associations (20 projects) in 2 configurations": what is done. A move tells both of its numbers.
    package var phrase: String {
        guard whole.action == .move else { return Plan.phrase(whole.action, covers: 0, extent: extent) }
        let rest = groups.filter { $0.change == .disassociate }
        let extent = Plan.extent(
            targets: count(of: .disassociate), projects: coverage.projectCount, configurations: rest.count { $0.count > 0 })
        return Plan.phrase(.move, covers: coverCount, extent: extent)
    }

    /// The plan without what is left out, with the warnings about the rest.
    package var plan: Plan {
        var plan = whole
        if !leftOut.isEmpty {
            plan.targets = whole.targets.only(BitSet(0..<whole.targets.count).subtracting(leftOut))
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
    /// Takes a target out, or back in. In a move it takes along what rests on it: nothing is dissolved whose project is not covered first,
    /// and no project is covered of which everything stays.
    package mutating func setLeftOut(_ place: Int, _ isOut: Bool) {
        setAloneLeftOut(place, isOut)
        guard let pair = pairs.pair(of: place) else { return }
        let isCover = pair.covers.contains(place)
        if isOut {
            let everythingStays = pair.rest.allSatisfy(leftOut.contains)
            for partner in isCover ? pair.rest : everythingStays ? pair.covers : [] { setAloneLeftOut(partner, true) }
        } else {
            for partner in isCover ? pair.rest + pair.covers : pair.covers { setAloneLeftOut(partner, false) }
        }
    }

    private mutating func setAloneLeftOut(_ place: Int, _ isOut: Bool) {
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
        guard whole.action != .associate else { return 0 }
        let uncovered = (pairs.coverCount..<whole.targets.count).filter { place in
            !leftOut.contains(place) && coverage.fate(ofTarget: place, isLeftOut: false) != .keeps
        }
        for place in uncovered { setLeftOut(place, true) }
        return uncovered.count
    }

    /// Where the project of a target goes that a move dissolves: the association that it makes first, or that exists already; nothing for any
    /// other target.
    package func cover(of place: Int) -> PlanTarget? { pairs.cover(of: place, in: whole) }

    /// What becomes of a target's project; of one that is left out, what would become of it if it came back.
    package func fate(of place: Int) -> PlanCoverage.Fate {
        coverage.fate(ofTarget: place, isLeftOut: leftOut.contains(place))
    }

    /// Whether a warning is about some target, or something is left out.
    package var hasRemarks: Bool {
        let isUncovered = coverage.count(of: .loses) + coverage.count(of: .unknown) > 0
        return !leftOut.isEmpty || !hidden.isEmpty || whole.action != .associate && isUncovered || !full.isEmpty
            || groups.contains { !$0.remarks.isEmpty }
    }

    /// What a warning says about a target, the most important first. Of one that is left out it says what would be if it came back.
    package func remarks(on place: Int) -> [TargetRemark] {
        var remarks: [TargetRemark] = full.contains(place) ? [.full] : []
        if whole.action != .associate, place >= pairs.coverCount {
            switch fate(of: place) {
            case .loses: remarks.append(.lastConfiguration)
            case .unknown: remarks.append(.coverageUnknown)
            case .keeps: break
            }
        }
        if let group = group(of: place) { remarks += groups[group].remarks }
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
    /// Its project is in as many scan configurations as there may be, so that it cannot be associated with another one.
    case full
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
    /// What is done with each of them.
    package let change: AssociationChange
    private let isDefault: Bool
    /// The account that its configuration belongs to, where that is another one than the plan's.
    private let otherOwner: String?
    private let isOrganizationLevel: Bool
    private let scansNothing: Bool
    private let isMissing: Bool

    private init(_ arn: String, _ places: Range<Int>, _ change: AssociationChange, _ facts: PlanFacts) {
        self.change = change
        let configuration = facts.configurations[arn]
        (scanConfigurationArn, self.places, count) = (arn, places, places.count)
        let owner = Identifiers.account(ofArn: arn)
        otherOwner = facts.account == nil || owner == facts.account ? nil : owner
        (name, isMissing) = (configuration?.name, configuration == nil && facts.isComplete)
        (isDefault, isOrganizationLevel) = (configuration?.isDefault ?? false, configuration?.isOrganizationLevel ?? false)
        scansNothing = configuration?.scansNothing ?? false
    }

    fileprivate static func groups(of plan: Plan, _ facts: PlanFacts) -> [DraftGroup] {
        var groups: [DraftGroup] = []
        plan.targets.forEachStretch { arn, places in
            groups.append(DraftGroup(arn, places, plan.change(at: places.lowerBound), facts))
        }
        return groups
    }

    /// What its warnings say about each of its targets.
    var remarks: [TargetRemark] {
        (isOrganizationLevel ? [.organizationLevel] : []) + (isDefault && change == .disassociate ? [.comesBack] : [])
            + (isMissing ? [.unknownConfiguration] : [])
    }

    /// The warnings about it; none when nothing of it is sent.
    fileprivate func warnings(room: Int?, isUndo: Bool) -> [PlanWarning] {
        if count == 0 { return [] }
        if isMissing { return [.unknownConfiguration(scanConfigurationArn: scanConfigurationArn, targets: count)] }
        let name = name ?? scanConfigurationArn
        let ofScope: PlanWarning =
            switch change {
            case .disassociate: .defaultConfiguration(name: name, targets: count)
            case .associate: .associatesByItself(configuration: name)
            }
        let isTooFull = change == .associate && room.map { $0 < count } ?? false
        let elsewhere = change == .associate ? otherOwner.map { [PlanWarning.otherAccount(configuration: name, owner: $0)] } ?? [] : []
        let isIdle = change == .associate && scansNothing && !isUndo
        return elsewhere + (isIdle ? [.scansNothing(configuration: name, targets: count)] : []) + (isDefault ? [ofScope] : [])
            + (isTooFull ? [.noRoom(configuration: name, targets: count, room: room ?? 0)] : [])
            + (isOrganizationLevel ? [.organizationLevel(name: name, targets: count)] : [])
    }
}

extension PlanDraft {
    /// What the operator should read before what is left of the plan is sent.
    package var warnings: [PlanWarning] {
        var warnings = groups.sorted { $0.order < $1.order }.flatMap {
            $0.warnings(room: rooms[$0.scanConfigurationArn], isUndo: whole.undoes != nil)
        }
        warnings += fullWarnings
        let bare = whole.action == .associate ? [] : coverage.projects(of: .loses)
        if !bare.isEmpty { warnings.append(.lastConfiguration(projects: bare)) }
        let hidden = hidden.subtracting(leftOut).count
        if hidden > 0 { warnings.append(.hiddenByFilter(targets: hidden)) }
        return opening + warnings + closing
    }
}

extension PlanDraft {
    /// One for each configuration that projects cannot be associated with.
    private var fullWarnings: [PlanWarning] {
        groups.filter { $0.change == .associate }.compactMap { group in
            let count = full.subtracting(leftOut).count { group.places.contains($0) }
            return count > 0 ? .full(configuration: group.name ?? group.scanConfigurationArn, targets: count) : nil
        }
    }
}

extension PlanFacts {
    /// Whether a target associates a project that is in as many configurations as there may be.
    fileprivate func isFull(_ place: Int, of plan: Plan) -> Bool {
        guard plan.change(at: place) == .associate else { return false }
        return (projects.configurations(of: plan.targets.resource(at: place)) ?? 0) >= ServiceLimits.configurationsOfProject
    }
}

extension DraftGroup {
    fileprivate var order: NameKey { NameKey(name ?? scanConfigurationArn, id: scanConfigurationArn) }
}
