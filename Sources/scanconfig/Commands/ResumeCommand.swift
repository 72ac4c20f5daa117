import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig resume`.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Resume a run where it stopped: verify what was in doubt, then send the rest.",
        discussion: """
            Without a run's id it takes the latest run that has something left to do. The plan is the one that was confirmed \
            when the run began; another account or region is refused.

            Examples:
              scanconfig resume
              scanconfig resume 20260131T0915 --output json
            """)

    @Argument(help: ArgumentHelp("The run's id, or its beginning.", valueName: "run"), completion: .run)
    var name: String?

    @Flag(help: "Show what is left, and send nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var patience: PatienceOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let starter = RunStarter(environment: .current(), options: try patience.values())
        let runId = try Self.runId(name, starter)
        let record = try RecordedRun(runId, starter).record
        try await CommandSession.with(shared) { session in
            try await session.check(record.plan)
            if dryRun { return try PlanOutput(plan: await session.informed(record.rest)).showDryRun(output) }
            StandardError.write(record.announcement)
            let end = try await RunConsole(session: session).follow { inspector throws(JournalError) in
                try await starter.resume(runId, inspector: inspector)
            }
            try end.conclude(output)
        }
    }

    private static func runId(_ name: String?, _ starter: RunStarter) throws(CommandFailure) -> String {
        let running: RunSummary?
        do throws(JournalError) {
            let store = try starter.store()
            if let name { return try store.runId(named: name) }
            if let latest = try store.latestResumable() { return latest.runId }
            running = try store.list().first { $0.state == .runningElsewhere }
        } catch {
            throw CommandFailure(error)
        }
        let busy = running.map { " Run \($0.runId) is still going on in another process." } ?? ""
        throw CommandFailure(.usage, "No run has anything left to do; scanconfig runs lists them.\(busy)")
    }
}

extension RunRecord {
    /// What a resumed run is about to do.
    fileprivate var announcement: String {
        let outcomes = rest.targets.count
        let inDoubt = report.counts.unresolved
        return """
            Resuming run \(runId), begun \(startedAt): \(plan.action.rawValue), \(outcomes.counted("association")) left in \
            account \(plan.account ?? "unknown"), region \(plan.region)\
            \(inDoubt == 0 ? "" : "; \(inDoubt.counted("association")) in doubt \(inDoubt == 1 ? "is" : "are") looked up first").

            """
    }
}
