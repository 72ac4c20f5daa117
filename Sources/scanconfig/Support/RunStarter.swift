import AWSClient
import InspectorCore

/// Starts runs with their journal; the demo's are in a temporary folder of their own.
struct RunStarter: Sendable {
    let environment: Environment
    var isDemo = false
    var options = RunOptions()

    /// Where journals are.
    func store() throws(JournalError) -> JournalStore {
        if isDemo { return JournalStore(folder: try DemoFolder.path(environment: environment)) }
        return JournalStore(folder: try JournalFolder.path(environment: environment))
    }

    /// Whether a process is working on the run.
    func isUnderWay(_ runId: String) throws(CommandFailure) -> Bool {
        do throws(JournalError) {
            return try store().isLocked(runId)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Carries out a plan. Nothing is sent unless its journal is durable. `warn` is told what the operator should know of its folder.
    func start(
        _ plan: Plan, inspector: Inspector, control: RunControl = RunControl(), warn: (String) -> Void
    ) async throws(JournalError) -> RunHandle {
        await inspector.expect(account: plan.knownAccount)
        let seed = Self.seed()
        let (recorder, warning) = try await store().begin(plan, seed: seed)
        if let warning { warn(warning) }
        return session(inspector, recorder).start(plan, options: options, seed: seed, control: control)
    }

    /// Takes a run up where it stopped.
    func resume(_ runId: String, inspector: Inspector, control: RunControl = RunControl()) async throws(JournalError) -> RunHandle {
        let (recorder, record) = try await store().takeUp(runId)
        await inspector.expect(account: record.plan.knownAccount)
        return session(inspector, recorder).start(
            record.plan, history: record.history, options: options, seed: Self.seed(), control: control)
    }

    /// Lists again what a run changed, and records what it finds; nothing is sent.
    func verify(
        _ runId: String, inspector: Inspector, caller: String? = nil, control: RunControl = RunControl()
    ) async throws(JournalError) -> RunHandle {
        let (journal, record) = try await store().check(runId, caller: caller)
        await inspector.expect(account: record.plan.knownAccount)
        return session(inspector, journal).start(
            record.plan, history: record.history, mode: .verify, options: options, seed: Self.seed(), control: control)
    }

    private func session(_ inspector: Inspector, _ recorder: any RunRecorder) -> RunSession {
        RunSession(service: InspectorRunService(inspector: inspector), recorder: recorder)
    }

    private static func seed() -> UInt64 {
        var random = SystemRandomNumberGenerator()
        return random.next()
    }
}
