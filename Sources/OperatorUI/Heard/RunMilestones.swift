import InspectorCore
import TextSafety

/// How far a run was said to be: each quarter of it, at most every ten seconds.
struct RunMilestones: Hashable, Sendable {
    /// The last one that is to be said; nothing before the first.
    private(set) var words: String?
    private var quarter = 0
    private var saidAt: Int64 = 0

    /// The fewest seconds between two.
    private static let pause: Int64 = 10

    /// The run begins, at a time in seconds since 1970.
    mutating func begin(at now: Int64) { saidAt = now }

    /// Notes how far the run is.
    mutating func note(_ progress: RunProgress, at now: Int64) {
        let reached = progress.total == 0 ? 0 : 4 * progress.carriedOut / progress.total
        guard reached > quarter, reached < 4, now - saidAt >= Self.pause else { return }
        (quarter, saidAt) = (reached, now)
        let failed = progress.failed == 0 ? "" : ", \(progress.failed.grouped) failed"
        words = "\(progress.carriedOut.grouped) of \(progress.total.grouped) done\(failed)."
    }
}
