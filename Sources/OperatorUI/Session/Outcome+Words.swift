import InspectorCore
import Terminal
import TextSafety

extension Outcome {
    /// Whether the target was sent and is not known to have succeeded.
    var isFailure: Bool {
        switch self {
        case .succeeded, .notSent: false
        case .failed, .notConfirmed, .unresolved: true
        }
    }

    /// Whether the target was sent and no answer says what became of it.
    var isInDoubt: Bool {
        if case .unresolved = self { true } else { false }
    }

    /// The place of the outcome among results.
    var rank: Int {
        switch self {
        case .failed, .notConfirmed: 0
        case .unresolved: 1
        case .notSent: 2
        case .succeeded: 3
        }
    }

    /// What results are grouped by: the statusCode, or what else became of the target.
    var groupTitle: String {
        switch self {
        case .succeeded: "Done"
        case .failed(let code, _): code.rawValue.terminalSafe
        case .notConfirmed(let code, _): code == .notAssociated ? "Reported done, not listed" : "Reported done, still listed"
        case .unresolved: "Unresolved"
        case .notSent(let reason): reason.groupTitle
        }
    }

    /// What an operator can do, and whether sending the target again makes sense.
    var advice: (sentence: String, isRetryable: Bool) {
        switch self {
        case .succeeded: ("Done.", false)
        case .failed(let code, _): (StatusAdvice(code).sentence, StatusAdvice(code).isRetryable)
        case .notConfirmed(let code, _): (StatusAdvice(code).sentence + " An undo takes it back.", false)
        case .unresolved: ("No answer told what became of these. A resume looks them up first.", true)
        case .notSent(let reason): (reason.advice, reason.isRetryable)
        }
    }

    /// What the outcome looks like in a list.
    var style: Style {
        switch self {
        case .succeeded: .success
        case .failed, .unresolved: .failed
        case .notConfirmed, .notSent: .warning
        }
    }

    /// Why, without what a heading has already.
    var reasonText: String {
        switch self {
        case .succeeded: ""
        case .failed(_, let message): (message ?? "").terminalSafe
        case .notConfirmed(_, let asOf): "as of \(asOf)".terminalSafe
        case .unresolved(let reason): reason.sentence.terminalSafe
        case .notSent(.notDone(let detail)): detail.terminalSafe
        case .notSent(let reason): reason.sentence.terminalSafe
        }
    }

    /// "ACCESS_DENIED  Not allowed to…": the code, then the message; or what else became of it, and why.
    var statusText: String {
        switch self {
        case .succeeded: "done"
        case .failed: "\(groupTitle)  \(reasonText)"
        case .notConfirmed: "\(groupTitle) \(reasonText)"
        case .unresolved, .notSent: "\(groupTitle): \(reasonText)"
        }
    }
}

extension AssociationResource {
    /// The project's id, or the unknown member with its value, as it may be drawn.
    var idText: String { words.terminalSafe }
}

extension NotSentReason {
    fileprivate var groupTitle: String {
        switch self {
        case .accessDenied: "Not sent, access denied"
        case .notDone: "Not done yet"
        case .otherAccount: "Not sent, another account"
        case .stopped, .credentialsExpired, .unreachable, .journalFailed, .refused: "Not sent"
        }
    }

    fileprivate var advice: String {
        switch self {
        case .accessDenied: StatusAdvice(AssociationStatusCode(rawValue: "AccessDeniedException")).sentence
        case .notDone: "These were sent, and the listing shows that nothing came of it. A resume sends them again."
        case .otherAccount:
            "The credentials belong to another account, or that could not be ruled out. Sign in to the run's account, then resume the run."
        case .stopped, .credentialsExpired, .unreachable, .journalFailed, .refused: "These were not sent. A resume sends them."
        }
    }

    /// Whether sending the target is likely to succeed without anything else being done first.
    fileprivate var isRetryable: Bool {
        switch self {
        case .accessDenied, .otherAccount: false
        case .stopped, .notDone, .credentialsExpired, .unreachable, .journalFailed, .refused: true
        }
    }
}
