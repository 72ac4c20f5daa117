/// The run that a command without a run's name means.
package struct NewestRun: Hashable, Sendable {
    /// The run; absent when there is none.
    package var run: RunSummary?
    /// A run that another process is working on right now, instead of `run`.
    package var busy: RunSummary?
    /// How many runs of other accounts or regions would do.
    package var elsewhere = 0
    /// A newer journal that cannot be read: it may be the one that is meant.
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
            case .unreadable where run.isCopy: continue
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

extension JournalStore {
    /// Runs that were killed or lost their terminal, and that nobody works on, the latest first. Of a journal that ends with the end of
    /// its run only the last bytes are read.
    package func interrupted() throws(JournalError) -> [RunSummary] {
        try runIds().reversed().filter { !endsWithTheRun($0) }.map(summary).filter { $0.state == .interrupted }
    }

    private func endsWithTheRun(_ runId: String) -> Bool {
        lastLine(of: runId)?.entry == .finished
    }

    /// The journal's last line; nothing when it is half a line, too long, or no journal's.
    func lastLine(of runId: String) -> JournalLine? {
        guard let bytes = try? disk.readEnd(path(of: runId), count: Self.endLength), bytes.last == UInt8(ascii: "\n") else { return nil }
        let line = bytes.dropLast().suffix(while: { $0 != UInt8(ascii: "\n") })
        return Array(line).withUnsafeBufferPointer { JournalLine($0) }
    }

    /// More bytes than the line of a run's end takes.
    private static let endLength = 1_024
}

extension BidirectionalCollection {
    /// The elements at the end that all fulfil the condition.
    fileprivate func suffix(while isIncluded: (Element) -> Bool) -> SubSequence {
        self[(lastIndex { !isIncluded($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
