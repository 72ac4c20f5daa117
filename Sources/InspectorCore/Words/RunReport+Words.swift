extension RunReport {
    /// The result in one sentence: "10 disassociated, 2 failed."
    package var sentence: String {
        let counts = counts
        var parts = ["\(counts.succeeded.grouped) \(plan.action.rawValue)d"]
        if counts.notConfirmed > 0 { parts.append("\(counts.notConfirmed.grouped) reported done but \(plan.action.lag)") }
        let failed = counts.failed - counts.notConfirmed
        if failed > 0 { parts.append("\(failed.grouped) failed") }
        if counts.unresolved > 0 { parts.append("\(counts.unresolved.grouped) unresolved") }
        if counts.notSent > 0 { parts.append("\(counts.notSent.grouped) not sent") }
        if !plan.alreadyDone.isEmpty { parts.append("\(plan.alreadyDone.count.grouped) \(plan.action.alreadyDoneWords)") }
        return parts.joined(separator: ", ") + "."
    }
}

extension RunAction {
    /// What is said of targets that were, when planned, already as the run would make them.
    package var alreadyDoneWords: String {
        switch self {
        case .disassociate: "not associated when planned"
        case .associate: "already associated when planned"
        }
    }

    /// The outcome of such targets in tables for people.
    package var alreadyDoneOutcome: String {
        switch self {
        case .disassociate: "not associated"
        case .associate: "already associated"
        }
    }

    /// The list's name in JSON, and the outcome in CSV, of such targets.
    package var alreadyDoneList: String {
        switch self {
        case .disassociate: "notAssociated"
        case .associate: "alreadyAssociated"
        }
    }

    /// What a listing shows of an association that the service reported done and that it does not confirm.
    fileprivate var lag: String {
        switch self {
        case .disassociate: "still listed"
        case .associate: "not listed"
        }
    }
}
