import AWSClient
import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig resume`: what a run left undone or in doubt.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Resume a run: check what is in doubt, then send the rest.",
        discussion: """
            Examples:
              scanconfig resume
              scanconfig resume 20260131T0915 --output json

            Without a run ID, it resumes the latest run of this account and region that has something left to do. The plan is the one \
            that was confirmed when the run began, so you are not asked again; another account or region is refused. If the run has \
            been undone since, you are asked first. A group's ID (G...) stands for all runs that began together in several accounts and \
            regions; of these, one that has been undone needs --yes.
            """)

    @Argument(help: ArgumentHelp("The run's ID, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String?

    @Flag(help: "Show what is left to do, but send nothing.")
    var dryRun = false

    @Flag(help: "Do not ask before resuming a run that has been undone.")
    var yes = false

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup var waiting: WaitingOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws { try table.check(isTable: output == .csv) }

    func run() async throws {
        try shared.checkSending(isDryRun: dryRun)
        let starter = RunStarter(environment: shared.values.environment, options: try waiting.values())
        if let group = try name.flatMap({ name throws(CommandFailure) in try RecordedGroup(name, starter) }) {
            return try await resume(group, starter)
        }
        if name == nil, shared.isFleet { throw SharedOptions.bareName }
        let named = try name.map { name throws(CommandFailure) in try RecordedRun(name, starter) }
        if let named {
            if Self.hasNothingLeft(named) { return }
            return try await CommandSession.with(shared, of: named.record) { session in try await resume(named, session, starter) }
        }
        try await CommandSession.with(shared) { session in
            if let newest = try await Self.newest(session, starter) { try await resume(newest, session, starter) }
        }
    }

    private func resume(_ run: RecordedRun, _ session: CommandSession, _ starter: RunStarter) async throws {
        let record = run.record
        try await check(run, session)
        try await UndoneRunQuestion(record: record, isAnswered: yes || dryRun).ask()
        if dryRun { return try PlanOutput(await session.informed(record.rest)).showDryRun(output, table) }
        StandardError.write(record.announcement)
        let end = try await RunConsole(session: session, options: starter.options).follow { inspector throws(JournalError) in
            try await starter.resume(record.runId, inspector: inspector)
        }
        try end.conclude(output, table)
    }

    /// Resumes the runs of a group that have something left, side by side.
    private func resume(_ group: RecordedGroup, _ starter: RunStarter) async throws {
        if let gap = group.group.gap { throw CommandFailure(.other, "\(gap) Resume its runs one by one. Nothing was sent.") }
        try group.checkEnded(starter, "resume")
        try group.checkTrust("resume")
        let open = group.runs.filter { !Self.hasNothingLeft($0) }
        if open.isEmpty { return }
        try await RecordedGroup(group.group, open).withSessions(shared) { fleet, runs in
            if dryRun {
                let rest = await fleet.mapped(runs) { session, run throws(CommandFailure) in
                    try await checkInGroup(run, session)
                    return try await session.informed(run.record.rest)
                }
                try StandardOutput.write(table.marked(FleetPlanOutput(sessions: fleet.told(rest).map(\.entry)).text(output)))
                StandardError.write("Dry run: nothing was sent.\n")
                return try rest.checkFailures()
            }
            let end = await fleet.runs(of: group.group.id, runs, options: starter.options) { console, run throws(CommandFailure) in
                try await checkInGroup(run, console.session)
                console.session.seat?.board.write(run.record.announcement)
                return try await console.follow { inspector throws(JournalError) in
                    try await starter.resume(run.record.runId, inspector: inspector)
                }
            }
            try end.conclude(output, table)
        }
    }

    /// Throws when the run may not be resumed in the session.
    private func check(_ run: RecordedRun, _ session: CommandSession) async throws(CommandFailure) {
        try run.checkTrust("Run \(run.record.runId) cannot be resumed")
        try await session.check(run.record.plan)
        if let approval = run.record.plan.approval, let reason = approval.resumeRefusal(of: await session.caller()) {
            throw CommandFailure(.usage, "\(reason) Nothing was sent.")
        }
    }

    /// The same for a run of a group, which is refused too when it was undone and that is not confirmed.
    private func checkInGroup(_ run: RecordedRun, _ session: CommandSession) async throws(CommandFailure) {
        try await check(run, session)
        guard let undo = run.record.undoneBy, !yes, !dryRun else { return }
        throw CommandFailure(.usage, "Run \(run.record.runId) was undone by run \(undo). Give --yes to resume it anyway.")
    }

    /// Whether the run has nothing left to do; says so if it has not.
    private static func hasNothingLeft(_ run: RecordedRun) -> Bool {
        guard run.record.distrust == nil, run.record.hasNothingLeft else { return false }
        let report = run.record.report
        let heldBack = report.heldBackWords.map { " \($0.terminalSafe)" } ?? ""
        StandardError.write("Run \(report.runId) has nothing left to do: \(report.sentence)\(heldBack)\n")
        return true
    }

    /// The newest run of the session's account and region that has something left to do; says so if there is none.
    private static func newest(_ session: CommandSession, _ starter: RunStarter) async throws -> RecordedRun? {
        let newest = try await NewestRun(session, starter) { store, account, region throws(JournalError) in
            try store.newestToResume(account: account, region: region)
        }
        if let run = newest.run { return try RecordedRun(run.runId, starter) }
        if let busy = newest.busy {
            throw CommandFailure(.other, "Another process is working on run \(busy.runId), and no other has anything left to do.")
        }
        let others = newest.elsewhere == 0 ? "" : " \(newest.elsewhere.counted("run")) of other accounts or regions: name the one you mean."
        StandardError.write("No run of this account and region has anything left to do; scanconfig runs lists them.\(others)\n")
        return nil
    }
}

extension RunRecord {
    /// What the resumed run is about to do, and in which account and region.
    fileprivate var announcement: String {
        let outcomes = rest.targets.count
        let inDoubt = report.counts.unresolved
        let warning = plan.knownAccount == nil ? "! \(PlanWarning.accountUnknown.sentence)\n" : ""
        return """
            Resuming run \(runId), begun \(startedAt.moment): \(plan.action.rawValue), \(outcomes.counted("association")) left in \
            account \(plan.knownAccount ?? "unknown"), region \(plan.region)\
            \(inDoubt == 0 ? "" : "; \(inDoubt.counted("association")) in doubt \(inDoubt == 1 ? "is" : "are") listed first").

            """ + warning
    }
}
