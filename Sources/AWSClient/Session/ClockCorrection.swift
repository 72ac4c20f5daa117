internal import Runtime

/// How far this machine's clock is off, as replies have shown; shared by all clients and credentials of a session.
package final class ClockCorrection: Sendable {
    private struct Finding {
        var offset = 0.0
        var isChecked = false
    }

    private let finding = Locked(Finding())

    /// An unchecked clock, taken to be right.
    package init() {}

    /// Seconds by which the service's clock is ahead of this machine's; 0 until a reply shows otherwise.
    package var offset: Double { finding.withLock { $0.offset } }

    /// Whether a service has accepted a signature by this clock, or sent its own time. Before that, nothing has certainly expired.
    var isChecked: Bool { finding.withLock { $0.isChecked } }

    /// A warning for the operator; nil while the clock is right to the minute.
    package var sentence: String? {
        let minutes = Int((abs(offset) / 60).rounded())
        guard minutes > 0 else { return nil }
        return "This machine's clock is about \(minutes) min \(offset > 0 ? "behind" : "ahead of") the service's. "
            + "Signatures are corrected for it; set the clock nevertheless."
    }

    func set(_ offset: Double) {
        finding.withLock { $0 = Finding(offset: offset, isChecked: true) }
    }

    /// A service accepted a signature by this clock.
    func confirm() {
        finding.withLock { $0.isChecked = true }
    }

    /// A service called the credentials expired; its own time shows whether this clock is wrong as well.
    func judge(ahead seconds: Double?) {
        finding.withLock { finding in
            finding.isChecked = true
            if let seconds { finding.offset = abs(seconds) > 60 ? seconds : 0 }
        }
    }
}
