/// One line of a journal; which members are there depends on its event. Readable with `jq`.
struct JournalLine {
    /// What the line is about; a later version of this program may write others.
    var event: String
    /// ISO 8601, UTC, by the wall clock.
    var at = ""
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
    var caller: String?

    /// The events that this version knows.
    enum Event: String {
        case run, resumed, intent, answered, unanswered, notActedUpon, settled, verified, finished, remark, undone, checked, cut
    }

    /// The version of the format that this program writes. It reads all up to it.
    static let currentVersion = 2

    private init(_ event: Event, at: String) {
        (self.event, self.at) = (event.rawValue, at)
    }

    /// A line without any member yet.
    init() { event = "" }

    /// The first line of a journal.
    static func header(run: String, plan: Plan, at: String) -> JournalLine {
        var line = JournalLine(.run, at: at)
        (line.run, line.version, line.plan) = (run, currentVersion, JournalPlan(plan))
        return line
    }

    /// The line of an entry.
    init(_ entry: JournalEntry, at: String) {
        self.init(entry.event, at: at)
        switch entry {
        case .resumed, .finished, .cut: break
        case .intent(let call, let attempt, let invocationId, let targets):
            (self.call, self.attempt, self.invocationId, self.targets) = (call, attempt, invocationId, targets)
        case .answered(let call, let attempt, let groups):
            (self.call, self.attempt, outcomes) = (call, attempt, groups.map(JournalOutcome.init))
        case .unanswered(let call, let attempt, let detail), .notActedUpon(let call, let attempt, let detail):
            (self.call, self.attempt, self.detail) = (call, attempt, detail)
        case .settled(let groups): outcomes = groups.map(JournalOutcome.init)
        case .verified(let arn, let open): (scanConfigurationArn, targets) = (arn, open.isEmpty ? nil : open)
        case .remark(let words): detail = words
        case .undone(let run): self.run = run
        case .checked(let caller): self.caller = caller
        }
    }
}

extension JournalEntry {
    fileprivate var event: JournalLine.Event {
        switch self {
        case .resumed: .resumed
        case .intent: .intent
        case .answered: .answered
        case .unanswered: .unanswered
        case .notActedUpon: .notActedUpon
        case .settled: .settled
        case .verified: .verified
        case .finished: .finished
        case .remark: .remark
        case .undone: .undone
        case .checked: .checked
        case .cut: .cut
        }
    }
}

extension JournalLine {
    /// The entry that the line holds; nothing for a header, for an event that this version does not know, or when members are missing.
    var entry: JournalEntry? {
        guard let event = Event(rawValue: event) else { return nil }
        switch event {
        case .run: return nil
        case .resumed: return .resumed
        case .finished: return .finished
        case .cut: return .cut
        case .settled: return groups.map(JournalEntry.settled)
        case .verified: return scanConfigurationArn.map { .verified(scanConfigurationArn: $0, open: targets ?? []) }
        case .remark: return detail.map(JournalEntry.remark)
        case .undone: return run.map(JournalEntry.undone)
        case .checked: return .checked(caller: caller)
        case .intent, .answered, .unanswered, .notActedUpon: return callEntry(event)
        }
    }

    private func callEntry(_ event: Event) -> JournalEntry? {
        guard let call, let attempt else { return nil }
        switch event {
        case .intent:
            guard let invocationId, let targets else { return nil }
            return .intent(call: call, attempt: attempt, invocationId: invocationId, targets: targets)
        case .answered: return groups.map { .answered(call: call, attempt: attempt, $0) }
        case .unanswered: return .unanswered(call: call, attempt: attempt, detail: detail ?? "")
        case .notActedUpon: return .notActedUpon(call: call, attempt: attempt, detail: detail ?? "")
        case .run, .resumed, .settled, .verified, .finished, .remark, .undone, .checked, .cut: return nil
        }
    }

    private var groups: [OutcomeGroup]? {
        guard let outcomes else { return nil }
        let groups = outcomes.compactMap(\.group)
        return groups.count == outcomes.count ? groups : nil
    }
}
