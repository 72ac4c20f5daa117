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
            not be listed at the end. A group's ID (G...) stands for all runs that began together in several accounts and regions. Without \
            --profile and --region, those of the journal are used.
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
        if let group = try RecordedGroup(name, starter) { return try await watch(group, starter) }
        let run = try RecordedRun(name, starter)
        try Self.check(run, starter)
        try await CommandSession.with(shared, of: run.record) { session in
            let desk = WatchDesk()
            let report = try await watch(run, WatchConsole(session: session, desk: desk), starter)
            try StandardOutput.write(table.marked(WatchOutput(report: report, runId: run.record.runId).text(output)))
            if let signal = await desk.end() { throw ExitStatus(signal: signal) }
            if report.hasFound { throw ExitStatus.partial }
        }
    }

    /// Watches the runs of a group side by side, each in its session.
    private func watch(_ group: RecordedGroup, _ starter: RunStarter) async throws {
        try group.checkEnded(starter, "watch")
        try await group.withSessions(shared) { fleet, runs in
            let desk = WatchDesk()
            let reports = await fleet.mapped(runs) { session, run throws(CommandFailure) in
                try Self.check(run, starter)
                return (run.record.runId, try await watch(run, WatchConsole(session: session, desk: desk), starter))
            }
            let found = FleetWatchOutput(group: group.group, sessions: fleet.told(reports).map(\.entry))
            try StandardOutput.write(table.marked(found.text(output)))
            if let gap = group.group.gap { StandardError.write("scanconfig: \(gap)\n") }
            if let signal = await desk.end() { throw ExitStatus(signal: signal) }
            try reports.checkFailures()
            if reports.contains(where: { $0.value?.1.hasFound ?? false }) { throw ExitStatus.partial }
        }
        if group.group.gap != nil { throw CommandFailure(.other, nil) }
    }

    private func watch(
        _ run: RecordedRun, _ console: WatchConsole, _ starter: RunStarter
    ) async throws(CommandFailure) -> WatchReport {
        try await console.session.check(run.record.plan)
        let watched = try starter.watched(run.record.runId, inspector: console.session.inspector)
        console.session.write("Watching run \(run.record.runId), begun \(run.record.startedAt.moment).\n")
        return try await console.follow(watched, for: time.duration)
    }

    /// Throws when the run's journal cannot be trusted, or does not tell its end yet.
    private static func check(_ run: RecordedRun, _ starter: RunStarter) throws(CommandFailure) {
        try run.checkTrust("Run \(run.record.runId) cannot be watched")
        if try starter.isUnderWay(run.record.runId) {
            throw CommandFailure(.other, "Another process is working on run \(run.record.runId): watch it when that has ended.")
        }
    }
}

extension WatchReport {
    /// Whether something is not as the run made it, or could not be told.
    fileprivate var hasFound: Bool { !isAsWanted && watched > 0 }
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
