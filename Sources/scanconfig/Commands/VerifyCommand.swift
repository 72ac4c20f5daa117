import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig verify`: listings that settle what a run left open.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "List again what a run changed, and record what became of it.",
        discussion: """
            Examples:
              scanconfig verify RUN
              scanconfig verify RUN --verify-for 0 --output json

            The account is not changed. Associations that were left open, because a listing lagged or a call took effect late, get their \
            outcome. The run's journal records it with the time, and resume and undo rely on it. A damaged journal becomes usable again \
            this way, as long as the line with its plan is intact. A group's ID (G...) stands for all runs that began together in several \
            accounts and regions. Without --profile and --region, those of the journal are used.
            """)

    @Argument(help: ArgumentHelp("The run's ID, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup var verification: VerificationOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws { try table.check(isTable: output == .csv) }

    func run() async throws {
        let starter = RunStarter(environment: shared.values.environment, options: try verification.values())
        if let group = try RecordedGroup(name, starter) { return try await verify(group, starter) }
        let run = try RecordedRun(name, starter)
        try Self.check(run)
        try await CommandSession.with(shared, of: run.record) { session in
            try await Self.verify(run, RunConsole(session: session, verifiesOnly: true), starter).conclude(output, table)
        }
    }

    /// Verifies the runs of a group side by side, each in its session.
    private func verify(_ group: RecordedGroup, _ starter: RunStarter) async throws {
        try group.checkEnded(starter, "verify")
        try await group.withSessions(shared) { fleet, runs in
            let end = await fleet.runs(of: group.group.id, runs, options: starter.options) { console, run throws(CommandFailure) in
                try Self.check(run)
                var console = console
                console.verifiesOnly = true
                return try await Self.verify(run, console, starter)
            }
            try end.conclude(output, table)
        }
        if let gap = group.group.gap { throw CommandFailure(.other, gap) }
    }

    private static func verify(_ run: RecordedRun, _ console: RunConsole, _ starter: RunStarter) async throws(CommandFailure) -> RunEnd {
        let (record, session) = (run.record, console.session)
        try await session.check(record.plan)
        let count = record.plan.targets.count.counted("association")
        session.write("Verifying run \(record.runId), begun \(record.startedAt.moment): \(count).\n")
        let caller = await session.caller()
        return try await console.follow { inspector throws(JournalError) in
            try await starter.verify(record.runId, inspector: inspector, caller: caller)
        }
    }

    /// Throws when nothing can be added to the run's journal.
    private static func check(_ run: RecordedRun) throws(CommandFailure) {
        guard let reason = run.record.refusesFindings else { return }
        throw CommandFailure(.other, "Run \(run.record.runId) cannot be verified: in the journal \(run.record.journal) \(reason).")
    }
}
