extension RunEngine {
    /// Where the run stands at `now`.
    package func progress(at now: Duration) -> RunProgress {
        var progress = RunProgress(total: plan.targets.count)
        let counts = states.counts
        (progress.done, progress.succeeded) = (counts.all, counts.succeeded)
        progress.notConfirmed = counts.notConfirmed
        (progress.failed, progress.unresolved, progress.notSent) = (counts.failed, counts.unresolved, counts.notSent)
        (progress.calls, progress.inFlight) = (statistics.callsAnswered, queue?.inFlightCount ?? 0)
        (progress.throttled, progress.retried) = (statistics.throttled, statistics.retried)
        progress.isStopping = haltReason != nil
        progress.trouble = trouble(at: now).flatMap { $0.seconds > 0 ? $0 : nil }
        if progress.trouble == nil { progress.rate = statistics.rate.rate(done: counts.all, at: now) }
        if progress.rate != nil, haltReason == nil, let rate = statistics.rate.steadyRate(done: counts.all, at: now) {
            progress.secondsLeft = Int((Double(progress.total - progress.done) / rate).rounded(.up))
        }
        return progress
    }

    /// What stands in the way of all calls while some are to be sent or under way.
    func trouble(at now: Duration) -> RunTrouble? {
        guard let queue, !queue.isEmpty else { return nil }
        guard let (problem, since) = statistics.trouble else { return silence(of: queue, at: now) }
        let next = letsCallsGo && queue.inFlightCount == 0 ? queue.nextTry.map { max($0 - now, .zero) } : nil
        return RunTrouble(
            problem: problem, seconds: Int((now - since).components.seconds), nextTry: next.map { Int($0.inSeconds.rounded(.up)) })
    }

    /// Calls are under way and have not been answered for longer than answers usually take.
    private func silence(of queue: CallQueue, at now: Duration) -> RunTrouble? {
        let idle = queue.idleTime(at: now)
        guard queue.inFlightCount > 0, idle >= Self.longestAnswer, statistics.throttled == 0 else { return nil }
        return RunTrouble(problem: nil, seconds: Int(idle.components.seconds))
    }

    /// Without an answer for so long, something is wrong.
    static let longestAnswer = Duration.seconds(5)
}
