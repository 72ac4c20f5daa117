internal import Algorithms

/// What is about to be done: the one object that the terminal UI, `--dry-run` and the journal share.
package struct Plan: Hashable, Sendable {
    /// What the run does.
    package var action: RunAction
    /// The account, twelve digits; absent when neither STS nor an ARN named it.
    package var account: String?
    /// The region the calls go to.
    package var region: String
    /// The caller's ARN; absent when STS could not be reached.
    package var caller: String?
    /// Every target once, sorted by configuration; in a move those that are associated come first.
    package var targets: PlanTargets
    /// Targets that were, when planned, already as the run would make them; nothing is sent for them, and no undo is about them.
    package var alreadyDone: PlanTargets
    /// What the operator should read first.
    package var warnings: [PlanWarning]
    /// The id of the run that this one undoes; absent for any other.
    package var undoes: String?
    /// The id of the run whose failed associations this one sends again; absent for any other.
    package var retries: String?
    /// The id of the group of runs that this one begins with; absent for a run alone. See ``RunGroup``.
    package var group: String?
    /// The profile of the session, where somebody named one.
    package var profile: String?
    /// Who else has approved this very plan; absent when nobody was asked to.
    package var approval: PlanApproval?

    /// A plan with the targets as given; see ``Planner`` for one with warnings.
    package init(
        action: RunAction, account: String?, region: String, caller: String?, targets: some Sequence<PlanTarget>,
        alreadyDone: some Sequence<PlanTarget> = [PlanTarget](), warnings: [PlanWarning], undoes: String? = nil, retries: String? = nil
    ) {
        self.action = action
        self.account = account
        self.region = region
        self.caller = caller
        self.targets = PlanTargets(targets)
        self.alreadyDone = PlanTargets(alreadyDone)
        self.warnings = warnings
        self.undoes = undoes
        self.retries = retries
    }

    /// Whether there is nothing to send because nothing is left to do.
    package var needsNothing: Bool {
        targets.isEmpty && (!alreadyDone.isEmpty || warnings.contains { if case .resultsLeftOut = $0 { true } else { false } })
    }

    /// How many configurations the targets belong to.
    package var configurationCount: Int {
        scanConfigurationArns.count
    }

    /// The configurations that the targets belong to.
    package var scanConfigurationArns: Set<String> {
        var arns: Set<String> = []
        targets.forEachStretch { arn, _ in arns.insert(arn) }
        return arns
    }

    /// Where the targets of each configuration are, by its ARN.
    var placesByConfiguration: [String: [Int]] {
        var places: [String: [Int]] = [:]
        targets.forEachStretch { arn, stretch in places[arn, default: []] += stretch }
        return places
    }

    /// How many calls of at most 25 items a run without faults makes.
    package var callCount: Int { stages.reduce(0) { $0 + Self.callCount(targets: $1.count) } }

    static func callCount(targets: Int) -> Int {
        (targets + ServiceLimits.batchSize - 1) / ServiceLimits.batchSize
    }
}

extension Plan {
    /// The account that the plan is for: the one it was made in, else the one that the ARNs of its configurations agree on.
    package var knownAccount: String? { account ?? Self.account(of: [targets]) }

    /// The account that the targets' configurations belong to; nil when they name none, or more than one.
    static func account(of targets: [PlanTargets]) -> String? {
        var accounts: Set<String> = []
        for part in targets {
            part.forEachStretch { arn, _ in if let account = Identifiers.account(ofArn: arn) { accounts.insert(account) } }
        }
        return accounts.count == 1 ? accounts.first : nil
    }
}

/// The verb of a run.
package enum RunAction: String, Hashable, Sendable {
    /// Calls `BatchDisassociateCodeSecurityScanConfiguration`.
    case disassociate
    /// Calls `BatchAssociateCodeSecurityScanConfiguration`.
    case associate
    /// Associates projects first. Those that are associated for certain are then disassociated from other configurations.
    case move

    /// The action that undoes this one.
    package var opposite: RunAction {
        switch self {
        case .disassociate: .associate
        case .associate: .disassociate
        case .move: .move
        }
    }
}

/// What a run does with one target.
package enum AssociationChange: String, CaseIterable, Hashable, Sendable {
    /// The project is associated with the configuration.
    case associate
    /// The project is disassociated from the configuration.
    case disassociate

    /// The change that undoes this one.
    package var opposite: AssociationChange {
        switch self {
        case .associate: .disassociate
        case .disassociate: .associate
        }
    }
}

extension PlanTargets {
    /// The targets of an undo: in a move the opposite is done with each.
    var undone: PlanTargets {
        guard contains(where: { $0.change != nil }) else { return self }
        return PlanTargets(
            lazy.map { target in
                var target = target
                target.change = target.change?.opposite
                return target
            })
    }
}

extension Plan {
    /// Targets of a move in the order of its stages; others as they are.
    static func inOrder(_ targets: PlanTargets) -> PlanTargets {
        guard targets.contains(where: { $0.change == .associate }) else { return targets }
        return PlanTargets(targets.filter { $0.change == .associate } + targets.filter { $0.change != .associate })
    }

    /// What the run does with a target of the plan.
    package func change(of target: PlanTarget) -> AssociationChange { change(target.change) }

    /// What the run does with the target at a place.
    package func change(at place: Int) -> AssociationChange { change(action == .move ? targets.change(at: place) : nil) }

    private func change(_ ofTarget: AssociationChange?) -> AssociationChange {
        switch action {
        case .disassociate: .disassociate
        case .associate: .associate
        case .move: ofTarget ?? .disassociate
        }
    }

    /// The targets that are sent one after the other, each stage after the earlier one was verified. Only a move has two.
    package var stages: [Range<Int>] {
        switch action {
        case .disassociate, .associate: return [targets.indices]
        case .move:
            let first = targets.indices.partitioningIndex { change(at: $0) == .disassociate }
            return [0..<first, first..<targets.count]
        }
    }

    /// How many targets a run does this with.
    package func count(of change: AssociationChange) -> Int {
        switch (action, change) {
        case (.associate, .associate), (.disassociate, .disassociate): return targets.count
        case (.associate, .disassociate), (.disassociate, .associate): return 0
        case (.move, .associate): return stages[0].count
        case (.move, .disassociate): return stages[1].count
        }
    }
}

/// One association of a plan with the names an operator knows it by.
package struct PlanTarget: Hashable, Sendable {
    /// The association that is made or unmade.
    package var association: Association
    /// The configuration's name, when it is known.
    package var configurationName: String?
    /// The repository's name, when it is known.
    package var projectName: String?
    /// What is done with it in a move; absent in a plan that does the same with every target.
    package var change: AssociationChange?

    /// A target with its names.
    package init(
        association: Association, configurationName: String? = nil, projectName: String? = nil, change: AssociationChange? = nil
    ) {
        self.association = association
        self.configurationName = configurationName
        self.projectName = projectName
        self.change = change
    }
}
