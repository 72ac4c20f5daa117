/// What became of one target. Each target of a run ends in exactly one of these.
package enum Outcome: Hashable, Sendable {
    /// The service did it, or verification saw that it is done.
    case succeeded
    /// The service said no. For a call that failed as a whole, the code is the exception's name.
    case failed(statusCode: AssociationStatusCode, statusMessage: String?)
    /// The service said it did it, and the listings afterwards do not show that: a disassociated one is still listed, an associated one
    /// is not. The listings may lag, so an undo includes it like one that succeeded.
    ///
    /// - Parameters:
    ///   - statusCode: `NOT_DISASSOCIATED` or `NOT_ASSOCIATED`, our own words.
    ///   - asOf: When it was last listed, ISO 8601 in UTC.
    case notConfirmed(statusCode: AssociationStatusCode, asOf: String)
    /// The call went out, and no answer told what became of this target.
    case unresolved(UnresolvedReason)
    /// Nothing was sent for this target.
    case notSent(NotSentReason)

    /// Whether a resumed run has to look after the target: it is in doubt, or was not sent.
    package var isOpen: Bool {
        switch self {
        case .unresolved, .notSent: true
        case .succeeded, .failed, .notConfirmed: false
        }
    }

    /// Whether it was not sent because its project is not covered.
    package var isHeldBack: Bool { if case .notSent(.notCovered) = self { true } else { false } }

    /// Whether a call went out for the target that may take effect yet, whatever the listings have shown so far: should a later call not
    /// find it, that may be the earlier one's doing.
    var leavesDoubt: Bool {
        switch self {
        case .unresolved, .notSent(.notDone): true
        case .succeeded, .failed, .notConfirmed, .notSent: false
        }
    }

    /// The code and message of a target that counts as failed; absent for any other.
    package var failure: (statusCode: AssociationStatusCode, statusMessage: String?)? {
        switch self {
        case .failed(let code, let message): (code, message)
        case .notConfirmed(let code, let asOf): (code, Self.lag(code, asOf))
        case .succeeded, .unresolved, .notSent: nil
        }
    }

    /// Whether the service said that it did it, or it was found done: an undo includes it.
    package var isDone: Bool {
        switch self {
        case .succeeded, .notConfirmed: true
        case .failed, .unresolved, .notSent: false
        }
    }
}

extension AssociationStatusCode {
    /// Our own word: the service called the association failed without saying why.
    package static let notStated = Self(rawValue: "NO_STATUS_CODE")
    /// Our own word: the listing after the run still shows the association.
    package static let notDisassociated = Self(rawValue: "NOT_DISASSOCIATED")
    /// Our own word: the listing after the run does not show the association.
    package static let notAssociated = Self(rawValue: "NOT_ASSOCIATED")

    /// What the listings do not confirm.
    static func notConfirmed(_ change: AssociationChange) -> Self {
        switch change {
        case .associate: .notAssociated
        case .disassociate: .notDisassociated
        }
    }

    /// Whether what failed may have taken effect all the same: the service failed on its side, or gave no reason. Only listings tell.
    var leavesEffectOpen: Bool { self == .internalError || self == .notStated }
}

/// Why the outcome of a target is not known.
package enum UnresolvedReason: Hashable, Sendable {
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
    /// One attempt was not answered, and a later one was refused, which may be the echo of the first one's effect: code and message.
    case refused(answer: String)
    /// Listings could not tell; `before` is what was known of the target before, in words.
    case notVerified(detail: String, before: String?)
    /// The run was left before the answer came.
    case interrupted
}

/// Why a target was never sent.
package enum NotSentReason: Hashable, Sendable {
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
    /// It was sent, and the listings afterwards show that nothing came of it: it can be sent again. What is known of the attempt, in words.
    case notDone(detail: String)
    /// The credentials now belong to another account, or that could not be ruled out.
    case otherAccount(message: String)
    /// The project was to be associated with another configuration first, and that is not certain; why, in words, and the service's code
    /// where it refused that.
    case notCovered(detail: String, refusal: AssociationStatusCode? = nil)
}
