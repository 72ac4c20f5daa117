/// A call as a journal records it.
package struct SentCall: Hashable, Sendable {
    /// When it was sent, ISO 8601 in UTC.
    package let sentAt: String
    /// The `amz-sdk-invocation-id` that it carried.
    package let invocationId: String
    /// When its answer was recorded, ISO 8601 in UTC; absent when none came.
    package internal(set) var answeredAt: String?
    /// The service's id of the request; absent without an answer, and in journals of earlier versions.
    package internal(set) var requestId: String?
}

/// The state of a run, built up from a journal's entries one after the other.
struct ReplayedRun {
    /// What is known of each target.
    private(set) var history: RunHistory
    /// Whether the run came to its end after it was last resumed; what was found later does not change that.
    private(set) var isFinished = false
    /// When it came to its end; a verification later on does not count.
    private(set) var finishedAt: String?
    /// What was remarked, each once; what was said of listings only until something was listed again.
    var remarks: [String] { remarked.map(\.words) }
    /// The last run that undid this one.
    private(set) var undoneBy: String?
    /// How many associations each run has undone; nil where its journal line does not say.
    private var undone: [String: Int?] = [:]
    /// How many associations later runs have undone; nil where that was not recorded.
    var undoneCount: Int? { undone.values.reduce(0) { sum, count in sum.flatMap { sum in count.map { sum + $0 } } } }
    /// When its associations were last listed again in a session of their own.
    private(set) var lastCheckedAt: String?
    private var underWay: [Int: (place: Int, targets: [Int])] = [:]
    private var remarked: [(words: String, ofListings: Bool)] = []
    /// The calls that were sent, and which of them was the last with each target; -1 when it never was sent.
    private(set) var calls: [SentCall] = []
    private(set) var lastCalls: [Int]
    /// The line that last recorded each target's outcome.
    private var told: [Int]
    /// The last line before which lines are missing, for whatever reason.
    private var gap = 0
    /// The line since which everything was found out anew, once lines were damaged.
    private var check: Int?
    /// Whether a session that lists everything again is telling.
    private var isChecking = false
    private let places: [String: [Int]]

    /// Where an entry stands.
    struct Place {
        let line: Int
        let at: String
    }

    /// A run that nothing was recorded of yet.
    init(_ plan: Plan) {
        history = RunHistory(count: plan.targets.count)
        lastCalls = Array(repeating: -1, count: plan.targets.count)
        told = Array(repeating: 0, count: plan.targets.count)
        places = plan.placesByConfiguration
    }

    /// Whether a session that listed again left nothing that depends on damaged lines before it: what it recorded anew, what had failed, and
    /// what was not sent after the last of them.
    var isToldAnew: Bool {
        guard let check else { return false }
        return history.outcomes.indices.allSatisfy { told[$0] > check || isSettledWithoutListing(history.outcomes[$0]) }
    }

    private func isSettledWithoutListing(_ outcome: Outcome?) -> Bool {
        switch outcome {
        case .failed, .notSent: true
        case .succeeded, .notConfirmed, .unresolved, nil: false
        }
    }

    /// Takes an entry in; false when it does not fit what was planned and sent.
    mutating func take(_ entry: JournalEntry, _ place: Place) -> Bool {
        switch entry {
        case .resumed:
            (isFinished, isChecking) = (false, false)
            beginListing()
        case .checked:
            beginListing()
            isChecking = true
            lastCheckedAt = place.at
            check = check ?? place.line
        case .finished:
            isFinished = true
            if !isChecking { finishedAt = place.at }
        case .cut: loseLines(before: place.line)
        case .remark(let words, let ofListings): if !remarks.contains(words) { remarked.append((words, ofListings)) }
        case .undone(let run, let associations): (undoneBy, undone[run]) = (run, .some(associations))
        case .intent(let call, _, let invocationId, let targets):
            return begin(call, targets, SentCall(sentAt: place.at, invocationId: invocationId))
        case .answered(let call, _, let groups, let requestId):
            let sent = underWay.removeValue(forKey: call)
            if let sent { (calls[sent.place].answeredAt, calls[sent.place].requestId) = (place.at, requestId) }
            return (sent.map { Self.names(groups, exactly: $0.targets) } ?? (gap > 0)) && settle(groups, place)
        case .settled(let groups): return settle(groups, place)
        case .unanswered(let call, _, _): history.inDoubt.formUnion(underWay.removeValue(forKey: call)?.targets ?? [])
        case .notActedUpon(let call, _, _): underWay[call] = nil
        case .verified(let arn, let open): return verify(arn, open, place)
        }
        return true
    }

    /// A line cannot be trusted: it, or lines before it, may have recorded anything.
    mutating func damage(line: Int) {
        loseLines(before: line)
        check = nil
    }

    /// Lines may be missing before this one.
    mutating func loseLines(before line: Int) {
        abandonCalls()
        gap = line
    }

    /// Nothing more was recorded: calls without an answer are in doubt, and so is whatever may have been sent by lines that are missing.
    mutating func end() {
        abandonCalls()
        guard gap > 0 else { return }
        for target in history.outcomes.indices where mayHaveBeenSent(target) {
            history.outcomes[target] = nil
            history.inDoubt.insert(target)
        }
    }

    private func mayHaveBeenSent(_ target: Int) -> Bool {
        switch history.outcomes[target] {
        case nil: true
        case .notSent: told[target] < gap
        case .succeeded, .failed, .notConfirmed, .unresolved: false
        }
    }
}

extension ReplayedRun {
    private mutating func begin(_ call: Int, _ targets: [Int], _ sent: SentCall) -> Bool {
        guard targets.allSatisfy(history.outcomes.indices.contains) else { return false }
        underWay[call] = (calls.count, targets)
        calls.append(sent)
        history.verified.subtract(targets)
        for target in targets {
            lastCalls[target] = calls.count - 1
            history.outcomes[target] = nil
        }
        return true
    }

    /// A session begins that lists again: what earlier ones said of listings does not count any more.
    private mutating func beginListing() {
        abandonCalls()
        remarked.removeAll(where: \.ofListings)
    }

    /// Calls of a session that was killed were never answered.
    private mutating func abandonCalls() {
        for call in underWay.values { history.inDoubt.formUnion(call.targets) }
        underWay = [:]
    }

    /// An answer has an outcome for each of its call's targets, and for no other.
    private static func names(_ groups: [OutcomeGroup], exactly targets: [Int]) -> Bool {
        groups.flatMap(\.targets).sorted() == targets.sorted()
    }

    private mutating func settle(_ groups: [OutcomeGroup], _ place: Place) -> Bool {
        for group in groups {
            guard group.targets.allSatisfy(history.outcomes.indices.contains), canBe(group) else { return false }
            for target in group.targets {
                history.outcomes[target] = group.outcome
                told[target] = place.line
            }
            if group.outcome.leavesDoubt { history.inDoubt.formUnion(group.targets) }
        }
        return true
    }

    /// Nothing becomes a success without having been sent, unless that was lost, or a listing has just found it.
    private func canBe(_ group: OutcomeGroup) -> Bool {
        group.outcome != .succeeded || isChecking || gap > 0 || group.targets.allSatisfy { lastCalls[$0] >= 0 }
    }

    private mutating func verify(_ arn: String, _ open: [Int], _ place: Place) -> Bool {
        let open = Set(open)
        for target in places[arn] ?? [] where history.outcomes[target] != nil && !open.contains(target) {
            told[target] = place.line
            history.verified.insert(target)
        }
        return true
    }
}
