import Runtime

@testable import InspectorSimulator

/// A clock for the time since the simulator's start that goes on only when it is told to.
final class ManualClock: Sendable {
    private let elapsed = Locked(Duration.zero)

    var simulatorClock: SimulatorClock {
        SimulatorClock(elapsed: { [self] in elapsed.withLock { $0 } })
    }

    func advance(by duration: Duration) {
        elapsed.withLock { $0 += duration }
    }
}
