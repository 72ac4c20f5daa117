internal import JSON

/// One line of a journal as it is written and read: a JSON object whose members depend on its event, in alphabetical order, readable with
/// `jq`. Members that this version does not know are read over.
struct JournalLine {
    /// What the line is about; a later version of this program may write others.
    private(set) var event = ""
    /// ISO 8601, UTC, by the wall clock.
    private(set) var at = ""
    /// The id of the run, in a header; the id of the run that undid this one, in `undone`.
    private(set) var run: String?
    /// The version of the format, in a header.
    private(set) var version: Int?
    /// The plan, in a header.
    private(set) var plan: Plan?
    private var call: Int?
    private var attempt: Int?
    private var invocationId: String?
    private var targets: [Int]?
    private var outcomes: [OutcomeGroup?]?
    private var detail: String?
    private var scanConfigurationArn: String?
    private var caller: String?
    private var requestId: String?
    /// What a remark is about: `listings`, or the run.
    private var subject: String?
    /// How many associations another run has undone.
    private var associations: Int?

    /// The version of the format that this program writes. It reads all up to it.
    static let currentVersion = 2

    private static let listings = "listings"

    /// The first line of a journal.
    static func header(run: String, plan: Plan, at: String) -> JournalLine {
        var line = JournalLine()
        (line.event, line.at) = (Event.run.rawValue, at)
        (line.run, line.version, line.plan) = (run, currentVersion, plan)
        return line
    }

    /// The line of an entry.
    init(_ entry: JournalEntry, at: String) {
        (event, self.at) = (Event(entry).rawValue, at)
        switch entry {
        case .resumed, .finished, .cut: break
        case .intent(let call, let attempt, let invocationId, let targets):
            (self.call, self.attempt, self.invocationId, self.targets) = (call, attempt, invocationId, targets)
        case .answered(let call, let attempt, let groups, let requestId):
            (self.call, self.attempt, outcomes, self.requestId) = (call, attempt, groups, requestId)
        case .unanswered(let call, let attempt, let detail), .notActedUpon(let call, let attempt, let detail):
            (self.call, self.attempt, self.detail) = (call, attempt, detail)
        case .settled(let groups): outcomes = groups
        case .verified(let arn, let open): (scanConfigurationArn, targets) = (arn, open.isEmpty ? nil : open)
        case .remark(let words, let ofListings): (detail, subject) = (words, ofListings ? Self.listings : nil)
        case .undone(let run, let associations): (self.run, self.associations) = (run, associations)
        case .checked(let caller): self.caller = caller
        }
    }

    private init() {}

    /// Whether this is the first line of a journal.
    var isHeader: Bool { event == Event.run.rawValue }

    /// The entry that the line holds; nothing for a header, for an event that this version does not know, or when members are missing.
    var entry: JournalEntry? {
        switch Event(rawValue: event) {
        case .run, nil: nil
        case .resumed: .resumed
        case .finished: .finished
        case .cut: .cut
        case .settled: groups.map(JournalEntry.settled)
        case .verified: scanConfigurationArn.map { .verified(scanConfigurationArn: $0, open: targets ?? []) }
        case .remark: detail.map { .remark($0, ofListings: subject == Self.listings) }
        case .undone: run.map { .undone(run: $0, associations: associations) }
        case .checked: .checked(caller: caller)
        case .intent:
            call { call, attempt in
                guard let invocationId, let targets else { return nil }
                return .intent(call: call, attempt: attempt, invocationId: invocationId, targets: targets)
            }
        case .answered: call { call, attempt in groups.map { .answered(call: call, attempt: attempt, $0, requestId: requestId) } }
        case .unanswered: call { .unanswered(call: $0, attempt: $1, detail: detail ?? "") }
        case .notActedUpon: call { .notActedUpon(call: $0, attempt: $1, detail: detail ?? "") }
        }
    }

    private func call(_ entry: (_ call: Int, _ attempt: Int) -> JournalEntry?) -> JournalEntry? {
        guard let call, let attempt else { return nil }
        return entry(call, attempt)
    }

    /// The outcomes, when this version knows all of them.
    private var groups: [OutcomeGroup]? {
        guard let outcomes else { return nil }
        let known = outcomes.compactMap(\.self)
        return known.count == outcomes.count ? known : nil
    }
}

/// The events that this version knows.
private enum Event: String {
    case run, resumed, intent, answered, unanswered, notActedUpon, settled, verified, finished, remark, undone, checked, cut

    init(_ entry: JournalEntry) {
        self =
            switch entry {
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
    /// The line as it is written behind a line of the checksum given, with its end, and its own checksum last.
    ///
    /// Each call has two lines: written straight into bytes they take some microseconds.
    func bytes(after previous: JournalChecksum?) -> (bytes: [UInt8], checksum: JournalChecksum) {
        var json = JSONWriter()
        var checksum = JournalChecksum(of: UnsafeBufferPointer(start: nil, count: 0), after: previous)
        json.object { json in
            writeMembers(to: &json)
            checksum = json.bytes.withUnsafeBufferPointer { JournalChecksum(of: $0, after: previous) }
            json.key("checksum")
            json.plainString { $0 += checksum.digits }
        }
        json.endLine()
        return (json.bytes, checksum)
    }

    private func writeMembers(to json: inout JSONWriter) {
        json.member("associations", associations)
        json.member("at", at)
        json.member("attempt", attempt)
        json.member("call", call)
        json.member("caller", caller)
        json.member("detail", detail)
        json.member("event", event)
        json.member("invocationId", invocationId)
        json.member("outcomes", outcomes?.compactMap { $0.map(JournalOutcome.init) })
        json.member("plan", plan.map(JournalPlan.init))
        json.member("requestId", requestId)
        json.member("run", run)
        json.member("scanConfigurationArn", scanConfigurationArn)
        json.member("subject", subject)
        json.member("targets", targets)
        json.member("version", version)
    }

    /// Reads a line, given without its end; nothing when it is not one.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        do throws(JSONError) {
            self = try JSONReader.read(bytes) { json throws(JSONError) in try JournalLine(&json) }
        } catch {
            return nil
        }
        if event.isEmpty { return nil }
    }

    private init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "at": at = try json.string()
            case "attempt": attempt = try json.integer()
            case "call": call = try json.integer()
            case "associations": associations = try json.integer()
            case "caller": caller = try json.string()
            case "detail": detail = try json.string()
            case "event": event = try json.string()
            case "invocationId": invocationId = try json.string()
            case "outcomes": outcomes = try json.list { json throws(JSONError) in try JournalOutcome(&json).group }
            case "plan": plan = try JournalPlan(&json).plan
            case "requestId": requestId = try json.string()
            case "run": run = try json.string()
            case "scanConfigurationArn": scanConfigurationArn = try json.string()
            case "subject": subject = try json.string()
            case "targets": targets = try json.integers()
            case "version": version = try json.integer()
            default: break
            }
        }
    }

    /// The version that a first line names, whatever else it holds.
    static func version(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var version: Int?
        try? JSONReader.read(bytes) { json throws(JSONError) in
            try json.object { json, name throws(JSONError) in
                if case "version" = name { version = try json.integer() }
            }
        }
        return version
    }
}
