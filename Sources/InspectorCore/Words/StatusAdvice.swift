/// What an operator can do about a `statusCode` or an exception.
package struct StatusAdvice: Hashable, Sendable {
    /// What it means and what to do, one or two sentences.
    package var sentence: String
    /// Whether the same call may fare better when it is sent again.
    package var isRetryable: Bool

    private init(_ sentence: String, retry: Bool) {
        self.sentence = sentence
        isRetryable = retry
    }

    /// The advice for a code of a failed association, an exception's name, or one of our own codes.
    package init(_ code: AssociationStatusCode) {
        self = Self.known[code.rawValue] ?? Self("This version does not know the code; the message may say more.", retry: true)
    }

    private static let known: [String: StatusAdvice] = [
        "INTERNAL_ERROR": Self("The service failed. Try again in a moment.", retry: true),
        "ACCESS_DENIED": Self(
            "You may not change this association. An organization's configuration is the delegated administrator's to change; "
                + "otherwise ask for the operation's permission.", retry: false),
        "SCAN_CONFIGURATION_NOT_FOUND": Self(
            "The configuration does not exist any more, so there is nothing to do. Refresh the list.", retry: false),
        "INVALID_INPUT": Self("The service does not accept the ids. Refresh the list, or check the input file.", retry: false),
        "RESOURCE_NOT_FOUND": Self(
            "The project or its association does not exist any more; someone else may have been faster. Refresh the list.", retry: false),
        "QUOTA_EXCEEDED": Self("A service quota is exceeded. Ask for a higher one, or make room first.", retry: false),
        "NO_STATUS_CODE": Self("The service gave no reason. Refresh the list, and try again.", retry: true),
        "NOT_DISASSOCIATED": Self(
            "The service reported it done, but it is still listed. Listings can lag: verify the run again. A default configuration "
                + "(scope ALL) may have associated it again.", retry: false),
        "NOT_ASSOCIATED": Self(
            "The service reported it done, but it is not listed. Listings can lag: verify the run again.", retry: false),
        "ValidationException": Self(
            "The service rejects the request as it was sent. Refresh the list, or check the input file.", retry: false),
        "ResourceNotFoundException": Self("The configuration or the project does not exist any more. Refresh the list.", retry: false),
        "ConflictException": Self("Something else is changing the same project or configuration. Try again in a moment.", retry: true),
        "AccessDeniedException": Self(
            "You may not call the operation at all. Ask for inspector2:BatchDisassociateCodeSecurityScanConfiguration "
                + "(and inspector2:BatchAssociateCodeSecurityScanConfiguration for undo), then resume the run.", retry: false),
    ]
}

extension StatusAdvice {
    /// The advice for what became of a target.
    package init(_ outcome: Outcome) {
        switch outcome {
        case .succeeded: self = Self("Done.", retry: false)
        case .failed(let code, _): self.init(code)
        case .notConfirmed(let code, _): self = Self(StatusAdvice(code).sentence + " An undo reverses it.", retry: false)
        case .unresolved: self = Self("No answer told what became of these. A resume looks them up first.", retry: true)
        case .notSent(let reason): self.init(reason)
        }
    }

    private init(_ reason: NotSentReason) {
        switch reason {
        case .accessDenied: self.init(AssociationStatusCode(rawValue: "AccessDeniedException"))
        case .notDone:
            self = Self("These were sent, and the listing shows that nothing came of it. A resume sends them again.", retry: true)
        case .otherAccount:
            self = Self(
                "The credentials belong to another account, or that could not be ruled out. Sign in to the run's account, then resume "
                    + "the run.", retry: false)
        case .notCovered:
            self = Self(
                "These stay as they were, because their project could not be associated with the other configuration first. Mend that, then "
                    + "retry the run.", retry: false)
        case .stopped, .credentialsExpired, .unreachable, .journalFailed, .refused:
            self = Self("These were not sent. A resume sends them.", retry: true)
        }
    }
}
