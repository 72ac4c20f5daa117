import AWSClient
import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig watch`: listings for a while, which tell what became of a run's changes.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "List again, for a while, what a run changed, and say what is changed back.",
        discussion: """
            Examples:
              scanconfig watch RUN
              scanconfig watch RUN --for 30m --output json

            A default configuration (scope ALL) may associate a project again that was disassociated from it. This lists the \
            configurations of the run at once, again after 15 seconds, then at pauses that grow to 5 minutes, and once more at the end. \
            What is changed back is said at once and added to the run's journal. The account is not changed, and other commands may work \
            on the run meanwhile. The exit status is 1 if something was changed back, was never seen as the run reported it, or could \
            not be listed at the end.
            """)

    @Argument(help: ArgumentHelp("The run's ID, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Option(name: .customLong("for"), help: ArgumentHelp("Watch for this long: 90s, 30m, 1h, 1h30m, up to 7d.", valueName: "time"))
    var time = WatchTime(.seconds(3600))

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws { try table.check(isTable: output == .csv) }

    func run() async throws {
        let starter = RunStarter(environment: shared.values.environment)
        let run = try RecordedRun(name, starter)
        try run.checkTrust("Run \(run.record.runId) cannot be watched")
        if try starter.isUnderWay(run.record.runId) {
            throw CommandFailure(.other, "Another process is working on run \(run.record.runId): watch it when that has ended.")
        }
        try await CommandSession.with(shared) { session in
            try await session.check(run.record.plan)
            let watched = try starter.watched(run.record.runId, inspector: session.inspector)
            StandardError.write("Watching run \(run.record.runId), begun \(run.record.startedAt).\n")
            try await WatchConsole(session: session, runId: run.record.runId, output: output, table: table).follow(
                watched, for: time.duration)
        }
    }
}

extension RunStarter {
    /// The run of this id, to be watched.
    func watched(_ runId: String, inspector: Inspector) throws(CommandFailure) -> WatchedRun {
        do throws(JournalError) {
            return try WatchedRun(runId, in: try store(), inspector: inspector)
        } catch {
            throw CommandFailure(error)
        }
    }
}
