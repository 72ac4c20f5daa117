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

    /// A report.
    package init(
        runId: String, journal: String?, plan: Plan, outcomes: [Outcome], remarks: [String] = [], journalLoss: String? = nil
    ) {
        self.runId = runId
        self.journal = journal
        self.plan = plan
        self.outcomes = outcomes
        self.remarks = remarks
        self.journalLoss = journalLoss
        if let journalLoss {
            self.remarks.append("\(journalLoss) The journal lacks what came after that; scanconfig resume \(runId) verifies it.")
        }
    }

    /// What became of the targets.
    package var counts: OutcomeCounts { OutcomeCounts(outcomes) }

    /// What the run did, and the listings afterwards did not show; they may only lag behind.
    package var unconfirmed: Set<Association> {
        let done = zip(plan.targets, outcomes).filter { $1.isDone && $1 != .succeeded }
        return Set(done.map(\.0.association))
    }

    /// The way back: the opposite of everything that the service did, as a plan of its own. Targets in doubt are left out, with a warning.
    package var undoPlan: Plan {
        let done = zip(plan.targets, outcomes).compactMap { $1.isDone ? $0 : nil }
        let unresolved = counts.unresolved
        return Plan(
            action: plan.action.opposite, account: plan.account, region: plan.region, caller: plan.caller, targets: done,
            warnings: unresolved > 0 ? [.unresolvedLeftOut(targets: unresolved)] : [], undoes: runId)
    }

    /// Whether every target succeeded, and the journal says so too.
    package var isComplete: Bool { journalLoss == nil && outcomes.allSatisfy { $0 == .succeeded } }
}
