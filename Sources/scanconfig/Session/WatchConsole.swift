import InspectorCore
import TextSafety

/// Follows a watch on the command line: says on standard error what it finds, and ends it at a signal.
struct WatchConsole {
    let session: CommandSession
    let runId: String
    let output: OutputFormat
    let table: TableOptions

    /// Watches, writes what was found, and throws the exit status.
    func follow(_ run: WatchedRun, for time: Duration) async throws {
        let signals = Interruption.signals()
        await session.inspector.expect(account: run.record.plan.knownAccount)
        let watch = Watch(run.record)
        let handle = WatchSession(service: InspectorRunService(inspector: session.inspector), surroundings: run).start(watch, for: time)
        let interruption = Task { () -> Int32? in
            for await signal in signals {
                handle.stop()
                return signal
            }
            return nil
        }
        let report = await told(handle, watch.plan)
        interruption.cancel()
        guard let report else { throw CommandFailure(.other, "The watch ended without a report.") }
        try StandardOutput.write(table.marked(WatchOutput(report: report, runId: runId).text(output)))
        StandardError.write("\(report.sentence.terminalSafe)\n")
        if let signal = await interruption.value { throw ExitStatus(signal: signal) }
        if !report.isAsWanted, report.watched > 0 { throw ExitStatus.partial }
    }

    private func told(_ handle: WatchHandle, _ plan: Plan) async -> WatchReport? {
        var line = ProgressLine(session.progressStyle)
        var problem: String?
        for await event in handle.events {
            if let status = event.status { line.show("\(status.terminalSafe) (^C ends)", phase: "Watching.") }
            switch event {
            case .listing: break
            case .waiting(_, _, _, let new):
                if let new, new != problem { say(["A listing failed and is tried again: \(new)"], &line) }
                problem = new
            case .found(let findings): say(plan.sentences(about: findings), &line)
            case .notRecorded(let reason): say(["The journal does not have this yet: \(reason)"], &line)
            case .finished(let report):
                line.end()
                return report
            }
        }
        return nil
    }

    private func say(_ sentences: [String], _ line: inout ProgressLine) {
        line.end()
        for sentence in sentences { StandardError.write("scanconfig: \(sentence.terminalSafe)\n") }
    }
}
