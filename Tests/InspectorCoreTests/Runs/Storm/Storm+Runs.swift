import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport

extension Storm {
    /// Sessions in bad weather, and afterwards in good weather, at most.
    private static let (badSessions, goodSessions) = (6, 6)

    /// Carries a plan out in bad weather, then in good weather until nothing is open, and lists everything again at last.
    mutating func carryOut(_ plan: Plan, in faults: FaultPlan) async throws -> RunReport {
        guard !plan.targets.isEmpty else { return RunReport(runId: "", journal: nil, plan: plan, outcomes: []) }
        let start = (before: await simulator.state().associations, sequence: await simulator.history().lastSequence)
        await simulator.setFaults(faults)
        let journal = try await home.store.create(plan, seed: random.next())
        var run = StormRun(runId: journal.runId, plan: plan, before: start.before, start: start.sequence)
        await session(plan, nil, .carryOut, journal, faults)
        try await check(&run)
        for _ in 1..<Self.badSessions where try !isSettled(run) {
            await otherHands(plan)
            try await resume(run, faults)
            try await check(&run)
        }
        try await clearUp(&run)
        let outcomes = try home.store.open(run.runId).report
        let truth = await truth(of: run)
        for (target, outcome) in zip(plan.targets.map(\.association), outcomes.outcomes) {
            if let lie = truth.lieInTheEnd(outcome, of: target) { tell(lie, target, truth) }
        }
        return outcomes
    }

    /// Good weather: everything takes effect, nobody else acts, and the run is taken up until nothing is open.
    private mutating func clearUp(_ run: inout StormRun) async throws {
        await simulator.setFaults(FaultPlan())
        await simulator.carryOutLateEffects()
        try await signIn()
        for _ in 0..<Self.goodSessions {
            if try !isSettled(run) { try await resume(run, nil) }
            let (journal, record) = try await home.store.check(run.runId)
            await session(record.plan, record.history, .verify, journal, nil)
            try await check(&run)
            if try isSettled(run) { return }
        }
    }

    private mutating func resume(_ run: StormRun, _ faults: FaultPlan?) async throws {
        let (journal, record) = try await home.store.resume(run.runId)
        await session(record.plan, record.history, .carryOut, journal, faults)
    }

    private func isSettled(_ run: StormRun) throws -> Bool {
        let record = try home.store.open(run.runId)
        return record.isFinished && !record.report.outcomes.contains(where: \.isOpen)
    }

    /// Between two sessions somebody else changes associations, those of the plan among them.
    private mutating func otherHands(_ plan: Plan) async {
        guard random.oneIn(2) else { return }
        let targets = plan.targets.map(\.association).shuffled(using: &random)
        let cut = random.int(0..<min(4, targets.count + 1))
        await simulator.otherOperator(disassociates: Array(targets.prefix(cut)), associates: Array(targets.suffix(cut)))
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
}

extension Storm {
    /// Holds what the journal tells against the truth, and against what it told before.
    private mutating func check(_ run: inout StormRun) async throws {
        let (record, truth) = (try home.store.open(run.runId), await truth(of: run))
        for (place, outcome) in record.report.outcomes.enumerated() {
            let target = run.plan.targets[place].association
            if let lie = truth.lie(outcome, of: target) { tell(lie, target, truth) }
            if outcome == .succeeded, record.history.verified.contains(place) { run.verified.insert(target) }
            if outcome != .succeeded, run.verified.contains(target) { tell("\(outcome), and was verified", target, truth) }
        }
        for change in truth.unplanned(run.plan) { tell("changed without a plan", change.association, truth) }
        for call in await simulator.calls() where call.account == strange.accountId && call.operation != "GetCallerIdentity" {
            lies.append("\(call.operation) was signed for the other account")
        }
    }

    private func truth(of run: StormRun) async -> StormTruth {
        StormTruth(
            wants: run.plan.action == .associate, before: run.before, now: await simulator.state().associations,
            history: await simulator.history(), start: run.start)
    }

    private mutating func tell(_ lie: String, _ target: Association, _ truth: StormTruth) {
        lies.append("\(lie) [\(truth.story(of: target))] \(target.resource.words) after \(sessions) sessions")
    }
}
