import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig undo`: a run that associates again what another one disassociated.
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Undo a run: restore what it changed.",
        discussion: """
            Examples:
              scanconfig undo --dry-run
              scanconfig undo RUN --dry-run
              scanconfig undo RUN --yes --output json

            An undo is a run of its own. It associates what the journal records as disassociated, and disassociates what the run itself \
            associated; what is already as it was is left alone. The undo of a move associates first, so that no project is left uncovered. \
            The plan is shown first, as for disassociate. Without a run ID, it undoes the latest run of this account and \
            region that is not itself an undo. The run must not be in progress; no other process can change it meanwhile. \
            A group's ID (G...) stands for all runs that began together in several accounts and regions.
            """)

    @Argument(help: ArgumentHelp("The run's ID, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String?

    @OptionGroup var coverage: CoverageOptions

    @OptionGroup var options: PlanOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func run() async throws {
        try shared.checkSending(isDryRun: options.dryRun)
        try options.check()
        let starter = RunStarter(environment: shared.values.environment)
        if let group = try name.flatMap({ name throws(CommandFailure) in try RecordedGroup(name, starter) }) {
            return try await undo(group, starter)
        }
        if name == nil, shared.isFleet { throw SharedOptions.bareName }
        let named = try name.map { name throws(CommandFailure) in try RecordedRun(name, starter) }
        if let named {
            _ = try Self.plan(named, starter)
            return try await CommandSession.with(shared, of: named.record) { session in try await undo(named, session, starter) }
        }
        try await CommandSession.with(shared) { session in
            try await undo(try await Self.newest(session, starter), session, starter)
        }
    }

    /// Undoes the runs of a group side by side, as another group.
    private func undo(_ group: RecordedGroup, _ starter: RunStarter) async throws {
        if let gap = group.group.gap { throw CommandFailure(.other, "\(gap) Undo its runs one by one. Nothing was sent.") }
        try group.checkEnded(starter, "undo")
        try group.checkTrust("undo")
        try await group.withSessions(shared) { fleet, runs in
            let drafts = await fleet.mapped(runs) { session, run throws(CommandFailure) in
                let plan = try Self.plan(run, starter)
                session.seat?.board.write(run.record.undoAnnouncement)
                try await session.check(plan)
                return try await session.pending(plan, unconfirmed: run.record.unconfirmed)
            }
            try await options.carryOut(drafts, in: fleet) { _ in coverage.choice }
        }
    }

    private func undo(_ run: RecordedRun, _ session: CommandSession, _ starter: RunStarter) async throws {
        let plan = try Self.plan(run, starter)
        try await session.check(plan)
        let draft = try await session.pending(plan, unconfirmed: run.record.unconfirmed)
        try await options.carryOut(draft, coverage.choice, session, announcement: run.record.undoAnnouncement)
    }

    /// The plan that undoes a run. Throws when the run is under way, its journal is damaged, or it changed nothing.
    private static func plan(_ run: RecordedRun, _ starter: RunStarter) throws(CommandFailure) -> Plan {
        let record = run.record
        if try starter.isUnderWay(record.runId) { throw CommandFailure(JournalError.locked(path: record.journal)) }
        try run.checkTrust("Run \(record.runId) cannot be undone")
        let plan = record.report.undoPlan
        guard !plan.targets.isEmpty else {
            throw CommandFailure(.usage, UndoWords.nothingToUndo(record.report, record.runId))
        }
        return plan
    }

    /// The newest run of the session's account and region. Throws when there is none, or it has been undone already.
    private static func newest(_ session: CommandSession, _ starter: RunStarter) async throws(CommandFailure) -> RecordedRun {
        let newest = try await NewestRun(session, starter) { store, account, region throws(JournalError) in
            try store.newestToUndo(account: account, region: region)
        }
        if let run = newest.unreadable ?? newest.busy {
            throw CommandFailure(.usage, "The newest run may be \(run.runId), which is \(run.state.words). Name the run you mean.")
        }
        guard let run = newest.run else {
            throw CommandFailure(.usage, "There is no run of this account and region to undo; scanconfig runs lists them.")
        }
        if let undo = run.undoneBy {
            throw CommandFailure(.usage, "\(UndoWords.newestIsUndone(run.runId, by: undo, part: run.undonePart)) Name the run you mean.")
        }
        return try RecordedRun(run.runId, starter)
    }
}

extension RunRecord {
    /// Which run is undone, and whether it was undone before.
    fileprivate var undoAnnouncement: String {
        let remarks = UndoWords.remarks(undoes: plan.undoes, undoneBy: undoneBy, part: undonePart)
        return "Undoing run \(runId), begun \(startedAt.moment).\(remarks)\n" + (openFailureWords.map { "! \($0)\n" } ?? "")
    }
}
