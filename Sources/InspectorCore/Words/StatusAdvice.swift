/// What an operator can do about a `statusCode` or an exception.
package struct StatusAdvice: Hashable, Sendable {
    /// What it means and what to do, one or two sentences.
    package var sentence: String
    /// What may settle it.
    package var remedy: Remedy

    /// Whether the same call may fare better when it is sent again.
    package var isRetryable: Bool { remedy == .retry || remedy == .resume }

    private init(_ sentence: String, _ remedy: Remedy) {
        (self.sentence, self.remedy) = (sentence, remedy)
    }

    /// The advice for a code of a failed association, an exception's name, or one of our own codes.
    package init(_ code: AssociationStatusCode) {
        self = Self.known[code.rawValue] ?? Self("This version does not know the code; the message may say more.", .retry)
    }

    private static let known: [String: StatusAdvice] = [
        "INTERNAL_ERROR": Self("The service failed. Try again in a moment.", .retry),
        "ACCESS_DENIED": Self(
            "You may not change this association. An organization's configuration is the delegated administrator's to change; "
                + "otherwise ask for the operation's permission.", .someoneElse),
        "SCAN_CONFIGURATION_NOT_FOUND": Self(
            "The service does not find the configuration. List again: what is still there can be tried again.", .gone),
        "INVALID_INPUT": Self("The service does not accept the IDs. List again, or check the input file.", .correction),
        "RESOURCE_NOT_FOUND": Self(
            "The service does not find the project or its association; someone else may have removed it. List again.", .gone),
        "QUOTA_EXCEEDED": Self(
            "A service quota is exceeded. Make room, or wait if the limit is on a period of time; then retry what failed with QUOTA_EXCEEDED.",
            .correction),
        "NO_STATUS_CODE": Self("The service gave no reason. List again, and try again.", .retry),
        "NOT_DISASSOCIATED": Self(
            "The service reported it done, but it is still listed. Listings can lag: verify the run again. A default configuration "
                + "(scope ALL) may have associated it again.", .verify),
        "NOT_ASSOCIATED": Self(
            "The service reported it done, but it is not listed. Listings can lag: verify the run again.", .verify),
        "ValidationException": Self(
            "The service rejected the request. List again, or check the input file.", .correction),
        "ResourceNotFoundException": Self("The configuration or the project no longer exists. List again.", .gone),
        "ConflictException": Self("Something else is changing the same project or configuration. Try again in a moment.", .retry),
        "AccessDeniedException": Self(
            "You may not call the operation at all. Ask for inspector2:BatchDisassociateCodeSecurityScanConfiguration "
                + "(and inspector2:BatchAssociateCodeSecurityScanConfiguration for moves and undo), then resume the run.", .someoneElse),
    ]
}

extension StatusAdvice {
    /// The advice for what became of a target.
    package init(_ outcome: Outcome) {
        switch outcome {
        case .succeeded: self = Self("Done.", .gone)
        case .failed(let code, let message):
            self.init(code)
            if let message, ServiceMessage(message).isSpecific {
                sentence = code == .quotaExceeded ? Self.quotaBesideMessage : remedy.adviceBesideMessage
            }
        case .notConfirmed(let code, _): self = Self(StatusAdvice(code).sentence + " An undo reverses it.", .verify)
        case .unresolved: self = Self("The outcome is unknown, because no answer came. A resume looks them up first.", .resume)
        case .notSent(let reason): self.init(reason)
        }
    }

    private static let quotaBesideMessage =
        "The message says which limit. Make room, or wait if the limit is on a period of time; then retry what failed with QUOTA_EXCEEDED."

    private init(_ reason: NotSentReason) {
        switch reason {
        case .accessDenied: self.init(AssociationStatusCode(rawValue: "AccessDeniedException"))
        case .notDone:
            self = Self("These were sent, but the listing shows no effect. A resume sends them again.", .resume)
        case .otherAccount:
            self = Self(
                "The credentials belong to another account, or that could not be ruled out. Sign in to the run's account, then resume "
                    + "the run.", .someoneElse)
        case .notCovered(_, let refusal?):
            let remedy = StatusAdvice(refusal).remedy
            self = Self(
                "These stay as they were, because their projects could not be associated first. A retry of what failed with "
                    + "\(refusal.rawValue) takes them along\(remedy == .retry ? "" : ", once that is settled").", remedy)
        case .notCovered(_, nil):
            self = Self(
                "These stay as they were, because no listing shows for certain that their projects were associated first. A resume lists "
                    + "again, and sends them then.", .resume)
        case .stopped, .credentialsExpired, .unreachable, .journalFailed, .refused:
            self = Self("These were not sent. A resume sends them.", .resume)
        }
    }
}

extension Remedy {
    /// What to do where the service's own message says why: nothing that could contradict it.
    fileprivate var adviceBesideMessage: String {
        switch self {
        case .retry, .resume: "The message says why. A retry may help."
        case .verify: "The message says why. Verify the run again."
        case .correction: "The message says what to correct."
        case .someoneElse: "Someone else has to fix this; see the message."
        case .gone: "The message says why. List again to see what is still there."
        }
    }
}
