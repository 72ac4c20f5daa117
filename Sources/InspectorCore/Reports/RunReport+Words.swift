extension RunReport {
    /// The result in one sentence: "10 disassociated, 2 failed."
    package var sentence: String {
        var counts = (succeeded: 0, failed: 0, unresolved: 0, notSent: 0)
        for outcome in outcomes {
            switch outcome {
            case .succeeded: counts.succeeded += 1
            case .failed: counts.failed += 1
            case .unresolved: counts.unresolved += 1
            case .notSent: counts.notSent += 1
            }
        }
        var parts = ["\(counts.succeeded.grouped) \(plan.action.rawValue)d"]
        if counts.failed > 0 { parts.append("\(counts.failed.grouped) failed") }
        if counts.unresolved > 0 { parts.append("\(counts.unresolved.grouped) unresolved") }
        if counts.notSent > 0 { parts.append("\(counts.notSent.grouped) not sent") }
        return parts.joined(separator: ", ") + "."
    }
}
