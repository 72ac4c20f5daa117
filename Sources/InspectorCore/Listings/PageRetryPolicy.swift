import AWSClient
import Runtime

/// When the pages of listings that go on together are asked for, and how often.
///
/// They are paced as a run paces its calls: throttling is not failure, the pages then come just under the rate that the service takes.
/// When no page of any of them came for a minute, they end.
package actor PageRetryPolicy {
    private var limiter = RateLimiter()
    private let watch: Stopwatch
    private var underWay = 0
    private var waitingSince: Duration?
    private var barrenSince: Duration?
    private var isThrottled = false

    /// How long throttled pages are asked for again without a new page of any listing.
    static let limit = Duration.seconds(60)

    /// A policy that holds nothing back yet; waits are on `clock`.
    package init(clock: any Clock<Duration> = EventLoopClock()) {
        watch = Stopwatch(clock)
    }

    /// Waits until the rate allows the next page, and gives the moment, since the listings began.
    func beginPage() async -> Duration {
        underWay += 1
        if waitingSince == nil { waitingSince = watch.now }
        while limiter.earliestCall > watch.now, !Task.isCancelled { await watch.sleep(until: limiter.earliestCall) }
        let now = watch.now
        limiter.sent(at: now)
        return now
    }

    /// Notes that a page came, which lets the rate recover. A reader that is slow to take it is not waited for by the service: the time
    /// counts from the next call.
    func pageArrived() {
        limiter.tookCall()
        isThrottled = false
        underWay -= 1
        waitingSince = underWay > 0 ? watch.now : nil
    }

    /// Whether to ask for a page again that was asked for at `sentAt` and failed: after throttling, which slows all listings down, while
    /// pages come.
    func retries(after error: CallError, sentAt: Duration) -> Bool {
        underWay -= 1
        guard case .throttled(let retryAfter) = CallFailure(error), !Task.isCancelled else {
            if underWay == 0 { waitingSince = nil }
            return false
        }
        isThrottled = true
        limiter.throttled(sentAt: sentAt, now: watch.now, retryAfter: retryAfter)
        return max(watch.now, limiter.earliestCall) - (waitingSince ?? sentAt) < Self.limit
    }

    /// How long the rate holds the next page back.
    var timeToNextPage: Duration { max(limiter.earliestCall - watch.now, .zero) }

    /// Why a listing ends with a page that is not asked for again: throttling that went on for too long, or whatever else the call met.
    nonisolated func ending(_ error: CallError) -> ListingError {
        guard case .throttled = CallFailure(error) else { return .call(error) }
        return .stalled(seconds: Int(Self.limit.components.seconds), error)
    }

    /// Notes whether the page that came brought something that its listing had not shown before.
    func pageBrought(somethingNew: Bool) {
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

/// A listing that goes on and has brought nothing for a while.
package struct ListingWait: Hashable, Sendable {
    /// What a listing waits for.
    package enum Cause: Hashable, Sendable {
        /// The service asks to slow down.
        case throttling
        /// An answer has not come for a while.
        case answer
        /// Something new: pages come, and hold nothing that was not there before.
        case news
        /// The next try: the last one failed with this error, and there are so many seconds until the next.
        case nextTry(error: String, seconds: Int)
    }

    /// How long nothing has to come before a try that failed is told.
    static let leastTrouble = Duration.seconds(1)

    /// What it waits for.
    package var cause: Cause
    /// For how many seconds already.
    package var seconds: Int

    /// A wait of `seconds` so far.
    package init(_ cause: Cause, seconds: Int) {
        self.cause = cause
        self.seconds = seconds
    }
}
