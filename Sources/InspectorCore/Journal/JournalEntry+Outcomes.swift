extension JournalEntry {
    /// The outcomes the entry tells, one for each of its targets.
    package var outcomes: [(target: Int, outcome: Outcome)] {
        switch self {
        case .answered(_, _, let groups), .settled(let groups):
            groups.flatMap { group in group.targets.map { (target: $0, outcome: group.outcome) } }
        case .resumed, .intent, .unanswered, .notActedUpon, .verified, .finished, .remark, .checked, .undone, .cut: []
        }
    }
}
