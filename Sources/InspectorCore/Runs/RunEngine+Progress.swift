extension RunEngine {
    /// Where the run stands at `now`.
    package func progress(at now: Duration) -> RunProgress {
        var progress = RunProgress(total: plan.targets.count)
        (progress.done, progress.succeeded) = (ledger.done, ledger.succeeded)
        (progress.failed, progress.unresolved) = (ledger.failed, ledger.unresolved)
        progress.notSent = ledger.notSent
        (progress.calls, progress.inFlight) = (tally.callsAnswered, inFlight.count)
        (progress.throttled, progress.retried) = (tally.throttled, tally.retried)
        progress.isStopping = halt != nil
        progress.rate = meter.rate(done: ledger.done, at: now)
        if let rate = progress.rate, halt == nil {
            progress.secondsLeft = Int((Double(progress.total - progress.done) / rate).rounded(.up))
        }
        return progress
    }

    /// Problems that concern the run as a whole, in words.
    package var remarks: [String] { tally.remarks }
}
