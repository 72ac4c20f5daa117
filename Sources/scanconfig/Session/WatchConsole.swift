import InspectorCore
import TextSafety

/// Follows a watch on the command line: says on standard error what it finds.
struct WatchConsole: Sendable {
    let session: CommandSession
    let desk: WatchDesk

    /// Watches, and says how that ended.
    func follow(_ run: WatchedRun, for time: Duration) async throws(CommandFailure) -> WatchReport {
        await session.inspector.expect(account: run.record.plan.knownAccount)
        let watch = Watch(run.record)
        let handle = WatchSession(service: InspectorRunService(inspector: session.inspector), surroundings: run).start(watch, for: time)
        desk.take(handle)
        guard let report = await told(handle, watch.plan) else { throw CommandFailure(.other, "The watch ended without a report.") }
        session.write("\(name)\(report.sentence.terminalSafe)\n")
        return report
    }

    /// The session's name before a sentence, where there are several.
    private var name: String { session.seat.map { "\($0.name): " } ?? "" }

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
        for sentence in sentences { session.say(sentence.terminalSafe) }
    }
}
