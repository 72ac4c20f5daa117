import FoundationEssentials

/// What a journal's bytes tell.
struct JournalReplay {
    let runId: String
    let startedAt: String
    let plan: Plan
    /// Bytes up to the end of the last whole line.
    let length: Int
    private(set) var history: RunHistory
    /// Whether the run came to its end after it was last taken up.
    private(set) var isFinished = false
    private var underWay: [Int: [Int]] = [:]
    private var sent: Set<Int> = []
    private let places: [String: [Int]]

    /// Reads a journal. A last line that is torn or unreadable is left out: it was being written when everything stopped.
    init(_ bytes: [UInt8], path: String) throws(JournalError) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        if let last = lines.last, lines.count > 1, Self.line(last) == nil { lines.removeLast() }
        guard !lines.isEmpty else {
            throw .corrupt(path: path, line: 1, reason: "it ends before the plan does, so nothing was sent")
        }
        guard let first = lines.first.flatMap(Self.line), first.event == .run, let run = first.run, let plan = first.plan?.plan else {
            throw .corrupt(path: path, line: 1, reason: "this is not a plan")
        }
        guard first.version == JournalLine.currentVersion else {
            throw .corrupt(path: path, line: 1, reason: "it was written by another version of this program")
        }
        (runId, startedAt, self.plan) = (run, first.at, plan)
        places = plan.placesByConfiguration
        history = RunHistory(count: plan.targets.count)
        length = lines.reduce(0) { $0 + $1.count + 1 }
        for (index, line) in lines.enumerated().dropFirst() {
            guard let entry = Self.line(line)?.entry else {
                throw .corrupt(path: path, line: index + 1, reason: "this is not a journal's line")
            }
            guard take(entry) else {
                throw .corrupt(path: path, line: index + 1, reason: "this does not fit the lines before it")
            }
        }
        for targets in underWay.values { history.inDoubt.formUnion(targets) }
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> JournalLine? {
        try? JSONDecoder().decode(JournalLine.self, from: Data(bytes))
    }
}

extension JournalReplay {
    /// Takes an entry in; false when it does not fit what was planned and sent.
    private mutating func take(_ entry: JournalEntry) -> Bool {
        switch entry {
        case .resumed:
            isFinished = false
            abandonCalls()
        case .checked: abandonCalls()
        case .finished: isFinished = true
        case .remark: break
        case .intent(let call, _, _, let targets):
            guard targets.allSatisfy(history.outcomes.indices.contains) else { return false }
            underWay[call] = targets
            sent.formUnion(targets)
            history.verified.subtract(targets)
            for target in targets { history.outcomes[target] = nil }
        case .answered(let call, _, let groups):
            guard let targets = underWay.removeValue(forKey: call), Self.names(groups, exactly: targets) else { return false }
            return settle(groups)
        case .settled(let groups): return settle(groups)
        case .unanswered(let call, _, _): history.inDoubt.formUnion(underWay.removeValue(forKey: call) ?? [])
        case .notActedUpon(let call, _, _): underWay[call] = nil
        case .verified(let arn, let open): verify(arn, except: Set(open))
        }
        return true
    }

    /// Calls of an earlier session that was killed were never answered.
    private mutating func abandonCalls() {
        for targets in underWay.values { history.inDoubt.formUnion(targets) }
        underWay = [:]
    }

    /// An answer has an outcome for each of its call's targets, and for no other.
    private static func names(_ groups: [OutcomeGroup], exactly targets: [Int]) -> Bool {
        groups.flatMap(\.targets).sorted() == targets.sorted()
    }

    private mutating func settle(_ groups: [OutcomeGroup]) -> Bool {
        for group in groups {
            let known = group.outcome == .succeeded ? group.targets.allSatisfy(sent.contains) : true
            guard known, group.targets.allSatisfy(history.outcomes.indices.contains) else { return false }
            for target in group.targets { history.outcomes[target] = group.outcome }
        }
        return true
    }

    private mutating func verify(_ arn: String, except open: Set<Int>) {
        history.verified.formUnion((places[arn] ?? []).filter { history.outcomes[$0] != nil && !open.contains($0) })
    }
}
