import AWSClient
import InspectorCore

/// The runs of a group as their journals have them.
struct RecordedGroup {
    let group: RunGroup
    let runs: [RecordedRun]

    /// The group that a name means; nil when it can only be a run's.
    init?(_ name: String, _ starter: RunStarter) throws(CommandFailure) {
        do throws(JournalError) {
            let store = try starter.store()
            guard let group = try store.group(named: name) else { return nil }
            self.group = group
            runs = try group.runIds.map { runId throws(JournalError) in RecordedRun(try store.open(runId)) }
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Throws when some of the runs are in progress: a group is worked on as a whole.
    func checkEnded(_ starter: RunStarter, _ verb: String) throws(CommandFailure) {
        let busy = try underWay(starter)
        guard let words = busy.inProgressWords else { return }
        throw CommandFailure(
            .other,
            "\(words) Wait until \(busy.count == 1 ? "it has" : "they have") ended, or stop \(busy.count == 1 ? "it" : "them") with ^C there; "
                + "or \(verb) the other runs of \(group.id) one by one. Nothing was sent.")
    }

    /// Throws when the journal of one of its runs cannot be trusted: a group is worked on as a whole.
    func checkTrust(_ verb: String) throws(CommandFailure) {
        for run in runs {
            let advice = "To \(verb) the others, name them one by one. Nothing was sent."
            guard let reason = run.record.distrust else { continue }
            throw CommandFailure(.other, "Group \(group.id): in the journal \(run.record.journal) \(reason). \(advice)")
        }
    }

    /// The ids of runs that some process is working on.
    func underWay(_ starter: RunStarter) throws(CommandFailure) -> [String] {
        var busy: [String] = []
        for run in runs where try starter.isUnderWay(run.record.runId) { busy.append(run.record.runId) }
        return busy
    }

    /// Some of the runs.
    init(_ group: RunGroup, _ runs: [RecordedRun]) { (self.group, self.runs) = (group, runs) }

    /// Opens the session of each run, as the options name it or else as its journal does, and runs `body` with them. With profiles given,
    /// a run belongs to the session of its account and region.
    func withSessions(
        _ shared: SharedOptions, _ body: (Fleet, [FleetResult<RecordedRun>]) async throws -> Void
    ) async throws {
        let regions = shared.region.contains(SharedOptions.everyRegion) ? [] : shared.region
        let runs = runs.filter { regions.isEmpty || regions.contains($0.record.plan.region) }
        if runs.isEmpty { throw CommandFailure(.usage, "No run of \(group.id) is in the region that is named.") }
        if shared.profile.isEmpty {
            let names = runs.map { SessionName(profile: $0.record.plan.profile, region: $0.record.plan.region) }
            return try await Fleet.with(shared, names) { fleet in
                try await body(fleet, zip(fleet.sessions, runs).map { FleetResult(session: $0, result: .success($1)) })
            }
        }
        let wanted = runs.map(\.record.plan.region).unique
        let names = shared.profile.unique.flatMap { profile in wanted.map { SessionName(profile: profile, region: $0) } }
        try await Fleet.with(shared, names) { fleet in
            let accounts = await fleet.each { session throws(CommandFailure) in try await session.account() }
            var placed: [FleetResult<RecordedRun>] = []
            for run in runs {
                let plan = run.record.plan
                let fitting = accounts.first { $0.session.region == plan.region && $0.value == plan.knownAccount }
                if let fitting {
                    placed.append(FleetResult(session: fitting.session, result: .success(run)))
                } else if let other = fleet.sessions.first(where: { $0.region == plan.region }) {
                    let reason = "run \(run.record.runId) is of account \(plan.knownAccount ?? "unknown"), and no profile given is."
                    placed.append(FleetResult(session: other, result: .failure(CommandFailure(.usage, reason))))
                }
            }
            try await body(fleet, placed)
        }
    }
}
