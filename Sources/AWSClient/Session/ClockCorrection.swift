internal import Synchronization

/// How far this machine's clock is off, as the service has shown; shared by the clients and the credentials of a session.
package final class ClockCorrection: Sendable {
    private struct Finding {
        var offset = 0.0
        var isChecked = false
    }

    private let finding = Mutex(Finding())

    /// Nothing is known of the clock yet.
    package init() {}

    /// Seconds that the service's clock is ahead of this machine's; 0 until a reply has shown it.
    package var offset: Double { finding.withLock { $0.offset } }

    /// Whether the service took a signature by this clock, or told its own time. Before that nothing has ended for certain.
    var isChecked: Bool { finding.withLock { $0.isChecked } }

    /// What the operator should know of it; nothing while nothing is wrong.
    package var sentence: String? {
        let minutes = Int((abs(offset) / 60).rounded())
        guard minutes > 0 else { return nil }
        return "This machine's clock is about \(minutes) min \(offset > 0 ? "behind" : "ahead of") the service's. "
            + "Signatures are corrected for it; set the clock all the same."
    }

    func set(_ offset: Double) {
        finding.withLock { $0 = Finding(offset: offset, isChecked: true) }
    }

    /// The service took a signature by this clock.
    func confirm() {
        finding.withLock { $0.isChecked = true }
    }

    /// The service called credentials ended; its own time may tell that this clock is wrong all the same.
    func judge(ahead seconds: Double?) {
        finding.withLock { finding in
            finding.isChecked = true
            if let seconds { finding.offset = abs(seconds) > 60 ? seconds : 0 }
        }
    }
}
