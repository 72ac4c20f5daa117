/// One line of a journal after its header.
package enum JournalEntry: Hashable, Sendable {
    /// The run was resumed.
    case resumed
    /// A call is about to be sent; `targets` are positions in the plan.
    case intent(call: Int, attempt: Int, invocationId: String, targets: [Int])
    /// The service answered a call; one outcome for each of its targets. The service's id of the request, if it gave one.
    case answered(call: Int, attempt: Int, [OutcomeGroup], requestId: String? = nil)
    /// An attempt was sent, and no answer came that names an outcome.
    case unanswered(call: Int, attempt: Int, detail: String)
    /// An attempt of which the service did nothing.
    case notActedUpon(call: Int, attempt: Int, detail: String)
    /// Outcomes that no single answer gave: stopped, verified, given up.
    case settled([OutcomeGroup])
    /// A configuration was listed afterwards: the outcomes of its targets up to here hold, but for those still `open`.
    case verified(scanConfigurationArn: String, open: [Int] = [])
    /// Something that concerns the run as a whole, in words. What listings showed holds until something is listed again.
    case remark(String, ofListings: Bool = false)
    /// A later session began to list again what the run had touched; what follows is what it found. The caller's ARN, if it is known.
    case checked(caller: String?)
    /// Another run undid this one, or some of it: so many associations, nil in journals of earlier versions.
    case undone(run: String, associations: Int?)
    /// The journal ended in the middle of a line: whatever is not known to be done may have been sent.
    case cut
    /// Every target has its outcome, and the run is over.
    case finished
}

/// One outcome and the targets that have it.
package struct OutcomeGroup: Hashable, Sendable {
    /// What became of each of the targets.
    package var outcome: Outcome
    /// Positions in the plan, ascending.
    package var targets: [Int]

    /// A group of targets that share an outcome.
    package init(outcome: Outcome, targets: [Int]) {
        self.outcome = outcome
        self.targets = targets
    }

    /// The outcomes of `targets`, equal ones together, in the order of their first target.
    package static func groups(of outcomes: [(target: Int, outcome: Outcome)]) -> [OutcomeGroup] {
        var groups: [OutcomeGroup] = []
        var places: [Outcome: Int] = [:]
        for (target, outcome) in outcomes {
            if let place = places[outcome] {
                groups[place].targets.append(target)
            } else {
                places[outcome] = groups.count
                groups.append(OutcomeGroup(outcome: outcome, targets: [target]))
            }
        }
        return groups
    }
}

extension JournalEntry {
    /// The outcomes that the entry records, one for each of its targets.
    package var outcomes: [(target: Int, outcome: Outcome)] {
        switch self {
        case .answered(_, _, let groups, _), .settled(let groups):
            groups.flatMap { group in group.targets.map { (target: $0, outcome: group.outcome) } }
        case .resumed, .intent, .unanswered, .notActedUpon, .verified, .finished, .remark, .checked, .undone, .cut: []
        }
    }
}
