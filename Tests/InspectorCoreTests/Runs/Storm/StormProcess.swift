import InspectorCore
import Logging
import Runtime

@testable import AWSClient

/// One process of the program: credentials of its own, held to one account, and a clock that runs faster than the world's.
struct StormProcess {
    private let inspector: Inspector
    private let gate: AccountGate
    private let clock: FastClock
    /// The calls that it sent.
    let sent: SentInvocations

    /// A process that finds the credentials in the home's file; `factor` is how fast its time goes by.
    init(_ home: StormHome, factor: Int, callLimit: Duration) {
        let logger = Logger(label: "storm") { _ in SwiftLogNoOpLogHandler() }
        let clock = FastClock(factor: factor)
        let transport = ClockStoppingTransport(transport: home.transport, clock: clock)
        sent = transport.sent
        let time = TimeSource(
            now: TimeSource.system.now, uptime: TimeSource.system.uptime, sleep: { try await Task.sleep(for: $0 / factor) })
        @Sendable func client(_ service: Service, _ credentials: any CredentialProvider, _ retry: RetryPolicy) -> ServiceClient {
            ServiceClient(
                service: service, settings: home.settings, credentials: credentials, transport: transport, retry: retry, time: time,
                logger: logger)
        }
        let chain = CredentialChain(settings: home.settings, transport: transport, time: time, logger: logger)
        let lookup = AccountLookup { credentials throws(CallError) in
            try await client(.sts, StaticCredentialProvider(credentials), RetryPolicy(maxAttempts: 2)).callerIdentity()
        }
        gate = AccountGate(
            RefreshingCredentialProvider(chain, time: time), lookup: lookup,
            time: TimeSource(now: time.now, uptime: { clock.now.offset }, sleep: time.sleep))
        inspector = Inspector(client: client(.inspector2, gate, RetryPolicy(callDeadline: callLimit)))
        self.clock = clock
    }

    /// Whether the credentials are those of the plan's account, as the commands ask before they begin: STS, else a listing.
    func mayBegin(_ plan: Plan) async -> Bool {
        if let account = await gate.learnAccount() { return account.number == plan.account }
        let page = try? await inspector.listCodeSecurityScanConfigurations(maxResults: 100)
        let accounts = page?.configurations?.compactMap { Identifiers.account(ofArn: $0.scanConfigurationArn) } ?? []
        await inspector.expect(account: plan.account)
        return accounts.first == plan.account
    }

    /// Begins a session of a run.
    func start(
        _ plan: Plan, history: RunHistory?, mode: RunMode, options: RunOptions, seed: UInt64, recorder: any RunRecorder
    ) -> RunHandle {
        RunSession(service: InspectorRunService(inspector: inspector, clock: clock), recorder: recorder, clock: clock)
            .start(plan, history: history, mode: mode, options: options, seed: seed)
    }
}
