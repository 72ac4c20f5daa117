extension RunEngine {
    /// Where the run stands at `now`.
    package func progress(at now: Duration) -> RunProgress {
        var progress = RunProgress(total: plan.targets.count)
        let counts = ledger.counts
        (progress.done, progress.succeeded) = (counts.all, counts.succeeded)
        (progress.failed, progress.unresolved, progress.notSent) = (counts.failed, counts.unresolved, counts.notSent)
        (progress.calls, progress.inFlight) = (tally.callsAnswered, inFlight.count)
        (progress.throttled, progress.retried) = (tally.throttled, tally.retried)
        progress.isStopping = halt != nil
        progress.rate = meter.rate(done: counts.all, at: now)
        if let rate = progress.rate, halt == nil {
            progress.secondsLeft = Int((Double(progress.total - progress.done) / rate).rounded(.up))
        }
        return progress
    }

    /// Problems that concern the run as a whole, in words.
    package var remarks: [String] { tally.remarks }
}
