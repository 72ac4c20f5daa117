import AWSClient
import InspectorCore
import Logging
import Runtime

/// One process of the program: credentials of its own, and a clock that runs faster than the world's.
struct StormProcess {
    let inspector: Inspector
    let clock: FastClock

    /// A process that finds the credentials in the home's file; `factor` is how fast its time goes by.
    init(_ home: StormHome, factor: Int, callLimit: Duration) {
        clock = FastClock(factor: factor)
        let transport = ClockStoppingTransport(transport: home.transport, clock: clock)
        let logger = Logger(label: "storm") { _ in SwiftLogNoOpLogHandler() }
        let time = TimeSource(
            now: TimeSource.system.now, uptime: TimeSource.system.uptime, sleep: { try await Task.sleep(for: $0 / factor) })
        let chain = CredentialChain(settings: home.settings, transport: transport, time: time, logger: logger)
        let client = ServiceClient(
            service: .inspector2, settings: home.settings, credentials: RefreshingCredentials(chain, time: time),
            transport: transport, retry: RetryPolicy(callDeadline: callLimit), time: time, logger: logger)
        inspector = Inspector(client: client)
    }

    /// Begins a session of a run.
    func start(
        _ plan: Plan, history: RunHistory? = nil, mode: RunMode = .carryOut, patience: Duration, seed: UInt64, recorder: any RunRecorder
    ) -> RunHandle {
        Runner(service: InspectorRunService(inspector: inspector, clock: clock), recorder: recorder, clock: clock)
            .start(plan, history: history, mode: mode, options: RunOptions(verifyFor: patience), seed: seed)
    }
}
