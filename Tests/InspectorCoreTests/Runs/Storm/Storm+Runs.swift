import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport

extension Storm {
    /// Sessions with faults, and afterwards without, at most.
    private static let (faultySessions, calmSessions) = (6, 6)

    /// Carries a plan out with faults, then without until nothing is open, and lists everything again at last.
    mutating func carryOut(_ plan: Plan, with faults: FaultPlan) async throws -> RunReport {
        guard !plan.targets.isEmpty else { return RunReport(runId: "", journal: nil, plan: plan, outcomes: []) }
        let start = (before: await ownState.associations, sequence: await ownHistory.lastSequence)
        await setFaults(faults)
        let journal = try await home.store.create(plan, seed: random.next())
        var run = StormRun(runId: journal.runId, plan: plan, before: start.before, start: start.sequence)
        try await session(plan, nil, .carryOut, journal, faults)
        try await check(&run)
        for _ in 1..<Self.faultySessions where try !isSettled(run) {
            await otherOperatorActs(plan)
            try await resume(run, faults)
            try await check(&run)
        }
        try await finishWithoutFaults(&run)
        await checkSignatures()
        let outcomes = try home.store.open(run.runId).report
        let truth = await truth(of: run)
        for (target, outcome) in zip(plan.targets.map(\.association), outcomes.outcomes) {
            if let violation = truth.finalViolation(outcome, of: target) { report(violation, target, truth) }
        }
        return outcomes
    }

    /// Everything takes effect, nobody else acts, and the run is taken up until nothing is open.
    private mutating func finishWithoutFaults(_ run: inout StormRun) async throws {
        await setFaults(FaultPlan())
        await simulator.carryOutLateEffects()
        try await signIn()
        for _ in 0..<Self.calmSessions {
            if try !isSettled(run) { try await resume(run, nil) }
            let (journal, record) = try await home.store.check(run.runId)
            try await session(record.plan, record.history, .verify, journal, nil)
            try await check(&run)
            if try isSettled(run) { return }
        }
    }

    private mutating func resume(_ run: StormRun, _ faults: FaultPlan?) async throws {
        let (journal, record) = try await home.store.resume(run.runId)
        try await session(record.plan, record.history, .carryOut, journal, faults)
    }

    private func isSettled(_ run: StormRun) throws -> Bool {
        let record = try home.store.open(run.runId)
        return record.isFinished && !record.report.outcomes.contains { $0.isOpen && !$0.isHeldBack }
    }

    /// Between two sessions another operator changes associations, those of the plan among them.
    private mutating func otherOperatorActs(_ plan: Plan) async {
        if plan.action == .move { await simulator.addProjects(random.int(0..<2)) }
        guard random.oneIn(2) else { return }
        let targets = plan.targets.map(\.association).shuffled(using: &random)
        let cut = random.int(0..<min(4, targets.count + 1))
        await simulator.otherOperator(
            disassociates: Array(targets.prefix(cut)), associates: Array(targets.suffix(cut)),
            account: place.account, region: place.region)
    }
}

/// A run as the storm follows it.
struct StormRun {
    let runId: String
    let plan: Plan
    /// What was associated before it began.
    let before: Set<Association>
    /// The number of the last change before it began.
    let start: Int
    /// Targets that succeeded and were verified.
    var verified: Set<Association> = []

    /// Targets that needed nothing when they were planned.
    var untouchable: Set<Association> { Set(plan.alreadyDone.map(\.association)) }
}

extension Storm {
    /// Holds what the journal tells against the truth, and against what it told before.
    private mutating func check(_ run: inout StormRun) async throws {
        let (record, truth) = (try home.store.open(run.runId), await truth(of: run))
        for (place, outcome) in record.report.outcomes.enumerated() {
            let target = run.plan.targets[place].association
            if let violation = truth.violation(outcome, of: target) { report(violation, target, truth) }
            if outcome == .succeeded, record.history.verified.contains(place) { run.verified.insert(target) }
            if outcome != .succeeded, run.verified.contains(target) { report("\(outcome), and was verified", target, truth) }
        }
        for change in truth.unplanned(run.plan) { report("changed without a plan", change.association, truth) }
        for change in truth.uncovered(by: run.plan) { report("left without a configuration", change.association, truth) }
        let calls = await ownCalls
        for call in calls where !run.untouchable.isDisjoint(with: call.items) {
            violations.append("call \(call.number) is about a target that needed nothing")
        }
    }

    /// Checks the calls of each process for itself, by what it sent.
    private mutating func checkSignatures() async {
        let calls = await simulator.calls()
        for sent in unchecked { checkSignatures(calls.filter { sent.contains($0.invocationId) }) }
        unchecked = []
    }

    /// Nothing is signed for the other account, besides questions for the account; and every key but the process's first is asked about
    /// before anything else is signed with it.
    private mutating func checkSignatures(_ calls: [RecordedCall]) {
        let questions = ["GetCallerIdentity", "ListCodeSecurityScanConfigurations"]
        var known: Set<String> = []
        for call in calls {
            guard let key = call.accessKeyId else { continue }
            if questions.contains(call.operation) {
                if known.isEmpty || call.operation == questions[0] && call.status == 200 { known.insert(key) }
            } else if call.account == foreignKey.accountId {
                violations.append("call \(call.number), \(call.operation), was signed for the other account")
            } else if !known.isEmpty, !known.contains(key) {
                violations.append("call \(call.number), \(call.operation), was signed with a key that nobody asked about")
            }
        }
    }

    private func truth(of run: StormRun) async -> StormTruth {
        StormTruth(
            wants: Dictionary(run.plan.targets.map { ($0.association, run.plan.change(of: $0) == .associate) }) { first, _ in first },
            before: run.before, now: await ownState.associations,
            history: await ownHistory, start: run.start)
    }

    private mutating func report(_ violation: String, _ target: Association, _ truth: StormTruth) {
        violations.append("\(violation) [\(truth.story(of: target))] \(target.resource.words) after \(sessions) sessions")
    }
}
