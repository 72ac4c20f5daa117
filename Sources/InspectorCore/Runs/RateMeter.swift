/// Measures targets a second over the last seconds.
struct RateMeter: Hashable, Sendable {
    private static let span = Duration.seconds(10)
    private var samples: [Sample] = []

    private struct Sample: Hashable {
        let at: Duration
        let done: Int
    }

    /// Notes how many targets are done.
    mutating func note(done: Int, at now: Duration) {
        if let last = samples.last, now - last.at < .milliseconds(250) { return }
        samples.append(Sample(at: now, done: done))
        samples.removeAll { now - $0.at > Self.span }
    }

    /// Targets a second, when there is enough to tell.
    func rate(done: Int, at now: Duration) -> Double? {
        guard let first = samples.first, now - first.at >= .seconds(1), done > first.done else { return nil }
        return Double(done - first.done) / (now - first.at).inSeconds
    }
}
