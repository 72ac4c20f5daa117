/// One line of a journal as JSON; which members are there depends on `event`. Readable with `jq`.
struct JournalLine: Decodable {
    var event: Event
    /// ISO 8601, UTC, by the wall clock.
    var at: String
    var run: String?
    var version: Int?
    var plan: JournalPlan?
    var call: Int?
    var attempt: Int?
    var invocationId: String?
    var targets: [Int]?
    var outcomes: [JournalOutcome]?
    var detail: String?
    var scanConfigurationArn: String?

    enum Event: String, Decodable {
        case run, resumed, checked, intent, answered, unanswered, notActedUpon, settled, verified, remark, finished
    }

    /// The version of the format that this program writes and reads.
    static let currentVersion = 1

    private init(event: Event, at: String) {
        self.event = event
        self.at = at
    }

    /// The first line of a journal.
    static func header(run: String, plan: Plan, at: String) -> JournalLine {
        var line = JournalLine(event: .run, at: at)
        (line.run, line.version, line.plan) = (run, currentVersion, JournalPlan(plan))
        return line
    }

    /// The line of an entry.
    init(_ entry: JournalEntry, at: String) {
        switch entry {
        case .resumed: self.init(event: .resumed, at: at)
        case .checked: self.init(event: .checked, at: at)
        case .finished: self.init(event: .finished, at: at)
        case .intent(let call, let attempt, let invocationId, let targets):
            self.init(event: .intent, at: at)
            (self.call, self.attempt, self.invocationId, self.targets) = (call, attempt, invocationId, targets)
        case .answered(let call, let attempt, let groups):
            self.init(event: .answered, at: at)
            (self.call, self.attempt, outcomes) = (call, attempt, groups.map(JournalOutcome.init))
        case .unanswered(let call, let attempt, let detail):
            self.init(event: .unanswered, at: at)
            (self.call, self.attempt, self.detail) = (call, attempt, detail)
        case .notActedUpon(let call, let attempt, let detail):
            self.init(event: .notActedUpon, at: at)
            (self.call, self.attempt, self.detail) = (call, attempt, detail)
        case .settled(let groups):
            self.init(event: .settled, at: at)
            outcomes = groups.map(JournalOutcome.init)
        case .verified(let arn, let open):
            self.init(event: .verified, at: at)
            (scanConfigurationArn, targets) = (arn, open.isEmpty ? nil : open)
        case .remark(let words):
            self.init(event: .remark, at: at)
            detail = words
        }
    }
}

extension JournalLine {
    /// The entry that the line holds; nothing for a header, or when members are missing.
    var entry: JournalEntry? {
        switch event {
        case .run: nil
        case .resumed: .resumed
        case .checked: .checked
        case .finished: .finished
        case .settled: groups.map(JournalEntry.settled)
        case .verified: scanConfigurationArn.map { .verified(scanConfigurationArn: $0, open: targets ?? []) }
        case .remark: detail.map(JournalEntry.remark)
        case .intent, .answered, .unanswered, .notActedUpon: callEntry
        }
    }

    private var callEntry: JournalEntry? {
        guard let call, let attempt else { return nil }
        switch event {
        case .intent:
            guard let invocationId, let targets else { return nil }
            return .intent(call: call, attempt: attempt, invocationId: invocationId, targets: targets)
        case .answered: return groups.map { .answered(call: call, attempt: attempt, $0) }
        case .unanswered: return .unanswered(call: call, attempt: attempt, detail: detail ?? "")
        case .notActedUpon: return .notActedUpon(call: call, attempt: attempt, detail: detail ?? "")
        case .run, .resumed, .checked, .settled, .verified, .remark, .finished: return nil
        }
    }

    private var groups: [OutcomeGroup]? {
        guard let outcomes else { return nil }
        let groups = outcomes.compactMap(\.group)
        return groups.count == outcomes.count ? groups : nil
    }
}
