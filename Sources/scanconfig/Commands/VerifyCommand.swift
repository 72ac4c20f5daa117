import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig verify`.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "List again what a run changed, and record what became of it.",
        discussion: """
            Nothing is sent. What a listing that lagged left open, or what took effect late, gets its outcome; the run's journal \
            keeps it with the time, and resume and undo go by it. So a journal that is damaged becomes one to build on again, as \
            long as the line with its plan is whole.

            Examples:
              scanconfig verify RUN
              scanconfig verify RUN --verify-for 0 --output json
            """)

    @Argument(help: ArgumentHelp("The run's id, or its beginning.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var patience: PatienceOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let starter = RunStarter(environment: shared.values.environment, options: try patience.values())
        let record = try RecordedRun(name, starter).record
        if let reason = record.refusesFindings {
            throw CommandFailure(.other, "Run \(record.runId) cannot be verified: in the journal \(record.journal) \(reason).")
        }
        try await CommandSession.with(shared) { session in
            try await session.check(record.plan)
            StandardError.write(
                "Verifying run \(record.runId), begun \(record.startedAt): \(record.plan.targets.count.counted("association")).\n")
            let caller = await session.caller()
            let end = try await RunConsole(session: session).follow { inspector throws(JournalError) in
                try await starter.verify(record.runId, inspector: inspector, caller: caller)
            }
            try end.conclude(output)
        }
    }
}
