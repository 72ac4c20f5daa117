import AWSClient
import InspectorCore
import OperatorUI
import Runtime
import TextSafety

extension EffectRunner {
    /// How long the terminal UI watches.
    private static let watchTime = Duration.seconds(3600)

    /// Watches a run and posts what it reports.
    func watch(_ runId: String, at key: SessionKey) {
        watch?.stop()
        let refuse = { [mailbox] (sentence: String) in
            mailbox.post(.watchRefused(runId: runId, Problem(context: "Watching run \(runId)", sentence: sentence)))
        }
        guard let session = session(key) else { return refuse("There is no connection: r connects.") }
        let inspector = Inspector(client: session.client(for: .inspector2))
        Task { [mailbox, connector] in
            do throws(JournalError) {
                let run = try await Self.watchedRun(runId, connector.starter, inspector)
                await inspector.expect(account: run.record.plan.knownAccount)
                let handle = WatchSession(service: InspectorRunService(inspector: inspector), surroundings: run).start(
                    Watch(run.record), for: Self.watchTime)
                watch = handle
                for await event in handle.events { mailbox.post(.watchReported(runId: runId, event)) }
            } catch {
                refuse(error.sentence)
            }
        }
    }

    @DiskActor private static func watchedRun(
        _ runId: String, _ starter: RunStarter, _ inspector: Inspector
    ) throws(JournalError) -> WatchedRun {
        try WatchedRun(runId, in: try starter.store(), inspector: inspector)
    }
}
