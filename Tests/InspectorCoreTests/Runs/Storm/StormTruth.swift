import InspectorCore
import InspectorSimulator

/// What really happened between two moments, to hold a run's outcomes against.
struct StormTruth {
    /// What the run wants of each of its targets: to be associated or not.
    let wants: [Association: Bool]
    /// What was associated before the run.
    let before: Set<Association>
    /// What is associated now.
    let now: Set<Association>
    /// What changed since.
    let history: SimulatorHistory
    /// The number of the last change before the run.
    let start: Int

    /// What is untrue about an outcome, at any time.
    func violation(_ outcome: Outcome, of target: Association) -> String? {
        let (isTouched, wasEverDone) = (isTouched(target), wasEverDone(target))
        switch outcome {
        case .succeeded: return wasEverDone ? nil : "succeeded, and never was"
        case .failed(.internalError, _), .notConfirmed, .unresolved, .notSent: return nil
        case .failed(let code, _): return wasDoneByUs(target) && !isTouched ? "\(code.rawValue), and done by our call" : nil
        }
    }

    /// What is untrue about an outcome when everything has settled, listings are good and nobody acts any more.
    func finalViolation(_ outcome: Outcome, of target: Association) -> String? {
        if let violation = violation(outcome, of: target) { return violation }
        let (isTouched, isDone) = (isTouched(target), now.contains(target) == wants[target])
        switch outcome {
        case .succeeded:
            return isDone || changes(of: target).last.map { !$0.actor.isClient } ?? false ? nil : "succeeded, and is not so"
        case .failed(let code, _):
            return isDone && !isTouched && before.contains(target) != wants[target] ? "\(code.rawValue), and is done" : nil
        case .notConfirmed: return isDone || !isTouched ? "not confirmed, and nobody else did it" : nil
        case .notSent(.notCovered): return nil
        case .unresolved, .notSent: return "\(outcome) in the end"
        }
    }

    /// Changes by our calls that nobody planned.
    func unplanned(_ plan: Plan) -> [SimulatorHistory.Change] {
        history.changes.filter { $0.sequence > start && $0.actor.isClient && $0.isAssociated != wants[$0.association] }
    }

    /// Projects of a move that had a configuration before the run, and of which a call of ours took the last one away, at any instant. Where
    /// another operator took one away, that one's hand is in it.
    func uncovered(by plan: Plan) -> [SimulatorHistory.Change] {
        guard plan.action == .move else { return [] }
        let resources = Set((plan.targets + plan.alreadyDone).lazy.filter { $0.change == .associate }.map(\.association.resource))
        var (counts, touched, found) = ([AssociationResource: Int](), Set<AssociationResource>(), [SimulatorHistory.Change]())
        for association in before where resources.contains(association.resource) { counts[association.resource, default: 0] += 1 }
        let covered = Set(counts.keys)
        for change in history.changes where change.sequence > start && covered.contains(change.association.resource) {
            let resource = change.association.resource
            counts[resource, default: 0] += change.isAssociated ? 1 : -1
            if !change.actor.isClient { touched.insert(resource) }
            if counts[resource] == 0, change.actor.isClient, !touched.contains(resource) { found.append(change) }
        }
        return found
    }

    /// What happened to the association, as words.
    func story(of target: Association) -> String {
        changes(of: target).map { "\($0.isAssociated ? "+" : "-")\($0.actor)" }.joined(separator: " ")
    }

    private func isTouched(_ target: Association) -> Bool { history.isTouchedByOthers(target, after: start) }

    private func changes(of target: Association) -> [SimulatorHistory.Change] {
        history.changes(of: target).filter { $0.sequence > start }
    }

    private func wasDoneByUs(_ target: Association) -> Bool {
        changes(of: target).contains { $0.isAssociated == wants[target] && $0.actor.isClient }
    }

    private func wasEverDone(_ target: Association) -> Bool {
        before.contains(target) == wants[target] || changes(of: target).contains { $0.isAssociated == wants[target] }
    }
}
