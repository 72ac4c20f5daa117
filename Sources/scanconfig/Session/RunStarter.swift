import AWSClient
import InspectorCore
import Runtime

/// Starts runs with their journals; the demo has a temporary state folder for them.
struct RunStarter: Sendable {
    let environment: Environment
    var isDemo = false
    var options = RunOptions()

    /// The store of the journals; the demo has its own.
    func store() throws(JournalError) -> JournalStore {
        if isDemo {
            let folder = try DemoFolder.path(environment: environment)
            return JournalStore(folder: folder + "/runs", option: Self.option(folder))
        }
        return JournalStore(folder: try JournalFolder.path(environment: environment), option: stateDirOption)
    }

    /// The option `--state-dir` with a space before it, if this command was given one; for sentences that suggest a command.
    var stateDirOption: String {
        guard let folder = environment[JournalFolder.variable], folder != Environment.current[JournalFolder.variable] else {
            return ""
        }
        return Self.option(folder)
    }

    private static func option(_ folder: String) -> String { " --state-dir '\(folder.replacing("'", with: #"'\''"#))'" }

    /// How the demo's runs are shown later; nothing where it made none, or is no demo.
    var demoFarewell: String {
        guard isDemo, let store = try? store(), let runs = try? store.runIds(), !runs.isEmpty else { return "" }
        return "The demo's runs stay until you remove them. To list them: scanconfig runs\(store.option)\n"
    }

    /// Whether some process holds the lock of the run's journal.
    func isUnderWay(_ runId: String) throws(CommandFailure) -> Bool {
        do throws(JournalError) {
            return try store().isLocked(runId)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Carries out a plan, after its journal is on disk. `warn` receives what the operator should know about the folder.
    func start(
        _ plan: Plan, inspector: Inspector, control: RunControl = RunControl(), warn: (String) -> Void
    ) async throws(JournalError) -> RunHandle {
        await inspector.expect(account: plan.knownAccount)
        let seed = Self.seed()
        let (recorder, warning) = try await store().begin(plan, seed: seed)
        if let warning { warn(warning) }
        return session(inspector, recorder).start(plan, options: options, seed: seed, control: control)
    }

    /// Resumes a run where it stopped.
    func resume(_ runId: String, inspector: Inspector, control: RunControl = RunControl()) async throws(JournalError) -> RunHandle {
        let (recorder, record) = try await store().takeUp(runId)
        await inspector.expect(account: record.plan.knownAccount)
        return session(inspector, recorder).start(
            record.plan, history: record.history, options: options, seed: Self.seed(), control: control)
    }

    /// Lists again what a run changed, and records the outcomes; the account is not changed.
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

/// The folder of the demo's journals: temporary, for its owner only, created under a random name that no other process can have prepared.
enum DemoFolder {
    private static let made = Locked<String?>(nil)

    /// The folder's path, the same whenever this process asks for it.
    static func path(environment: Environment) throws(JournalError) -> String {
        try made.withLock { made throws(JournalError) in
            if let made { return made }
            let path = try make(in: environment["TMPDIR"] ?? "/tmp")
            made = path
            return path
        }
    }

    private static func make(in parent: String) throws(JournalError) -> String {
        do throws(LocalFile.Problem) {
            return try LocalFile.makeTemporaryFolder(in: parent, prefix: "scanconfig-demo-")
        } catch {
            throw .folder(path: parent, reason: error.phrase)
        }
    }
}
