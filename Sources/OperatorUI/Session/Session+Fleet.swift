import InspectorCore

/// What is asked of several sessions together.
extension Session {
    /// Whether some run in progress waits for the operator.
    var hasWaitingRun: Bool { !waitingSessions.isEmpty }

    /// The sessions whose runs wait for the operator.
    var waitingSessions: [SessionKey] { runs.filter { !$0.isOver && $0.run.isPaused }.map(\.run.session) }

    /// The session that a sign-in is for: one whose run waits for it, the one that is looked at, or one that cannot list without it.
    var sessionToSignIn: SessionKey {
        waitingSessions.first ?? shown ?? seats.first { state(of: $0.key).asksToSignIn }?.key ?? 0
    }

    /// The run in progress that has this id.
    func liveRun(named runId: String) -> LiveRun? { runs.first { !$0.isOver && $0.run.runId == runId }?.run }

    /// Why another profile or region cannot be chosen.
    var switchingRefusal: String? {
        isFleet ? "These sessions were named at the start: leave, and start with other --profile and --region." : nil
    }

    /// The group of the newest run of this program, where others began with it.
    var lastGroup: String? {
        guard let group = finishedRuns.last?.report.plan.group else { return nil }
        return finishedRuns.count { $0.report.plan.group == group } > 1 ? group : nil
    }

    /// A configuration's name; where several sessions are looked at together, with the session's before it.
    func title(of number: ConfigurationNumber) -> String {
        let entry = account.inventory.entries[Int(number)]
        return shown == nil ? "\(self[entry.origin].name): \(entry.configuration.name)" : entry.configuration.name
    }

    /// The identity of an association of a plan.
    func id(of association: Association, in plan: Plan) -> AssociationID? {
        account.inventory.id(of: association, in: key(for: plan) ?? 0)
    }
}
