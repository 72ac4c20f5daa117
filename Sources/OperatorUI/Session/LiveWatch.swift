import InspectorCore

/// The watch in progress: what a run changed is listed again for a while.
struct LiveWatch: Hashable, Sendable {
    /// The watched run's id.
    let runId: String
    /// Its plan.
    let plan: Plan
    /// How many associations were found to be changed back.
    private(set) var found = 0
    private var step: String?

    /// The beginning of a watch.
    init(runId: String, plan: Plan) { (self.runId, self.plan) = (runId, plan) }

    /// The watch in one line.
    var status: String {
        "\(step ?? "Watching") (run \(runId))" + (found > 0 ? ": \(found.counted("association")) changed back" : "")
    }

    /// Applies what the watch reported. Its end is handled by the session.
    mutating func apply(_ event: WatchEvent) {
        if case .found(let findings) = event { found += findings.count }
        step = event.status ?? step
    }
}

extension Session {
    /// Handles what a watch reported. What was changed back is kept among the results.
    mutating func watchReported(_ runId: String, _ event: WatchEvent) {
        guard let watch, watch.runId == runId else { return }
        self.watch?.apply(event)
        let context = "Watching run \(runId)"
        switch event {
        case .listing, .waiting: break
        case .found(let findings):
            for sentence in watch.plan.sentences(about: findings) { report(Problem(context: context, sentence: sentence)) }
        case .notRecorded(let reason):
            report(Problem(context: context, sentence: "The journal does not have what was found yet: \(reason)"))
        case .finished(let report):
            self.watch = nil
            notices.show(Notice(report.isAsWanted ? .success : .warning, report.sentence))
        }
    }

    /// The watch could not start.
    mutating func watchRefused(_ runId: String, _ problem: Problem) {
        guard watch?.runId == runId else { return }
        watch = nil
        report(problem)
    }

    /// Ends the watch, if there is one.
    mutating func endWatch() -> [Effect] { watch == nil ? [] : [.stopWatch] }
}
