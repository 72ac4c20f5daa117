import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig undo`.
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Re-associate what a run disassociated, as a run of its own.",
        discussion: """
            Only what the run's journal says was done is taken back, and what is associated already stays as it is. The plan is shown \
            first, as for disassociate. Without a run's id it takes the latest run of this account and region that is not itself an \
            undo. The run that is taken back must not be under way, and nobody else can work on it meanwhile.

            Examples:
              scanconfig undo --dry-run
              scanconfig undo RUN --dry-run
              scanconfig undo RUN --yes --output json
            """)

    @Argument(help: ArgumentHelp("The run's id, or its beginning.", valueName: "run"), completion: .run)
    var name: String?

    @Flag(help: "Show the plan and send nothing.")
    var dryRun = false

    @Flag(help: "Do not ask.")
    var yes = false

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var patience: PatienceOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let starter = RunStarter(environment: shared.values.environment)
        let named = try name.map { name throws(CommandFailure) in try RecordedRun(name, starter) }
        if let named { _ = try Self.plan(named, starter) }
        try await CommandSession.with(shared) { session in
            if let named { return try await undo(named, session, starter) }
            try await undo(try await Self.newest(session, starter), session, starter)
        }
    }

    private func undo(_ run: RecordedRun, _ session: CommandSession, _ starter: RunStarter) async throws {
        var plan = try Self.plan(run, starter)
        try await session.check(plan)
        plan = try await session.pending(plan, unconfirmed: run.record.unconfirmed)
        if dryRun { return try PlanOutput(plan: plan).showDryRun(output) }
        if plan.needsNothing { return try NothingToSend(plan: plan).show(output) }
        StandardError.write(run.record.undoAnnouncement)
        try await Confirmation(plan: plan, isGiven: yes).ask()
        try await RunConsole(session: session, options: patience.values()).carryOut(plan).conclude(output)
    }

    /// The way back from a run, unless it is under way, cannot be believed, or changed nothing.
    private static func plan(_ run: RecordedRun, _ starter: RunStarter) throws(CommandFailure) -> Plan {
        let record = run.record
        if try starter.isUnderWay(record.runId) { throw CommandFailure(JournalError.locked(path: record.journal)) }
        try run.checkTrust("Run \(record.runId) cannot be taken back")
        let plan = record.report.undoPlan
        guard !plan.targets.isEmpty else {
            throw CommandFailure(.usage, "Run \(record.runId) changed nothing, so there is nothing to undo.")
        }
        return plan
    }

    /// The newest run of the session's account and region, unless it was taken back already.
    private static func newest(_ session: CommandSession, _ starter: RunStarter) async throws(CommandFailure) -> RecordedRun {
        let newest = try await NewestRun(session, starter) { store, account, region throws(JournalError) in
            try store.newestToUndo(account: account, region: region)
        }
        if let run = newest.unreadable ?? newest.busy {
            throw CommandFailure(.usage, "The newest run may be \(run.runId), which is \(run.state.words). Name the run you mean.")
        }
        guard let run = newest.run else {
            throw CommandFailure(.usage, "There is no run of this account and region to take back; scanconfig runs lists them.")
        }
        if let undo = run.undoneBy {
            throw CommandFailure(.usage, "The newest run, \(run.runId), was taken back already, by run \(undo). Name the run you mean.")
        }
        return try RecordedRun(run.runId, starter)
    }
}

extension RunRecord {
    /// Which run is taken back, and whether that happened before.
    fileprivate var undoAnnouncement: String {
        let before = undoneBy.map { " It was taken back before, by run \($0)." } ?? ""
        return "Taking back run \(runId), begun \(startedAt).\(before)\n"
    }
}
