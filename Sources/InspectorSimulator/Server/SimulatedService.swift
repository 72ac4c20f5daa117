import AWSClient
package import FoundationEssentials
import HTTPTypes
import Runtime

/// Answers requests from many connections; the accounts are read and changed by one of them at a time.
final class SimulatedService: Sendable {
    private let signatures: SignatureCheck
    private let keyring: Keyring
    private let state: Locked<ServiceState>
    /// Sign-ins at IAM Identity Center and for `aws login`.
    let signIns = Locked(SimulatedSignIns())
    private let gates = Dictionary(uniqueKeysWithValues: CallKind.allCases.map { ($0, CallGate()) })
    private let options: SimulatorOptions
    private let clock: SimulatorClock

    /// A service that takes the time of day, and the time since its start, from `clock`.
    init(_ options: SimulatorOptions, clock: SimulatorClock) {
        self.options = options
        self.clock = clock
        signatures = SignatureCheck(options)
        keyring = Keyring(options)
        state = Locked(ServiceState(options, startedAt: Int64(clock.date().timeIntervalSince1970)))
    }

    /// Answers one request, after its latency; a call that is cancelled while it waits has no effect.
    func answer(_ request: ReceivedRequest) async -> Answer {
        let operation = ServiceOperation.of(request)
        let header = request.headers.first(.authorization).flatMap(AuthorizationHeader.init)
        let (key, region) = (keyring[header?.accessKeyId], header?.scope.region)
        let (number, delay, offset) = state.withLock { state in
            let number = state.log.record(request, operation: operation, time: clock.elapsed(), key: key, region: region)
            state.open(account: key?.accountId, region: region)
            state.log.note(number) { $0.nextToken = request.parameter("nextToken") }
            let delay = state.faults.calls.delay(seed: options.seed, number: number)
            let further = operation == .listCoverage ? state.faults.coverage.latency : .zero
            return (number, options.latency + delay + further, state.faults.calls.clockOffset)
        }
        if delay > .zero {
            do { try await EventLoopClock().sleep(for: delay) } catch { return .dropped }
        }
        if operation == nil, var answer = signIn(request) {
            answer.headers.append(("date", HTTPDate.text(clock.date())))
            return answer
        }
        if let kind = operation?.kind, await gates[kind]?.pass() == false { return .dropped }
        let date = clock.date().addingTimeInterval(Double(offset))
        let refusal = operation.flatMap { signatures.refusal(of: request, header: header, key: key, operation: $0, now: date) }
        var answer = state.withLock { state in
            state.answer(
                ReceivedCall(
                    request: request, operation: operation, number: number, time: clock.elapsed(), key: key, region: region,
                    refusal: refusal))
        }
        answer.headers.append(("date", HTTPDate.text(date)))
        return answer
    }

    /// The answer to a request of a sign-in, which is not signed; nil for any other.
    private func signIn(_ request: ReceivedRequest) -> Answer? {
        let (now, keyring, options) = (clock.date(), keyring, options)
        return signIns.withLock { signIns in
            signIns.answer(request, key: { $0.flatMap(keyring.key(ofAccount:)) ?? options.key }, now: now)
        }
    }

    /// What an account holds now in a region, else in its first one; nil when there is no such account.
    func snapshot(of account: String, in region: String?) -> SimulatorSnapshot? {
        changed { state in state.place(account, region).map { SimulatorSnapshot(state.accounts[$0]) } }
    }

    /// The calls so far.
    var calls: [RecordedCall] { state.withLock { $0.log.calls } }

    /// Every change so far.
    var history: SimulatorHistory { changed { SimulatorHistory($0.accounts) } }

    /// The gate that calls of this kind pass.
    func gate(_ kind: CallKind) -> CallGate? { gates[kind] }

    /// Changes what goes wrong from now on; credentials count as fresh again, and only later changes lag.
    func setFaults(_ faults: FaultPlan, account: String?, region: String?) {
        state.withLock { state in state.setFaults(faults, of: account.flatMap { state.place($0, region) }) }
    }

    /// Reads or changes the accounts as they are now, with all effects that are due.
    func changed<Result: Sendable>(_ body: (inout ServiceState) -> Result) -> Result {
        state.withLock { state in
            state.now = max(state.now, clock.elapsed())
            state.carryOutLateEffects()
            return body(&state)
        }
    }
}

/// The two clocks of a simulator.
package struct SimulatorClock: Sendable {
    /// The time of day.
    package var date: @Sendable () -> Date
    /// The time since the simulator was started, which never runs backwards: lags and late effects are measured by it.
    package var elapsed: @Sendable () -> Duration

    /// The clocks of this machine by default.
    package init(date: @escaping @Sendable () -> Date = { Date() }, elapsed: (@Sendable () -> Duration)? = nil) {
        let start = ContinuousClock.now
        self.date = date
        self.elapsed = elapsed ?? { ContinuousClock.now - start }
    }
}
