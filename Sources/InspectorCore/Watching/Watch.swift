/// What later listings show of what a run changed: which of it is as it was before the run again.
///
/// It has no clock and no tasks; a session lists and tells it what came.
package struct Watch: Sendable {
    /// The run's plan.
    package let plan: Plan
    /// Targets that are as before again, in the order they were found.
    package private(set) var findings: [WatchFinding] = []
    /// Targets that a later run of ours had changed back when the watch began; they are not watched.
    package let changedBackBefore: Int
    /// The watched targets of each configuration, by its ARN.
    private let targets: [String: [Int]]
    /// Targets that a listing has shown as the run made them: what is listed otherwise before that may only lag behind.
    private var confirmed: Set<Int>
    private var found: Set<Int> = []
    /// Why the last listing of a configuration did not come to its end.
    private var problems: [String: String] = [:]
    /// Targets that the last complete listing showed otherwise, and that were never seen as the run made them.
    private var lagging: Set<Int> = []

    /// Watches what the run did, but for what a later run of ours did the opposite of.
    package init(_ record: RunRecord) {
        plan = record.plan
        let done = record.report.outcomes.enumerated().filter { $0.element.isDone }
        let watched = Set(done.map(\.offset).filter { !(record.history.laterChanges[$0]?.isOpposite ?? false) })
        changedBackBefore = done.count - watched.count
        confirmed = watched.filter { record.history.verified.contains($0) && record.report.outcomes[$0] == .succeeded }
        targets = plan.placesByConfiguration.mapValues { $0.filter(watched.contains) }.filter { !$0.value.isEmpty }
    }

    /// How many targets are watched.
    package var count: Int { targets.values.reduce(0) { $0 + $1.count } }

    /// The configurations that are listed in each round, in order.
    package var scanConfigurationArns: [String] { targets.keys.sorted() }

    /// Reported done, and as before in every listing so far: no listing has ever shown that the run changed them.
    package var stillAsBefore: [Int] { lagging.sorted() }

    /// Configurations whose last listing did not come to its end, in order, each with the reason.
    package var unlisted: [(scanConfigurationArn: String, reason: String)] {
        problems.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether everything that is watched is as the run made it, as far as the last listings tell.
    package var isAsWanted: Bool { findings.isEmpty && lagging.isEmpty && problems.isEmpty }

    /// Takes in what a listing of a configuration shows.
    ///
    /// - Parameter asOf: When it was made, ISO 8601 in UTC.
    /// - Returns: The targets that it is the first to show as before.
    mutating func take(_ arn: String, _ answer: ListingAnswer, asOf: String) -> [Int] {
        if case .underWay = answer { return [] }
        problems[arn] = answer.problem
        return (targets[arn] ?? []).filter { take($0, answer.sight(of: $0, in: plan)) }
    }

    /// Whether the target has just been found to be as before.
    private mutating func take(_ target: Int, _ sight: Sight) -> Bool {
        switch sight {
        case .nothing: return false
        case .asWanted:
            confirmed.insert(target)
            lagging.remove(target)
            return false
        case .otherwise where confirmed.contains(target): return found.insert(target).inserted
        case .otherwise:
            lagging.insert(target)
            return false
        }
    }

    /// Notes who is behind what ``take(_:_:asOf:)`` has found.
    mutating func note(_ findings: [WatchFinding]) { self.findings += findings }
}

/// A target that is as it was before the run again.
package struct WatchFinding: Hashable, Sendable {
    /// Its place in the plan.
    package let target: Int
    /// When a listing was the first to show it, ISO 8601 in UTC.
    package let asOf: String
    /// Who is behind it, as far as that can be told.
    package let cause: WatchCause

    /// A finding of a listing made then.
    package init(target: Int, asOf: String, cause: WatchCause) {
        (self.target, self.asOf, self.cause) = (target, asOf, cause)
    }
}

/// Who may have changed back what a run did.
package enum WatchCause: Hashable, Sendable {
    /// The configuration is a default one (scope ALL), which associates projects by itself; no run recorded here did it.
    case defaultConfiguration
    /// A later run that is recorded here.
    case run(String)
    /// Somebody else: no run recorded here did it.
    case someoneElse
    /// Somebody else, or a default configuration: whether it is one could not be listed.
    case unknown
}

/// The pauses of a watch: they grow from 15 seconds to 5 minutes, and its last listing is made at its end.
struct WatchPauses {
    private let end: Duration
    private var pause = Duration.seconds(15)
    private static let longest = Duration.seconds(300)

    /// Pauses until `end`, counted from the watch's beginning.
    init(until end: Duration) { self.end = end }

    /// When the next round begins, once one has ended at `now`; nothing after the last one.
    mutating func next(at now: Duration) -> Duration? {
        guard now < end else { return nil }
        defer { pause = min(pause * 2, Self.longest) }
        return min(now + pause, end)
    }
}
