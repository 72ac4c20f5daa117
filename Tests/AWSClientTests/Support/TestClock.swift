import Foundation
import Runtime

@testable import AWSClient

/// A clock that only moves when somebody waits, and remembers the waits.
final class TestClock: Sendable {
    private struct State {
        var now: Date
        var uptime = Duration.zero
        var waits: [Double] = []
    }

    private let state: Locked<State>

    init(_ now: Date = Date(timeIntervalSince1970: 1_700_000_000)) {
        state = Locked(State(now: now))
    }

    var now: Date { state.withLock { $0.now } }
    var waits: [Double] { state.withLock { $0.waits } }

    /// Lets time pass.
    func advance(_ seconds: Double) {
        state.withLock {
            $0.now += seconds
            $0.uptime += .seconds(seconds)
        }
    }

    var source: TimeSource {
        TimeSource(
            now: { self.now }, uptime: { self.state.withLock { $0.uptime } },
            sleep: { duration in
                let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
                self.state.withLock { $0.waits.append(seconds) }
                self.advance(seconds)
            })
    }
}

extension RandomSource {
    /// Chance that is the same each time.
    static func fixed(_ value: Double) -> RandomSource {
        RandomSource(unit: { value }, identifier: { "00000000-0000-4000-8000-000000000000" })
    }
}
