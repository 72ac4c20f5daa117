import AWSClient
import FoundationEssentials
import Synchronization

/// Answers requests from many connections, one at a time where the account is concerned.
final class SimulatedService: Sendable {
    private let gate: SignatureGate
    private let world: Mutex<World>
    private let options: SimulatorOptions
    private let start = ContinuousClock.now
    private let date: @Sendable () -> Date

    /// A service that takes the time of day from `date`.
    init(_ options: SimulatorOptions, date: @escaping @Sendable () -> Date) {
        self.options = options
        self.date = date
        gate = SignatureGate(options)
        world = Mutex(World(options))
    }

    /// Answers one request, after the latency that was asked for; a call that is cancelled while it waits has no effect.
    func answer(_ request: ReceivedRequest) async -> Answer {
        let operation = ServiceOperation.of(request)
        let (number, delay, offset) = world.withLock { world in
            let number = world.record(request, operation: operation, time: ContinuousClock.now - start)
            world.note(number) { $0.nextToken = request.parameter("nextToken") }
            return (number, options.latency + world.faults.delay(seed: options.seed, number: number), world.faults.clockOffset)
        }
        if delay > .zero {
            do { try await EventLoopClock().sleep(for: delay) } catch { return .dropped }
        }
        let now = date().addingTimeInterval(Double(offset))
        let refusal = operation.flatMap { gate.refusal(of: request, operation: $0, now: now) }
        var answer = world.withLock { world in
            world.answer(
                Arrival(request: request, operation: operation, number: number, time: ContinuousClock.now - start, refusal: refusal))
        }
        answer.headers.append(("date", HTTPDate.text(now)))
        return answer
    }

    /// What the account holds now.
    var snapshot: SimulatorSnapshot { world.withLock { SimulatorSnapshot($0) } }

    /// The calls so far.
    var calls: [RecordedCall] { world.withLock { $0.calls } }

    /// Changes what goes wrong from now on; credentials count as fresh again.
    func setFaults(_ faults: FaultPlan) {
        world.withLock { world in
            world.faults = faults
            world.acceptedCalls = 0
            world.expiredCalls = 0
        }
    }
}
