package import AWSClient

/// Paces the pages of listings that go on together, as a run paces its calls: throttling is not failure, the pages then come just under
/// the rate that the service takes.
package actor ListingPace: PagePatience {
    private var limiter = RateLimiter()
    private let watch: Stopwatch

    /// How often one page may be throttled before its listing ends.
    private static let limit = 40

    /// A pace that holds nothing back yet; waits are on `clock`.
    package init(clock: any Clock<Duration> = EventLoopClock()) {
        watch = Stopwatch(clock)
    }

    /// Waits until the rate allows the next page.
    package func begin() async -> Duration {
        while limiter.earliestCall > watch.now, !Task.isCancelled { await watch.sleep(until: limiter.earliestCall) }
        let now = watch.now
        limiter.sent(at: now)
        return now
    }

    /// Lets the rate recover.
    package func arrived() {
        limiter.tookCall()
    }

    /// True after throttling, which slows all listings down, up to 40 times a page.
    package func allowsAnother(after error: CallError, tries: Int, sentAt: Duration) -> Bool {
        guard case .throttled(let retryAfter) = CallFailure(error), tries < Self.limit, !Task.isCancelled else { return false }
        limiter.throttled(sentAt: sentAt, now: watch.now, retryAfter: retryAfter)
        return true
    }
}
