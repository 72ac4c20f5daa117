extension JournalStore {
    /// What the later runs in this folder did to the targets of `record`: the last of several counts. A journal that cannot be read
    /// tells nothing, and one that cannot be believed leaves it open.
    func laterChanges(to record: RunRecord) throws(JournalError) -> [Int: LaterChange] {
        let laterRuns = try runIds().filter { $0 > record.runId }
        guard !laterRuns.isEmpty else { return [:] }
        let places = Dictionary(zip(record.plan.targets.map(\.association), record.plan.targets.indices)) { first, _ in first }
        var changes: [Int: LaterChange] = [:]
        for runId in laterRuns {
            guard let later = try? open(runId) else { continue }
            for (target, outcome) in zip(later.plan.targets, later.report.outcomes) {
                guard let place = places[target.association], let kind = later.change(outcome, to: record) else { continue }
                changes[place] = LaterChange(kind, by: runId)
            }
        }
        return changes
    }
}

extension RunRecord {
    /// What this run, with `outcome` for a target, did to the same target of an `earlier` one; nothing where it changed nothing.
    fileprivate func change(_ outcome: Outcome, to earlier: RunRecord) -> LaterChange.Kind? {
        let isOpposite = plan.action != earlier.plan.action
        switch outcome {
        case .succeeded, .notConfirmed:
            guard distrust == nil else { return isOpposite ? .perhapsChangedBack : nil }
            guard isOpposite else { return .repeated }
            return plan.undoes == earlier.runId ? .undone : .changedBack
        case .unresolved: return isOpposite ? .perhapsChangedBack : nil
        case .failed, .notSent: return nil
        }
    }
}
