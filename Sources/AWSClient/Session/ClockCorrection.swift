internal import Synchronization

/// How far this machine's clock is off, as a refused signature has shown; shared by the clients of a session.
package final class ClockCorrection: Sendable {
    private let seconds = Mutex(0.0)

    /// Nothing is known to be wrong yet.
    package init() {}

    /// Seconds that the service's clock is ahead of this machine's; 0 until a refused signature has shown it.
    package var offset: Double { seconds.withLock { $0 } }

    /// What the operator should know of it; nothing while nothing is wrong.
    package var sentence: String? {
        let minutes = Int((abs(offset) / 60).rounded())
        guard minutes > 0 else { return nil }
        return "This machine's clock is about \(minutes) min \(offset > 0 ? "behind" : "ahead of") the service's. "
            + "Signatures are corrected for it; set the clock all the same."
    }

    func set(_ offset: Double) {
        seconds.withLock { $0 = offset }
    }
}
