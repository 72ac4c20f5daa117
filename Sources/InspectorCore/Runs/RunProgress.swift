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
    /// Why nothing gets through at the moment; absent when it does.
    package var trouble: RunTrouble?

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

/// Why none of a run's calls gets through.
package struct RunTrouble: Hashable, Sendable {
    /// The last error, in words.
    package var problem: String
    /// For how many seconds nothing has got through.
    package var seconds: Int
    /// Seconds until the next try; absent while one is under way, or when there will be none.
    package var nextTry: Int?

    /// A trouble that has gone on for `seconds`.
    package init(problem: String, seconds: Int, nextTry: Int? = nil) {
        self.problem = problem
        self.seconds = seconds
        self.nextTry = nextTry
    }
}

/// Tells progress at most four times a second, and only when it changed.
struct ProgressPace: Sendable {
    private static let interval = Duration.milliseconds(250)
    private var last: RunProgress
    private var toldAt: Duration?

    /// What to do about the progress just seen.
    enum Step: Hashable {
        case tell(RunProgress)
        case wait(until: Duration)
        case nothing
    }

    /// The pace of a run of `total` targets; the initial progress is not told.
    init(total: Int) {
        last = RunProgress(total: total)
    }

    /// Decides for `progress` as it is at `now`.
    mutating func next(_ progress: RunProgress, at now: Duration) -> Step {
        guard progress != last else { return .nothing }
        if let toldAt, now < toldAt + Self.interval { return .wait(until: toldAt + Self.interval) }
        (last, toldAt) = (progress, now)
        return .tell(progress)
    }
}

/// Measures targets a second over the last ten seconds.
struct RateMeter: Sendable {
    private static let span = Duration.seconds(10)
    private var samples: [Sample] = []

    private struct Sample {
        let at: Duration
        let done: Int
    }

    /// Notes how many targets are done.
    mutating func note(done: Int, at now: Duration) {
        if let last = samples.last, now - last.at < .milliseconds(250) { return }
        samples.append(Sample(at: now, done: done))
        samples.removeAll { now - $0.at > Self.span }
    }

    /// Targets a second; absent until a second was measured in which something was done.
    func rate(done: Int, at now: Duration) -> Double? {
        guard let first = samples.first, now - first.at >= .seconds(1), done > first.done else { return nil }
        return Double(done - first.done) / (now - first.at).inSeconds
    }
}
