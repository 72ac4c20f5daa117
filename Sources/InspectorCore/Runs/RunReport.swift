internal import BitCollections

/// The end of a run: every target once, in the plan's order.
package struct RunReport: Hashable, Sendable {
    /// The run's id, the journal's name.
    package var runId: String
    /// The journal's path; absent when the run keeps none.
    package var journal: String?
    /// The plan.
    package var plan: Plan
    /// One outcome for each of the plan's targets, in the same order.
    package var outcomes: [Outcome]
    /// Problems that concern the run as a whole, in words.
    package var remarks: [String]
    /// Why the journal does not hold everything that is told here, in words; absent when it does.
    package var journalLoss: String?
    /// Targets reported done that the run's own listings could not confirm; 0 for a report from a journal.
    package var unverified: Int
    /// Configurations whose last listing did not come to its end; 0 for a report from a journal.
    package var unlisted: Int
    /// That credentials kept the run's own listings from coming, a sentence; absent when they did not, and in a report from a journal.
    package var credentialsProblem: String?

    /// The report of a finished run; a `journalLoss` adds a remark of its own.
    package init(
        runId: String, journal: String?, plan: Plan, outcomes: [Outcome], remarks: [String] = [], journalLoss: String? = nil,
        unverified: Int = 0, unlisted: Int = 0
    ) {
        self.runId = runId
        self.journal = journal
        self.plan = plan
        self.outcomes = outcomes
        self.remarks = remarks
        self.journalLoss = journalLoss
        self.unverified = unverified
        self.unlisted = unlisted
        if let journalLoss {
            self.remarks.append("\(journalLoss) The journal lacks what came after that; a resume verifies it.")
        }
    }

    /// The report of a plan of which nothing was sent, because nothing was to be done: there is no run, so that its id is empty.
    package init(nothingSent plan: Plan) {
        var plan = plan
        plan.targets = []
        self.init(runId: "", journal: nil, plan: plan, outcomes: [])
    }

    /// What became of the targets.
    package var counts: OutcomeCounts { OutcomeCounts(outcomes) }

    /// What the run did, and the listings afterwards did not show; they may only lag behind.
    package var unconfirmed: Set<Association> {
        Set(outcomes.indices.lazy.filter { outcomes[$0].isDone && outcomes[$0] != .succeeded }.map(plan.targets.association))
    }

    /// The way back: the opposite of everything that the service did, as a plan of its own. Targets in doubt are left out, with a warning.
    package var undoPlan: Plan {
        let (open, unresolved) = (projectsInDoubt, counts.unresolved)
        let all = plan.targets.only(BitSet(outcomes.indices.filter { outcomes[$0].isDone }))
        let (kept, done) = all.partitioned { $1 == .associate && open.contains($0.resource) }
        let warnings: [PlanWarning] =
            (unresolved > 0 ? [.unresolvedLeftOut(targets: unresolved)] : []) + (kept.isEmpty ? [] : [.coversLeftOut(targets: kept.count)])
        return Plan(
            action: plan.action.opposite, account: plan.account, region: plan.region, caller: plan.caller,
            targets: plan.action == .move ? Plan.inOrder(done.undone) : done,
            warnings: warnings, undoes: runId)
    }

    /// Projects of which a move may yet take a configuration away, however late: an undo leaves them the one that it gave them.
    private var projectsInDoubt: Set<AssociationResource> {
        guard plan.action == .move else { return [] }
        return Set(
            zip(plan.targets, outcomes).lazy.filter { $0.change == .disassociate && $1.leavesDoubt }.map(\.0.association.resource))
    }

    /// The failed targets once more, as a plan of its own; undoing what this run undoes.
    ///
    /// - Parameter codes: The statusCodes to send again, whatever became of the hope; empty for those that may fare better.
    package func retryPlan(codes: Set<String>) -> Plan {
        var failed = zip(plan.targets, outcomes).compactMap { target, outcome in
            guard let code = outcome.failure?.statusCode else { return PlanTarget?.none }
            return (codes.isEmpty ? StatusAdvice(code).isRetryable : codes.contains(code.rawValue)) ? target : nil
        }
        failed += heldBack(by: failed)
        return Plan(
            action: plan.action, account: plan.account, region: plan.region, caller: plan.caller, targets: failed, warnings: [],
            undoes: plan.undoes, retries: runId)
    }

    /// What was not sent because one of `targets` failed.
    private func heldBack(by targets: [PlanTarget]) -> [PlanTarget] {
        guard plan.action == .move else { return [] }
        let projects = Set(targets.lazy.filter { $0.change == .associate }.map(\.association.resource))
        return zip(plan.targets, outcomes).compactMap { target, outcome in
            outcome.isHeldBack && projects.contains(target.association.resource) ? target : nil
        }
    }

    /// Whether a resume may settle something.
    package var isResumable: Bool { !openTargets.isEmpty }

    /// What is left to do: targets in doubt or not sent, but for those that are ``heldBack``.
    package var openTargets: PlanTargets {
        let heldBack = Set(heldBack)
        return plan.targets.only(BitSet(outcomes.indices.filter { outcomes[$0].isOpen && !heldBack.contains($0) }))
    }

    /// Places of targets that a resume would not send either, because the service refused to associate their project first: a retry of that
    /// takes them along.
    package var heldBack: [Int] {
        guard plan.action == .move, outcomes.contains(where: \.isHeldBack) else { return [] }
        let refused = failedCovers
        return outcomes.indices.filter { outcomes[$0].isHeldBack && refused.contains(plan.targets[$0].association.resource) }
    }

    /// Projects that could not be associated with the other configuration.
    private var failedCovers: Set<AssociationResource> {
        Set(
            zip(plan.targets, outcomes).lazy.filter { $0.change == .associate && $1.failure != nil && !$1.isDone }.map(
                \.0.association.resource))
    }

    /// How many targets failed with each statusCode.
    package var failureCounts: [String: Int] {
        outcomes.reduce(into: [:]) { counts, outcome in
            if let code = outcome.statusCode { counts[code, default: 0] += 1 }
        }
    }

    /// Whether listings that were to confirm what the run did did not come.
    package var isUnconfirmed: Bool { unverified > 0 || unlisted > 0 }

    /// Whether every target succeeded, and the journal says so too.
    package var isComplete: Bool { journalLoss == nil && outcomes.allSatisfy { $0 == .succeeded } }
}

/// How many targets ended in which way.
package struct OutcomeCounts: Hashable, Sendable {
    /// Targets that succeeded.
    package private(set) var succeeded = 0
    /// Targets that failed; those not confirmed among them.
    package private(set) var failed = 0
    /// Targets that the service reported done, and the listings do not show so.
    package private(set) var notConfirmed = 0
    /// Targets whose outcome is not known.
    package private(set) var unresolved = 0
    /// Targets for which nothing was sent.
    package private(set) var notSent = 0

    /// Counts of no targets.
    init() {}

    /// Counts outcomes.
    package init(_ outcomes: some Sequence<Outcome>) {
        for outcome in outcomes { add(outcome) }
    }

    /// All that have an outcome.
    package var all: Int { succeeded + failed + unresolved + notSent }

    /// Those that a resumed run has to look after.
    package var open: Int { unresolved + notSent }

    /// Counts one more outcome, or, with a step of -1, one less.
    mutating func add(_ outcome: Outcome, _ step: Int = 1) {
        switch outcome {
        case .succeeded: succeeded += step
        case .failed: failed += step
        case .notConfirmed:
            failed += step
            notConfirmed += step
        case .unresolved: unresolved += step
        case .notSent: notSent += step
        }
    }
}
