import AWSClient
import InspectorCore

/// Starts runs with their journal.
struct RunStarter: Sendable {
    let environment: Environment

    func start(_ plan: Plan, inspector: Inspector) throws(JournalError) -> RunHandle {
        let recorder = MemoryJournal(runId: "run")
        var random = SystemRandomNumberGenerator()
        return Runner(service: InspectorRunService(inspector: inspector), recorder: recorder).start(plan, seed: random.next())
    }
}
