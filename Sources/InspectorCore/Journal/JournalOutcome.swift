/// An outcome and its targets in a journal: `{"outcome":"failed","statusCode":…,"statusMessage":…,"targets":[…]}`.
struct JournalOutcome {
    var outcome: String
    var targets: [Int]
    var statusCode: String?
    var statusMessage: String?
    /// The reason's name, for `unresolved` and `notSent`.
    var reason: String?
    var detail: String?
    /// What was known before listings were asked, for `notVerified`.
    var before: String?
}

extension JournalOutcome {
    init(_ group: OutcomeGroup) {
        self.init(
            outcome: group.outcome.journalWord, targets: group.targets, statusCode: nil, statusMessage: nil, reason: nil, detail: nil,
            before: nil)
        switch group.outcome {
        case .succeeded: break
        case .failed(let code, let message): (statusCode, statusMessage) = (code.rawValue, message)
        case .notConfirmed(let code, let asOf): (statusCode, detail) = (code.rawValue, asOf)
        case .unresolved(let reason):
            (self.reason, detail) = reason.journalWords
            if case .notVerified(_, let before) = reason { self.before = before }
        case .notSent(let reason): (self.reason, detail) = reason.journalWords
        }
    }

    /// The group, when the words are known.
    var group: OutcomeGroup? {
        value.map { OutcomeGroup(outcome: $0, targets: targets) }
    }

    private var value: Outcome? {
        switch outcome {
        case "succeeded": .succeeded
        case "failed": statusCode.map { .failed(statusCode: AssociationStatusCode(rawValue: $0), statusMessage: statusMessage) }
        case "notConfirmed": statusCode.map { .notConfirmed(statusCode: AssociationStatusCode(rawValue: $0), asOf: detail ?? "") }
        case "unresolved": UnresolvedReason(journalName: reason ?? "", detail: detail ?? "", before: before).map(Outcome.unresolved)
        case "notSent": NotSentReason(journalName: reason ?? "", detail: detail ?? "").map(Outcome.notSent)
        default: nil
        }
    }
}

extension Outcome {
    fileprivate var journalWord: String {
        if case .notConfirmed = self { "notConfirmed" } else { word }
    }
}

extension UnresolvedReason {
    fileprivate var journalWords: (String?, String?) {
        switch self {
        case .notMentioned: ("notMentioned", nil)
        case .contradictory: ("contradictory", nil)
        case .repeated: ("repeated", nil)
        case .unexpectedBody(let excerpt): ("unexpectedBody", excerpt)
        case .noAnswer(let detail): ("noAnswer", detail)
        case .notVerified(let detail, _): ("notVerified", detail)
        case .interrupted: ("interrupted", nil)
        }
    }

    fileprivate init?(journalName: String, detail: String, before: String?) {
        switch journalName {
        case "notMentioned": self = .notMentioned
        case "contradictory": self = .contradictory
        case "repeated": self = .repeated
        case "unexpectedBody": self = .unexpectedBody(excerpt: detail)
        case "noAnswer": self = .noAnswer(detail: detail)
        case "notVerified": self = .notVerified(detail: detail, before: before)
        case "interrupted": self = .interrupted
        default: return nil
        }
    }
}

extension NotSentReason {
    fileprivate var journalWords: (String?, String?) {
        switch self {
        case .stopped: ("stopped", nil)
        case .accessDenied(let message): ("accessDenied", message)
        case .credentialsExpired(let message): ("credentialsExpired", message)
        case .unreachable(let message): ("unreachable", message)
        case .journalFailed(let message): ("journalFailed", message)
        case .refused(let message): ("refused", message)
        case .notDone(let detail): ("notDone", detail)
        case .otherAccount(let message): ("otherAccount", message)
        }
    }

    fileprivate init?(journalName: String, detail: String) {
        switch journalName {
        case "stopped": self = .stopped
        case "accessDenied": self = .accessDenied(message: detail)
        case "credentialsExpired": self = .credentialsExpired(message: detail)
        case "unreachable": self = .unreachable(message: detail)
        case "journalFailed": self = .journalFailed(message: detail)
        case "refused": self = .refused(message: detail)
        case "notDone": self = .notDone(detail: detail)
        case "otherAccount": self = .otherAccount(message: detail)
        default: return nil
        }
    }
}
