/// What is known of each target of a run.
struct RunLedger: Sendable {
    private(set) var outcomes: [Outcome?]
    private var doubted: Set<Int>
    private var verified: Set<Int>
    private let laterChanges: [Int: LaterChange]
    private var lastWords: [Int: Refusal] = [:]
    /// What became of the targets that have an outcome.
    private(set) var counts = OutcomeCounts()

    private struct Refusal: Sendable {
        let statusCode: AssociationStatusCode
        let statusMessage: String?
    }

    init(_ history: RunHistory) {
        outcomes = history.outcomes
        doubted = history.inDoubt
        laterChanges = history.laterChanges
        let changedBack = history.laterChanges.filter { $1.isOpposite && history.outcomes[$0]?.isDone == true }
        verified = history.verified.union(changedBack.keys)
        for case .some(let outcome) in outcomes { counts.add(outcome) }
    }

    /// Whether an attempt went out for the target and no answer told what became of it.
    func isDoubted(_ target: Int) -> Bool { doubted.contains(target) }

    /// Whether the target's outcome was held against a listing.
    func isVerified(_ target: Int) -> Bool { verified.contains(target) }

    /// What a later run of ours did to the target.
    func laterChange(of target: Int) -> LaterChange? { laterChanges[target] }

    /// Whether a later run of ours may have made the target the opposite of what this one made it.
    func isChangedBack(_ target: Int) -> Bool { laterChanges[target]?.isOpposite ?? false }

    /// Gives the target its outcome; a later one replaces an earlier one.
    mutating func settle(_ target: Int, _ outcome: Outcome) {
        uncount(target)
        outcomes[target] = outcome
        counts.add(outcome)
    }

    /// Takes the target's outcome away, because it is going to be sent.
    mutating func reopen(_ target: Int) {
        uncount(target)
        outcomes[target] = nil
        verified.remove(target)
    }

    mutating func doubt(_ targets: [Int]) { doubted.formUnion(targets) }

    mutating func verify(_ target: Int) { verified.insert(target) }

    /// What an answer's outcome is worth: a refusal after an unknown attempt may well be the echo of that attempt's
    /// effect, so that only the listing can tell.
    mutating func judged(_ target: Int, _ outcome: Outcome) -> Outcome {
        guard case .failed(let code, let message) = outcome, isDoubted(target) else { return outcome }
        lastWords[target] = Refusal(statusCode: code, statusMessage: message)
        let words = message.map { "\(code.rawValue): \($0)" } ?? code.rawValue
        return .unresolved(.noAnswer(detail: "to an earlier attempt; the last one was answered with \(words)"))
    }

    /// The refusal that ``judged(_:_:)`` put off, if the association is still as it was. A target that is listed was found, whatever
    /// the answer said.
    func postponedRefusal(_ target: Int) -> Outcome? {
        guard let refusal = lastWords[target], refusal.statusCode != .resourceNotFound else { return nil }
        return .failed(statusCode: refusal.statusCode, statusMessage: refusal.statusMessage)
    }

    private mutating func uncount(_ target: Int) {
        if let outcome = outcomes[target] { counts.add(outcome, -1) }
    }
}
