internal import TextSafety

/// What a run's results say the run did: sent again as they are, those of a run that associates would do the opposite.
enum ResultsAction {
    /// Passes for results of a run that disassociates, and says of others what they are.
    static func check(_ action: String?, line: Int) throws(PlanInputProblem) {
        switch action {
        case RunAction.disassociate.rawValue: return
        case RunAction.associate.rawValue: throw refusal(of: "results", line: line)
        case .some(let action): throw PlanInputProblem(line: line, reason: "the action \(action.quoted) is not known")
        case nil:
            throw PlanInputProblem(
                line: line,
                reason: "these are results of an earlier version, which do not say what the run did; scanconfig show RUN writes them anew")
        }
    }

    /// The problem with what belongs to a run that associates.
    static func refusal(of what: String, line: Int) -> PlanInputProblem {
        let these = what == "results" ? "these are results" : "this is \(what)"
        return PlanInputProblem(
            line: line, reason: "\(these) of an associate run (an undo), and --from takes those of a disassociate run only")
    }
}
