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
    /// Targets among the failed ones that the service reported done, and the listings do not show so.
    package var notConfirmed = 0
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

extension RunProgress {
    /// Where several runs stand together. Of their troubles the longest one is told.
    package init(joining runs: [RunProgress]) {
        self.init(total: runs.reduce(0) { $0 + $1.total })
        let sums: [WritableKeyPath<RunProgress, Int>] = [
            \.done, \.succeeded, \.failed, \.notConfirmed, \.unresolved, \.notSent, \.calls, \.inFlight, \.throttled, \.retried,
        ]
        for sum in sums { self[keyPath: sum] = runs.reduce(0) { $0 + $1[keyPath: sum] } }
        let rates = runs.compactMap(\.rate)
        rate = rates.isEmpty ? nil : rates.reduce(0, +)
        secondsLeft = runs.compactMap(\.secondsLeft).max()
        isStopping = runs.contains(where: \.isStopping)
        trouble = runs.compactMap(\.trouble).max { $0.seconds < $1.seconds }
    }
}

/// Why none of a run's calls gets through.
package struct RunTrouble: Hashable, Sendable {
    /// The last error, in words; absent while calls are under way that are not answered yet.
    package var problem: String?
    /// For how many seconds nothing has got through.
    package var seconds: Int
    /// Seconds until the next try; absent while one is under way, or when there will be none.
    package var nextTry: Int?
    /// After so many seconds it is given up; absent where it is tried for as long as the operator waits.
    package var patience: Int?

    /// A trouble that has gone on for `seconds`.
    package init(problem: String?, seconds: Int, nextTry: Int? = nil, patience: Int? = nil) {
        self.problem = problem
        self.seconds = seconds
        self.nextTry = nextTry
        self.patience = patience
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

/// Measures targets a second: the pace over the last ten seconds, and over the last minute, which tells how long the rest takes without
/// swinging as the pace does.
struct RateMeter: Sendable {
    private static let recent = Duration.seconds(10)
    private static let span = Duration.seconds(60)
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

    /// Targets a second in the last ten seconds; absent until a second was measured in which something was done.
    func rate(done: Int, at now: Duration) -> Double? {
        Self.rate(since: samples.first { now - $0.at <= Self.recent }, done, now)
    }

    /// Targets a second in the last minute.
    func steadyRate(done: Int, at now: Duration) -> Double? { Self.rate(since: samples.first, done, now) }

    private static func rate(since first: Sample?, _ done: Int, _ now: Duration) -> Double? {
        guard let first, now - first.at >= .seconds(1), done > first.done else { return nil }
        return Double(done - first.done) / (now - first.at).inSeconds
    }
}

/// What a run counts on its way, and what it remarks about itself in the end.
struct RunStatistics: Sendable {
    /// Calls answered by the service, throttled ones among them.
    var callsAnswered = 0
    var throttled = 0
    /// Calls sent again after an attempt without an answer.
    var retried = 0
    /// Entries of answers about associations that their call did not ask for.
    var unrequested = 0
    /// Entries of answers that do not say what they are about.
    var unidentified = 0
    /// Associations reported as failed and listed as if done, by the later run of ours that did them, if one did.
    var failedYetDone: [LaterChange?: Int] = [:]
    /// Associations that are not any more as this run made them, by the later run of ours that changed them back, if one did.
    var changedBack: [LaterChange?: Int] = [:]
    /// Associations for which the record has no call, and that are listed as if one had gone out, by the later run of ours that did them, if
    /// one did.
    var unsentYetDone: [LaterChange?: Int] = [:]
    /// Projects from which a move took a configuration, and that are not listed any more with the one that covered them, by its name.
    var lostCovers: [String: Int] = [:]
    /// What could not be verified, a sentence each.
    var unverified: [String] = []
    /// Associations that were reported done and that no listing could confirm or contradict.
    var unverifiedTargets = 0
    /// Configurations whose last listing did not come to its end.
    var unlistedConfigurations = 0
    /// What kept the last listings from coming, if the operator could have changed it.
    var blocked: RunPause?
    /// Later runs whose journals were not read.
    var unreadRuns: [String] = []
    /// What stands in the way of all calls, and since when; absent when the last one got through.
    var trouble: (problem: String, since: Duration)?
    /// Targets done a second, measured.
    var rate = RateMeter()

    /// The problems that concern the run as a whole, a sentence each.
    var remarks: [String] { answerRemarks + listingRemarks }

    /// What was odd about answers.
    var answerRemarks: [String] {
        var remarks: [String] = []
        if unrequested > 0 {
            remarks.append("Answers named \(unrequested.counted("association")) not asked for; nothing was concluded from that.")
        }
        if unidentified > 0 {
            remarks.append("Answers held \(unidentified.counted("result")) without an association; nothing was concluded from that.")
        }
        return remarks
    }

    /// What listings show, as long as nothing is listed again.
    var listingRemarks: [String] {
        var remarks = Self.sorted(failedYetDone).map { change, count in
            "\(count.counted("association")) reported as failed, " + (change?.sentenceEnd ?? "yet listed afterwards as if done") + "."
        }
        remarks += Self.sorted(changedBack).map { change, count in
            "\(count.counted("association")) \(change?.sentenceEnd ?? changedByOthers)."
        }
        remarks += Self.sorted(unsentYetDone).map { change, count in
            "\(count.counted("association")) for which the journal holds no call, "
                + (change?.sentenceEnd ?? "now listed as if one had been sent: somebody else did it, or a record was lost") + "."
        }
        return remarks + lostCoverRemarks + unreadRemark + unverified
    }

    private var lostCoverRemarks: [String] {
        lostCovers.sorted { $0.key < $1.key }.map { name, count in
            "\(count.counted("project")) that \(count == 1 ? "was" : "were") covered by \(name) \(count == 1 ? "is" : "are") not listed there any "
                + "more: somebody else has changed that since. scanconfig list --uncovered lists projects without a scan configuration."
        }
    }

    private var changedByOthers: String {
        "changed back since by someone else"
            + (unreadRuns.isEmpty ? ": no run recorded here did it" : ", or by a run whose journal was not read")
    }

    private var unreadRemark: [String] {
        if unreadRuns.isEmpty { return [] }
        return ["What later runs changed is not known, because their journals were not read: \(unreadRuns.joined(separator: ", "))."]
    }

    private static func sorted(_ counts: [LaterChange?: Int]) -> [(change: LaterChange?, count: Int)] {
        counts.map { (change: $0.key, count: $0.value) }.sorted { ($0.change?.runId ?? "~") < ($1.change?.runId ?? "~") }
    }
}
