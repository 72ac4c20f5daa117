extension RunReport {
    /// The result in one sentence: "10 disassociated, 2 failed."
    package var sentence: String {
        let counts = counts
        var parts = ["\(counts.succeeded.grouped) \(plan.action.rawValue)d"]
        if counts.failed > 0 { parts.append("\(counts.failed.grouped) failed") }
        if counts.unresolved > 0 { parts.append("\(counts.unresolved.grouped) unresolved") }
        if counts.notSent > 0 { parts.append("\(counts.notSent.grouped) not sent") }
        return parts.joined(separator: ", ") + "."
    }
}
