/// The run that a command without a run's name means.
package struct NewestRun: Hashable, Sendable {
    /// The run; absent when there is none.
    package var run: RunSummary?
    /// A run that another process is working on right now, instead of `run`.
    package var busy: RunSummary?
    /// How many runs of other accounts or regions would do.
    package var elsewhere = 0
    /// A newer journal that cannot be read, so that nobody can say whether it is the one.
    package var unreadable: RunSummary?
}

extension JournalStore {
    /// The newest run of an account and region that `resume` has something to do for. One that cannot be built on is not passed over.
    package func newestToResume(account: String, region: String) throws(JournalError) -> NewestRun {
        try newest(account, region) { $0.hasRest }
    }

    /// The newest run of an account and region that is not itself an undo.
    package func newestToUndo(account: String, region: String) throws(JournalError) -> NewestRun {
        try newest(account, region) { !$0.isUndo }
    }

    private func newest(_ account: String, _ region: String, _ fits: (RunSummary) -> Bool) throws(JournalError) -> NewestRun {
        var newest = NewestRun()
        for runId in try runIds().reversed() {
            let run = summary(runId)
            switch run.state {
            case .unreadable: newest.unreadable = newest.unreadable ?? run
            case .complete, .stopped, .interrupted:
                guard fits(run) else { continue }
                if run.account == account, run.region == region {
                    newest.run = run
                    return newest
                }
                newest.elsewhere += 1
            case .runningElsewhere:
                if run.account == account, run.region == region { newest.busy = newest.busy ?? run }
            }
        }
        return newest
    }
}
