/// What is about to be done: the one object that the terminal UI, `--dry-run` and the journal share.
package struct Plan: Hashable, Sendable {
    /// What the run does with each target.
    package var action: RunAction
    /// The account, twelve digits; absent when neither STS nor an ARN named it.
    package var account: String?
    /// The region the calls go to.
    package var region: String
    /// The caller's ARN; absent when STS could not be reached.
    package var caller: String?
    /// Every target once, sorted by configuration.
    package var targets: [PlanTarget]
    /// Targets that were, when planned, already as the run would make them; nothing is sent for them, and no undo is about them.
    package var alreadyDone: [PlanTarget]
    /// What the operator should read first.
    package var warnings: [PlanWarning]
    /// The id of the run that this one undoes; absent for any other.
    package var undoes: String?
    /// The id of the run whose failed associations this one sends again; absent for any other.
    package var retries: String?

    /// A plan with the targets as given; see ``Planner`` for one with warnings.
    package init(
        action: RunAction, account: String?, region: String, caller: String?, targets: [PlanTarget], alreadyDone: [PlanTarget] = [],
        warnings: [PlanWarning], undoes: String? = nil, retries: String? = nil
    ) {
        self.action = action
        self.account = account
        self.region = region
        self.caller = caller
        self.targets = targets
        self.alreadyDone = alreadyDone
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
        Self.forEachStretch(of: targets) { arn, _ in arns.insert(arn) }
        return arns
    }

    /// Where the targets of each configuration are, by its ARN.
    var placesByConfiguration: [String: [Int]] {
        var places: [String: [Int]] = [:]
        Self.forEachStretch(of: targets) { arn, stretch in places[arn, default: []] += stretch }
        return places
    }

    /// Calls `body` with each stretch of targets of one configuration: a million ARNs are compared, mostly by address, and few are hashed.
    static func forEachStretch(of targets: [PlanTarget], _ body: (_ scanConfigurationArn: String, Range<Int>) -> Void) {
        var start = 0
        while start < targets.count {
            let arn = targets[start].association.scanConfigurationArn
            var end = start + 1
            while end < targets.count, targets[end].association.scanConfigurationArn == arn { end += 1 }
            body(arn, start..<end)
            start = end
        }
    }

    /// How many calls of at most 25 items a run without faults makes.
    package var callCount: Int { Self.callCount(targets: targets.count) }

    static func callCount(targets: Int) -> Int {
        (targets + ServiceLimits.batchSize - 1) / ServiceLimits.batchSize
    }
}

extension Plan {
    /// The account that the plan is for: the one it was made in, else the one that the ARNs of its configurations agree on.
    package var knownAccount: String? { account ?? Self.account(of: targets) }

    /// The account that the targets' configurations belong to; nil when they name none, or more than one.
    static func account(of targets: [PlanTarget]) -> String? {
        var (accounts, last): (Set<String>, String) = ([], "")
        for target in targets where target.association.scanConfigurationArn != last {
            last = target.association.scanConfigurationArn
            if let account = Identifiers.account(ofArn: last) { accounts.insert(account) }
        }
        return accounts.count == 1 ? accounts.first : nil
    }
}

/// The verb of a run.
package enum RunAction: String, Hashable, Sendable {
    /// Calls `BatchDisassociateCodeSecurityScanConfiguration`.
    case disassociate
    /// Calls `BatchAssociateCodeSecurityScanConfiguration`: an undo.
    case associate

    /// The action that undoes this one.
    package var opposite: RunAction {
        switch self {
        case .disassociate: .associate
        case .associate: .disassociate
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

    /// A target with its names.
    package init(association: Association, configurationName: String? = nil, projectName: String? = nil) {
        self.association = association
        self.configurationName = configurationName
        self.projectName = projectName
    }
}
