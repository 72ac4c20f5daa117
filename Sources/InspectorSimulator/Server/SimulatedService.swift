import AWSClient
import FoundationEssentials
import Synchronization

/// Answers requests from many connections, one at a time where the accounts are concerned.
final class SimulatedService: Sendable {
    private let gate: SignatureGate
    private let keyring: Keyring
    private let world: Mutex<World>
    private let turnstiles = Dictionary(uniqueKeysWithValues: CallKind.allCases.map { ($0, Turnstile()) })
    private let options: SimulatorOptions
    private let clock: SimulatorClock

    /// A service that takes the time of day, and the time since its start, from `clock`.
    init(_ options: SimulatorOptions, clock: SimulatorClock) {
        self.options = options
        self.clock = clock
        gate = SignatureGate(options)
        keyring = Keyring(options)
        world = Mutex(World(options))
    }

    /// Answers one request, after the latency that was asked for; a call that is cancelled while it waits has no effect.
    func answer(_ request: ReceivedRequest) async -> Answer {
        let operation = ServiceOperation.of(request)
        let header = request.headers["authorization"].flatMap(AuthorizationHeader.init)
        let key = keyring[header?.accessKeyId]
        let (number, delay, offset) = world.withLock { world in
            let number = world.record(request, operation: operation, time: clock.elapsed(), key: key)
            world.note(number) { $0.nextToken = request.parameter("nextToken") }
            return (number, options.latency + world.faults.delay(seed: options.seed, number: number), world.faults.clockOffset)
        }
        if delay > .zero {
            do { try await EventLoopClock().sleep(for: delay) } catch { return .dropped }
        }
        if let kind = operation?.kind, await turnstiles[kind]?.pass() == false { return .dropped }
        let date = clock.date().addingTimeInterval(Double(offset))
        let refusal = operation.flatMap { gate.refusal(of: request, header: header, key: key, operation: $0, now: date) }
        var answer = world.withLock { world in
            world.answer(
                Arrival(request: request, operation: operation, number: number, time: clock.elapsed(), key: key, refusal: refusal))
        }
        answer.headers.append(("date", HTTPDate.text(date)))
        return answer
    }

    /// What an account holds now; nil when there is no account with this number.
    func snapshot(of account: String) -> SimulatorSnapshot? {
        changed { world in world.place(ofAccount: account).map { SimulatorSnapshot(world.accounts[$0]) } }
    }

    /// The calls so far.
    var calls: [RecordedCall] { world.withLock { $0.calls } }

    /// Every change so far.
    var history: SimulatorHistory { changed { SimulatorHistory($0.accounts) } }

    /// Where calls of this kind pass, are held, or are dropped without effect.
    func turnstile(_ kind: CallKind) -> Turnstile? { turnstiles[kind] }

    /// Changes what goes wrong from now on; credentials count as fresh again.
    func setFaults(_ faults: FaultPlan) {
        world.withLock { world in
            world.faults = faults
            world.acceptedCalls = 0
            world.expiredCalls = 0
            world.unreachableCalls = 0
        }
    }

    /// Looks at the accounts, or changes them, as they are now: with all effects that are due.
    func changed<Result: Sendable>(_ body: (inout World) -> Result) -> Result {
        world.withLock { world in
            world.now = max(world.now, clock.elapsed())
            world.carryOutLateEffects()
            return body(&world)
        }
    }
}
