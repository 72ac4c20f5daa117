/// The table of a run's targets: what became of each so far, and the evidence for it.
struct TargetStates: Sendable {
    private var known: RunHistory
    private var postponedRefusals: [Int: Outcome] = [:]
    /// How many targets have which outcome.
    private(set) var counts = OutcomeCounts()

    /// A table that begins with what the journal tells. What a later run certainly changed back is not held against listings any more.
    init(_ history: RunHistory) {
        known = history
        for case .some(let outcome) in history.outcomes { counts.add(outcome) }
        for (target, change) in history.laterChanges where change.isOpposite && change.isCertain && known.outcomes[target]?.isDone == true {
            known.verified.insert(target)
        }
    }

    /// The outcome of each target so far, in the plan's order.
    var outcomes: [Outcome?] { known.outcomes }

    /// The outcome of one target so far; absent while it is to be sent or under way.
    subscript(target: Int) -> Outcome? { known.outcomes[target] }

    /// Whether an attempt went out for the target and no answer told what became of it.
    func isInDoubt(_ target: Int) -> Bool { known.inDoubt.contains(target) }

    /// Whether the target's outcome was held against a listing.
    func isVerified(_ target: Int) -> Bool { known.verified.contains(target) }

    /// What a later run of ours did to the target.
    func laterChange(of target: Int) -> LaterChange? { known.laterChanges[target] }

    /// Whether a later run of ours may have made the target the opposite of what this one made it.
    func isChangedBack(_ target: Int) -> Bool { known.laterChanges[target]?.isOpposite ?? false }

    /// Whether an earlier session left the target without a known outcome, although it may have been sent.
    func isUnresolved(_ target: Int) -> Bool {
        if case .unresolved = known.outcomes[target] { return true }
        return known.outcomes[target] == nil && isInDoubt(target)
    }

    /// Gives the target its outcome; a later one replaces an earlier one.
    mutating func assign(_ outcome: Outcome, to target: Int) {
        uncount(target)
        known.outcomes[target] = outcome
        counts.add(outcome)
    }

    /// Takes the target's outcome away, because it is going to be sent: then no other run was the last that did.
    mutating func reopen(_ target: Int) {
        uncount(target)
        known.outcomes[target] = nil
        known.verified.remove(target)
        known.laterChanges[target] = nil
    }

    /// Notes that an attempt went out for the targets, and that no answer told what became of them.
    mutating func markInDoubt(_ targets: [Int]) { known.inDoubt.formUnion(targets) }

    /// Notes that a listing agrees with the target's outcome.
    mutating func markVerified(_ target: Int) { known.verified.insert(target) }

    private mutating func uncount(_ target: Int) {
        if let outcome = known.outcomes[target] { counts.add(outcome, -1) }
    }
}

extension TargetStates {
    /// What an answer's outcome is worth: a refusal after an attempt without an answer may be the echo of that attempt's effect, so that
    /// only a listing can tell.
    mutating func weighed(_ outcome: Outcome, for target: Int) -> Outcome {
        guard case .failed(let code, let message) = outcome, isInDoubt(target) else { return outcome }
        postponedRefusals[target] = outcome
        return .unresolved(.refused(answer: message.map { "\(code.rawValue): \($0)" } ?? code.rawValue))
    }

    /// The refusal that ``weighed(_:for:)`` put off, for a target that listings show unchanged. An association that is listed was found,
    /// whatever the answer said, so that RESOURCE_NOT_FOUND is no refusal to dissolve it.
    func postponedRefusal(of target: Int, _ change: AssociationChange) -> Outcome? {
        guard case .failed(let code, _)? = postponedRefusals[target], change == .associate || code != .resourceNotFound else { return nil }
        return postponedRefusals[target]
    }

    /// Whether a refusal that was put off says that there is nothing to associate, or to associate it with: no attempt can have done it.
    func isImpossible(_ target: Int) -> Bool {
        guard case .failed(let code, _)? = postponedRefusals[target] else { return false }
        return code == .resourceNotFound || code == .scanConfigurationNotFound
    }
}
