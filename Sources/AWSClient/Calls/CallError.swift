internal import TextSafety

/// Why a call brought no result.
package struct CallError: Error, Equatable, Sendable {
    /// Why the last attempt brought no result, or why there was none.
    package enum Cause: Equatable, Sendable {
        /// The settings name no usable endpoint; nothing was sent.
        case settings(SettingsError)
        /// There were no credentials to sign with.
        case credentials(CredentialError)
        /// No complete reply arrived; ``outcomeIsUnknown`` says whether the request may have.
        case transport(TransportError)
        /// The service answered with an error of its own.
        case service(ServiceError)
        /// A reply that no AWS service sends, such as a proxy's page, with a short, terminal-safe excerpt.
        case unexpectedResponse(status: Int, contentType: String?, excerpt: String, requestId: String?)
        /// The calling task was cancelled.
        case cancelled
        /// The request breaks the service's model and was not sent; the problem is a phrase.
        case invalidRequest(problem: String)
    }

    /// The operation's name, as in its IAM action.
    package let operation: String
    /// The signing name of the service, the prefix of its IAM actions.
    package let service: String
    /// Scheme, host and port that were called; empty when there was none yet.
    package let endpoint: String
    /// How many times the request was sent.
    package let attempts: Int
    /// Why the last attempt brought no result.
    package let cause: Cause
    /// Whether the service may have acted: some attempt was sent and has no definite answer.
    package let outcomeIsUnknown: Bool

    /// A failed call of which nothing is in doubt, unless said otherwise.
    package init(operation: String, service: String, endpoint: String, attempts: Int, cause: Cause, outcomeIsUnknown: Bool = false) {
        self.operation = operation
        self.service = service
        self.endpoint = endpoint
        self.attempts = attempts
        self.cause = cause
        self.outcomeIsUnknown = outcomeIsUnknown
    }

    /// The service's own error, if that is what it was.
    package var serviceError: ServiceError? {
        guard case .service(let error) = cause else { return nil }
        return error
    }

    /// The account that the credentials belong to instead of the session's, if that kept the call from being sent.
    package var otherAccount: OtherAccount? {
        guard case .credentials(.otherAccount(let other)) = cause else { return nil }
        return other
    }

    /// Whether the service asked to slow down: 429 whatever its body, or a throttling code.
    package var isThrottling: Bool {
        switch cause {
        case .service(let error): error.isThrottling
        case .unexpectedResponse(let status, _, _, _): status == 429
        default: false
        }
    }

    /// The service's id of the request, where there is one.
    package var requestId: String? {
        switch cause {
        case .service(let error): error.requestId
        case .unexpectedResponse(_, _, _, let requestId): requestId
        default: nil
        }
    }
}

extension CallError: Worded {
    /// Which call failed, why, and what to do.
    package var words: String {
        let id = requestId.map { " (request \($0))" } ?? ""
        return "\(operation): \(causeWords)\(id)\(doubt)"
    }

    private var causeWords: String {
        switch cause {
        case .settings(let error): error.words
        case .credentials(let error): error.words
        case .transport(let error): error.words
        case .service(let error) where error.isNotEnabled: "\(error.words) The service is not enabled for this account in this region."
        case .service(let error) where error.isAccessDenied: "\(error.words) The permission it needs is \(service):\(operation)."
        case .service(let error): error.words
        case .unexpectedResponse(let status, let contentType, let excerpt, _): unexpectedWords(status, contentType, excerpt)
        case .cancelled: "cancelled."
        case .invalidRequest(let problem): "it was not sent, because \(problem)."
        }
    }

    private func unexpectedWords(_ status: Int, _ contentType: String?, _ excerpt: String) -> String {
        let kind = contentType.map { ", \($0)" } ?? ""
        let said = excerpt.isEmpty ? "" : ": \(excerpt.stopped)"
        let place = endpoint.isEmpty ? "the endpoint" : endpoint
        return "\(place) answered with status \(status)\(kind), which no AWS service does\(said)\(said.isEmpty ? "." : "") "
            + "Check the endpoint and the proxy."
    }

    private var doubt: String {
        outcomeIsUnknown ? " It is not known whether the service acted." : ""
    }
}
