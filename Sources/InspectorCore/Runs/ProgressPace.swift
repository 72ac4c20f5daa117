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
