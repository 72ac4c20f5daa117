internal import JSON

/// An outcome and its targets in a line: `{"outcome":"failed","statusCode":…,"statusMessage":…,"targets":[…]}`.
struct JournalOutcome: JSONReadable, JSONWritable {
    private var outcome = ""
    private var targets: [Int] = []
    private var statusCode: String?
    private var statusMessage: String?
    /// The reason's name, for `unresolved` and `notSent`.
    private var reason: String?
    private var detail: String?
    /// What was known before listings were asked, for `notVerified`.
    private var before: String?
    /// What a later attempt was refused with, for `noAnswer`; earlier versions read over it.
    private var answer: String?

    init(_ group: OutcomeGroup) {
        targets = group.targets
        switch group.outcome {
        case .succeeded: outcome = "succeeded"
        case .failed(let code, let message): (outcome, statusCode, statusMessage) = ("failed", code.rawValue, message)
        case .notConfirmed(let code, let asOf): (outcome, statusCode, detail) = ("notConfirmed", code.rawValue, asOf)
        case .unresolved(let reason): set("unresolved", reason)
        case .notSent(let reason): set("notSent", reason)
        }
    }

    private mutating func set(_ outcome: String, _ reason: UnresolvedReason) {
        self.outcome = outcome
        switch reason {
        case .notMentioned: self.reason = "notMentioned"
        case .contradictory: self.reason = "contradictory"
        case .repeated: self.reason = "repeated"
        case .unexpectedBody(let excerpt): (self.reason, detail) = ("unexpectedBody", excerpt)
        case .noAnswer(let detail): (self.reason, self.detail) = ("noAnswer", detail)
        case .refused(let answer):
            (self.reason, detail, self.answer) = (
                "noAnswer", "one attempt was not answered; a later one was refused with \(answer)", answer
            )
        case .notVerified(let detail, let before): (self.reason, self.detail, self.before) = ("notVerified", detail, before)
        case .interrupted: self.reason = "interrupted"
        }
    }

    private mutating func set(_ outcome: String, _ reason: NotSentReason) {
        self.outcome = outcome
        switch reason {
        case .stopped: self.reason = "stopped"
        case .accessDenied(let message): (self.reason, detail) = ("accessDenied", message)
        case .credentialsExpired(let message): (self.reason, detail) = ("credentialsExpired", message)
        case .unreachable(let message): (self.reason, detail) = ("unreachable", message)
        case .journalFailed(let message): (self.reason, detail) = ("journalFailed", message)
        case .refused(let message): (self.reason, detail) = ("refused", message)
        case .notDone(let detail): (self.reason, self.detail) = ("notDone", detail)
        case .otherAccount(let message): (self.reason, detail) = ("otherAccount", message)
        case .notCovered(let detail, let refusal): (self.reason, self.detail, statusCode) = ("notCovered", detail, refusal?.rawValue)
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("answer", answer)
            json.member("before", before)
            json.member("detail", detail)
            json.member("outcome", outcome)
            json.member("reason", reason)
            json.member("statusCode", statusCode)
            json.member("statusMessage", statusMessage)
            json.member("targets", targets)
        }
    }

    init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "answer": answer = try json.string()
            case "before": before = try json.string()
            case "detail": detail = try json.string()
            case "outcome": outcome = try json.string()
            case "reason": reason = try json.string()
            case "statusCode": statusCode = try json.string()
            case "statusMessage": statusMessage = try json.string()
            case "targets": targets = try json.integers()
            default: break
            }
        }
    }

    /// The group; nothing when this version does not know the outcome or its reason.
    var group: OutcomeGroup? { known.map { OutcomeGroup(outcome: $0, targets: targets) } }

    private var known: Outcome? {
        switch outcome {
        case "succeeded": .succeeded
        case "failed": statusCode.map { .failed(statusCode: AssociationStatusCode(rawValue: $0), statusMessage: statusMessage) }
        case "notConfirmed": statusCode.map { .notConfirmed(statusCode: AssociationStatusCode(rawValue: $0), asOf: detail ?? "") }
        case "unresolved": unresolvedReason.map(Outcome.unresolved)
        case "notSent": notSentReason.map(Outcome.notSent)
        default: nil
        }
    }

    private var unresolvedReason: UnresolvedReason? {
        switch reason {
        case "notMentioned": .notMentioned
        case "contradictory": .contradictory
        case "repeated": .repeated
        case "unexpectedBody": .unexpectedBody(excerpt: detail ?? "")
        case "noAnswer": answer.map { .refused(answer: $0) } ?? .noAnswer(detail: detail ?? "")
        case "notVerified": .notVerified(detail: detail ?? "", before: before)
        case "interrupted": .interrupted
        default: nil
        }
    }

    private var notSentReason: NotSentReason? {
        let words = detail ?? ""
        return switch reason {
        case "stopped": .stopped
        case "accessDenied": .accessDenied(message: words)
        case "credentialsExpired": .credentialsExpired(message: words)
        case "unreachable": .unreachable(message: words)
        case "journalFailed": .journalFailed(message: words)
        case "refused": .refused(message: words)
        case "notDone": .notDone(detail: words)
        case "otherAccount": .otherAccount(message: words)
        case "notCovered": .notCovered(detail: words, refusal: statusCode.map { AssociationStatusCode(rawValue: $0) })
        default: nil
        }
    }
}
