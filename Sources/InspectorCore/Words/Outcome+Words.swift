/// What became of a target, in the words that screens, tables, CSV, JSON and logs share.
///
/// Names and messages from outside stand in these words exactly as they came: not for a terminal.
extension Outcome {
    /// The outcome in tables for people.
    package var tableWord: String {
        if case .notSent = self { "not sent" } else { word }
    }

    /// The outcome's name in CSV, and what its list in JSON begins with.
    package var word: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed, .notConfirmed: "failed"
        case .unresolved: "unresolved"
        case .notSent: "notSent"
        }
    }

    /// The service's code, or one of our own; absent for a target that did not fail.
    package var statusCode: String? { failure?.statusCode.rawValue }

    /// The service's message, or why the outcome is not known or nothing was sent; absent when there is nothing to say.
    package var detail: String? {
        switch self {
        case .succeeded: nil
        case .failed, .notConfirmed: failure?.statusMessage
        case .unresolved(let reason): reason.words
        case .notSent(let reason): reason.words
        }
    }

    /// What results are grouped by, and what stands first where one outcome is shown: the code, or what else became of the target.
    package var title: String {
        switch self {
        case .succeeded: "Done"
        case .failed(let code, _): code.rawValue
        case .notConfirmed(let code, _): code == .notAssociated ? "Reported done, not listed" : "Reported done, still listed"
        case .unresolved: "Unresolved"
        case .notSent(.accessDenied): "Not sent, access denied"
        case .notSent(.notDone): "Not done yet"
        case .notSent(.otherAccount): "Not sent, another account"
        case .notSent(.notCovered): "Not sent, project not covered"
        case .notSent(.stopped), .notSent(.credentialsExpired), .notSent(.unreachable), .notSent(.journalFailed), .notSent(.refused):
            "Not sent"
        }
    }

    /// What stands beside the ``title``: the ``detail`` without what the title says already.
    package var reason: String {
        switch self {
        case .succeeded: ""
        case .failed(_, let message): message ?? ""
        case .notConfirmed(_, let asOf): "as of \(asOf.moment)"
        case .notSent(.notDone(let detail)): detail
        case .unresolved, .notSent: detail ?? ""
        }
    }

    /// The title and the reason: "ACCESS_DENIED  Not allowed to…".
    package var words: String {
        switch self {
        case .succeeded: "done"
        case .failed: "\(title)  \(reason)"
        case .notConfirmed: "\(title) \(reason)"
        case .unresolved, .notSent: "\(title): \(reason)"
        }
    }

    /// The message of a target that was reported done and that listings do not confirm.
    static func lag(_ code: AssociationStatusCode, _ asOf: String) -> String {
        "reported done, \(code == .notAssociated ? "not listed" : "still listed") as of \(asOf)"
    }
}

extension UnresolvedReason {
    /// The reason, for the middle of a sentence.
    package var words: String {
        switch self {
        case .notMentioned: "the answer does not mention this association"
        case .contradictory: "the answer calls this association both successful and failed"
        case .repeated: "the answer names this association more than once"
        case .unexpectedBody(let excerpt): "the answer is not what the operation promises: \(excerpt)"
        case .noAnswer(let detail): "no answer came (\(detail.withoutFullStop))"
        case .refused(let answer): "one attempt was not answered, and a later one was refused with \(answer)"
        case .notVerified(let detail, let before):
            "the listings do not tell: \(detail)" + (before.map { "; before that, \($0)" } ?? "")
        case .interrupted: "the run was interrupted before the answer came"
        }
    }
}

extension NotSentReason {
    /// The reason, for the middle of a sentence.
    package var words: String {
        switch self {
        case .stopped: "stopped before it was sent"
        case .accessDenied(let message), .credentialsExpired(let message), .unreachable(let message), .journalFailed(let message),
            .refused(let message), .otherAccount(let message), .notCovered(let message, _):
            message
        case .notDone(let detail): "not done yet: \(detail)"
        }
    }
}

extension String {
    /// The sentence for brackets.
    fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
