import InspectorCore

/// The run of a session, until those that began with it have ended too.
struct SessionRun: Hashable, Sendable {
    /// The run.
    var run: LiveRun
    /// How it ended; nil while it is in progress.
    var report: RunReport?
    /// Why it could not start.
    var refusal: Problem?

    /// Whether nothing of it is to come.
    var isOver: Bool { report != nil || refusal != nil }
}

extension Session {
    /// The runs in progress as one; nil when there is none.
    var run: LiveRun? { runs.count > 1 ? LiveRun(joining: runs) : runs.first?.run }

    /// The run in progress in a session; nil when there is none.
    func liveRun(in key: SessionKey) -> LiveRun? { runs.first { $0.run.session == key && !$0.isOver }?.run }

    /// The id of the group that the runs in progress began with; nil for one alone.
    var runGroup: String? { runs.count > 1 ? runs.first?.run.plan.group : nil }

    /// Changes the run in progress of a session.
    mutating func updateRun(in key: SessionKey, _ change: (inout SessionRun) -> Void) {
        guard let place = runs.firstIndex(where: { $0.run.session == key && !$0.isOver }) else { return }
        change(&runs[place])
    }
}

extension LiveRun {
    /// Several runs as one, with the numbers of all. What it is doing is what the busiest of them does.
    init(joining runs: [SessionRun]) {
        self = runs[0].run
        let live = runs.filter { !$0.isOver }
        let phases = live.map(\.run.phase)
        count = runs.reduce(0) { $0 + $1.run.count }
        progress = RunProgress(joining: runs.map(\.run.progress))
        recentFailures = RecentFailures()
        (runId, journal, stage) = (nil, nil, nil)
        phase =
            phases.first { $0 == .stopping } ?? phases.first { $0 == .sending }
            ?? phases.first { if case .verifying = $0 { true } else { false } } ?? phases.first ?? .sending
    }
}
