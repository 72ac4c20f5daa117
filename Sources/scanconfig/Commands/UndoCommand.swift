import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig undo`.
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Re-associate what a run disassociated, as a run of its own.",
        discussion: """
            Only what the run's journal says succeeded is taken back. The plan is shown first, as for disassociate.

            Examples:
              scanconfig undo RUN --dry-run
              scanconfig undo RUN --yes --output json
            """)

    @Argument(help: ArgumentHelp("The run's id, or its beginning.", valueName: "run"), completion: .run)
    var name: String

    @Flag(help: "Show the plan and send nothing.")
    var dryRun = false

    @Flag(help: "Do not ask.")
    var yes = false

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var patience: PatienceOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let record = try RecordedRun(name, RunStarter(environment: .current())).record
        let plan = record.report.undoPlan
        guard !plan.targets.isEmpty else {
            throw CommandFailure(.usage, "Run \(record.runId) changed nothing, so there is nothing to undo.")
        }
        try await CommandSession.with(shared) { session in
            try await session.check(plan)
            let plan = try await session.informed(plan)
            if dryRun { return try PlanOutput(plan: plan).showDryRun(output) }
            try await Confirmation(plan: plan, isGiven: yes).ask()
            try await RunConsole(session: session, options: patience.values()).carryOut(plan).conclude(output)
        }
    }
}
