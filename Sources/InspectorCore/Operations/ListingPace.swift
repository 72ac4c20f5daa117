package import AWSClient
import Runtime

/// Paces the pages of listings that go on together, as a run paces its calls: throttling is not failure, the pages then come just under
/// the rate that the service takes. When no page of any of them came for a minute, they end.
package actor ListingPace: PagePatience {
    private var limiter = RateLimiter()
    private let watch: Stopwatch
    private var underWay = 0
    private var waitingSince: Duration?
    private var barrenSince: Duration?
    private var isThrottled = false

    /// How long throttling is borne without a new page of any listing.
    static let patience = Duration.seconds(60)

    /// A pace that holds nothing back yet; waits are on `clock`.
    package init(clock: any Clock<Duration> = EventLoopClock()) {
        watch = Stopwatch(clock)
    }

    /// Waits until the rate allows the next page.
    package func begin() async -> Duration {
        underWay += 1
        if waitingSince == nil { waitingSince = watch.now }
        while limiter.earliestCall > watch.now, !Task.isCancelled { await watch.sleep(until: limiter.earliestCall) }
        let now = watch.now
        limiter.sent(at: now)
        return now
    }

    /// Lets the rate recover. A reader that is slow to take the page is not waited for by the service: the time counts from the next call.
    package func arrived() {
        limiter.tookCall()
        isThrottled = false
        underWay -= 1
        waitingSince = underWay > 0 ? watch.now : nil
    }

    /// True after throttling, which slows all listings down, while pages come.
    package func allowsAnother(after error: CallError, tries: Int, sentAt: Duration) -> Bool {
        underWay -= 1
        guard case .throttled(let retryAfter) = CallFailure(error), !Task.isCancelled else {
            if underWay == 0 { waitingSince = nil }
            return false
        }
        isThrottled = true
        limiter.throttled(sentAt: sentAt, now: watch.now, retryAfter: retryAfter)
        return max(watch.now, limiter.earliestCall) - (waitingSince ?? sentAt) < Self.patience
    }

    /// Throttling that went on for too long, or whatever else the call met.
    package func verdict(on error: CallError) -> ListingError {
        guard case .throttled = CallFailure(error) else { return .call(error) }
        return .stalled(seconds: Int(Self.patience.components.seconds), error)
    }

    /// Notes since when nothing new came.
    package func brought(_ somethingNew: Bool) {
        if somethingNew { barrenSince = nil } else if barrenSince == nil { barrenSince = watch.now }
    }

    /// What the listings wait for, when they do for `time` or longer.
    func wait(of time: Duration) -> ListingWait? {
        let now = watch.now
        if let waitingSince, now - waitingSince >= time {
            return ListingWait(isThrottled ? .throttling : .answer, seconds: Int((now - waitingSince).components.seconds))
        }
        guard let barrenSince, now - barrenSince >= time else { return nil }
        return ListingWait(.news, seconds: Int((now - barrenSince).components.seconds))
    }
}
