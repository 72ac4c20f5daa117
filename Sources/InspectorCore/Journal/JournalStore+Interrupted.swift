extension JournalStore {
    /// Runs that were killed or lost their terminal, and that nobody works on, the latest first. Of a journal that ends with the end of
    /// its run only the last bytes are read.
    package func interrupted() throws(JournalError) -> [RunSummary] {
        try runIds().reversed().filter { !endsWithTheRun($0) }.map(summary).filter { $0.state == .interrupted }
    }

    private func endsWithTheRun(_ runId: String) -> Bool {
        guard let bytes = try? disk.readEnd(path(of: runId), count: Self.endLength), bytes.last == UInt8(ascii: "\n") else { return false }
        let line = bytes.dropLast().suffix(while: { $0 != UInt8(ascii: "\n") })
        return Array(line).withUnsafeBufferPointer { JournalLine($0)?.entry == .finished }
    }

    /// More than the line takes that tells of a run's end, in bytes.
    private static let endLength = 1_024
}

extension BidirectionalCollection {
    /// The elements at the end that all fulfil the condition.
    fileprivate func suffix(while isIncluded: (Element) -> Bool) -> SubSequence {
        self[(lastIndex { !isIncluded($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
