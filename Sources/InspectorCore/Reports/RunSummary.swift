/// A run's result in one line: "10 disassociated, 2 failed".
package struct RunSummary: Hashable, Sendable {
    /// The line.
    package let sentence: String

    /// The line for `report`.
    package init(_ report: RunReport) {
        var counts = (succeeded: 0, failed: 0, unresolved: 0, notSent: 0)
        for outcome in report.outcomes {
            switch outcome {
            case .succeeded: counts.succeeded += 1
            case .failed: counts.failed += 1
            case .unresolved: counts.unresolved += 1
            case .notSent: counts.notSent += 1
            }
        }
        var parts = ["\(counts.succeeded.grouped) \(report.plan.action.rawValue)d"]
        if counts.failed > 0 { parts.append("\(counts.failed.grouped) failed") }
        if counts.unresolved > 0 { parts.append("\(counts.unresolved.grouped) unresolved") }
        if counts.notSent > 0 { parts.append("\(counts.notSent.grouped) not sent") }
        sentence = parts.joined(separator: ", ") + "."
    }
}
