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
            this way, as long as the line with its plan is intact.
            """)

    @Argument(help: ArgumentHelp("The run's id, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var verification: VerificationOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func run() async throws {
        let starter = RunStarter(environment: shared.values.environment, options: try verification.values())
        let record = try RecordedRun(name, starter).record
        if let reason = record.refusesFindings {
            throw CommandFailure(.other, "Run \(record.runId) cannot be verified: in the journal \(record.journal) \(reason).")
        }
        try await CommandSession.with(shared) { session in
            try await session.check(record.plan)
            StandardError.write(
                "Verifying run \(record.runId), begun \(record.startedAt): \(record.plan.targets.count.counted("association")).\n")
            let caller = await session.caller()
            let end = try await RunConsole(session: session, verifiesOnly: true).follow { inspector throws(JournalError) in
                try await starter.verify(record.runId, inspector: inspector, caller: caller)
            }
            try end.conclude(output)
        }
    }
}
