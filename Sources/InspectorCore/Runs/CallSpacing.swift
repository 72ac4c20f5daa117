/// Keeps calls a little apart, so that their answers do not come all at once.
///
/// What is sent together is answered together, and then waits its turn together: with 32 calls under way a round of answers took
/// half as long again. So the calls of a round leave over three quarters of the shortest time an answer took.
package struct CallSpacing: Hashable, Sendable {
    private static let share = 0.75
    /// Calls that may leave with the one that is due, when the time for them has passed.
    private static let burst = 4.0

    private var shortestAnswer: Duration?
    private var nextCall: Duration = .zero

    /// Spacing of nothing, for no call was answered yet.
    package init() {}

    /// The moment the next call may be sent.
    package var earliestCall: Duration { nextCall }

    /// Notes how long an answer took.
    mutating func answered(after time: Duration) {
        shortestAnswer = min(shortestAnswer ?? time, time)
    }

    /// Notes that a call was sent, of `window` that may be under way.
    mutating func sent(at now: Duration, window: Int) {
        guard let shortestAnswer else { return }
        let distance = shortestAnswer * Self.share / window
        nextCall = max(nextCall, now - distance * Self.burst) + distance
    }
}
