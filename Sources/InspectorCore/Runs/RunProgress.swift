/// Where a run stands.
package struct RunProgress: Hashable, Sendable {
    /// All targets of the plan.
    package var total: Int
    /// Targets with an outcome.
    package var done: Int
    /// Targets that succeeded so far.
    package var succeeded: Int
    /// Targets that failed so far.
    package var failed: Int
    /// Targets whose outcome is not known so far.
    package var unresolved: Int
    /// Targets that were not sent and will not be.
    package var notSent: Int
    /// Calls answered so far.
    package var calls: Int
    /// Calls under way.
    package var inFlight: Int
    /// Answers that asked to slow down.
    package var throttled: Int
    /// Calls sent again after an unknown outcome.
    package var retried: Int
    /// Targets a second over the last seconds; absent until there is something to measure.
    package var rate: Double?
    /// Seconds until the end at this rate.
    package var secondsLeft: Int?
    /// Whether a stop was asked for.
    package var isStopping: Bool

    /// Targets that were sent and have an outcome.
    package var carriedOut: Int { done - notSent }

    /// The start of a run of `total` targets.
    package init(total: Int) {
        self.total = total
        (done, succeeded, failed, unresolved, notSent) = (0, 0, 0, 0, 0)
        (calls, inFlight, throttled, retried) = (0, 0, 0, 0)
        rate = nil
        secondsLeft = nil
        isStopping = false
    }
}
