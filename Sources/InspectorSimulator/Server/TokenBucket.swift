/// A token bucket: limits the calls a second, and how many of them may come at once.
struct TokenBucket: Equatable, Sendable {
    /// Calls a second.
    let rate: Double
    /// Calls at once.
    let burst: Double
    private var tokens: Double
    private var last: Duration = .zero

    /// A full bucket; `burst` is one second's worth, at least one, when it is nil.
    init(rate: Double, burst: Double?) {
        self.rate = rate
        self.burst = max(1, burst ?? rate)
        tokens = self.burst
    }

    /// Takes a token at a time counted from the start; false when there is none.
    mutating func take(at time: Duration) -> Bool {
        let passed = max(.zero, time - last) / Duration.seconds(1)
        last = max(last, time)
        tokens = min(burst, tokens + passed * rate)
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }
}
