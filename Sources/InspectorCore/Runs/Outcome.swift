/// What became of one target. Each target of a run ends in exactly one of these.
package enum Outcome: Hashable, Codable, Sendable {
    /// The service did it, or verification saw that it is done.
    case succeeded
    /// The service said no. For a call that failed as a whole, the code is the exception's name.
    case failed(statusCode: AssociationStatusCode, statusMessage: String?)
    /// The call went out, and no answer told what became of this target.
    case unresolved(UnresolvedReason)
    /// Nothing was sent for this target.
    case notSent(NotSentReason)

    /// Whether a resumed run has to look after the target: it is in doubt, or was not sent.
    package var isOpen: Bool {
        switch self {
        case .unresolved, .notSent: true
        case .succeeded, .failed: false
        }
    }
}

/// Why the outcome of a target is not known.
package enum UnresolvedReason: Hashable, Codable, Sendable {
    /// The answer names the target neither as successful nor as failed.
    case notMentioned
    /// The answer names the target in both lists.
    case contradictory
    /// The answer names the target more than once in one list.
    case repeated
    /// The service answered 200 with something that is not the operation's JSON.
    case unexpectedBody(excerpt: String)
    /// The call was sent and its answer never came, or it failed on the service's side, however often it was tried.
    case noAnswer(detail: String)
    /// Verification could not list the configuration.
    case notVerified(detail: String)
    /// The run was left before the answer came.
    case interrupted
}

/// Why a target was never sent.
package enum NotSentReason: Hashable, Codable, Sendable {
    /// The operator stopped the run.
    case stopped
    /// The caller may not call the operation at all.
    case accessDenied(message: String)
    /// The credentials ended, and none came in their place.
    case credentialsExpired(message: String)
    /// The service could not be reached.
    case unreachable(message: String)
    /// The journal could not be written, so nothing more was sent.
    case journalFailed(message: String)
    /// The service refuses calls whatever they hold.
    case refused(message: String)
}

extension UnresolvedReason {
    /// The reason in words.
    package var sentence: String {
        switch self {
        case .notMentioned: "the answer does not mention this target"
        case .contradictory: "the answer calls this target both successful and failed"
        case .repeated: "the answer names this target more than once"
        case .unexpectedBody(let excerpt): "the answer is not what the operation promises: \(excerpt)"
        case .noAnswer(let detail): "no answer came: \(detail)"
        case .notVerified(let detail): "the listing afterwards failed: \(detail)"
        case .interrupted: "the run was left before the answer came"
        }
    }
}

extension NotSentReason {
    /// The reason in words.
    package var sentence: String {
        switch self {
        case .stopped: "stopped before it was sent"
        case .accessDenied(let message), .credentialsExpired(let message), .unreachable(let message), .journalFailed(let message),
            .refused(let message):
            message
        }
    }
}
