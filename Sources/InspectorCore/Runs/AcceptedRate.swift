/// How many calls a second the service took between throttles, the moments at which it had none to spare.
struct AcceptedRate: Hashable, Sendable {
    private static let fewest = 5
    private static let enough = 20
    private static let longestMemory = 30

    /// Calls taken since the run began.
    var accepted = 0
    private(set) var start: Duration?
    private var throttles: [Mark] = []

    private struct Mark: Hashable {
        let at: Duration
        let accepted: Int
    }

    mutating func begin(at now: Duration) {
        if start == nil { start = now }
    }

    mutating func markThrottle(at now: Duration) {
        throttles = throttles.suffix(Self.longestMemory - 1) + [Mark(at: now, accepted: accepted)]
    }

    /// Throttles of a phase in which the rate was only guessed do not count.
    mutating func forget() {
        throttles = []
    }

    /// Calls a second since the latest throttle that is far enough back; absent when there are too few calls to tell.
    func rate(at now: Duration) -> Double? {
        let far = throttles.last { accepted - $0.accepted >= Self.enough }
        guard let mark = far ?? throttles.first, accepted - mark.accepted >= Self.fewest, now > mark.at else { return nil }
        return Double(accepted - mark.accepted) / (now - mark.at).inSeconds
    }
}
