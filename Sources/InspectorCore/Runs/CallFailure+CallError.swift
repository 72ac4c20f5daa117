package import AWSClient
import TextSafety

extension CallFailure {
    /// What `error` means for the targets of a call that was attempted once.
    package init(_ error: CallError) {
        switch error.cause {
        case .service(let service): self.init(service, sentence: error.sentence)
        case .transport(let transport): self.init(transport, sentence: error.sentence)
        case .unexpectedResponse(let status, _, let excerpt, _): self.init(status: status, excerpt: excerpt)
        case .credentials(.otherAccount(let other)): self = .otherAccount(other)
        case .credentials: self = .credentialsExpired(sentence: error.sentence)
        case .settings: self = .notConnected(sentence: error.sentence, isTransient: false)
        case .cancelled: self = .withdrawn
        case .invalidRequest(let problem): self = .rejected(CallRefusal(code: "ValidationException", message: "Not sent: \(problem)."))
        }
    }

    private init(_ error: ServiceError, sentence: String) {
        let refusal = CallRefusal(code: error.code, message: error.message)
        if error.mayHaveActed {
            self = .unknown(detail: refusal.sentence, isTimeout: false, retryAfter: error.retryAfter)
        } else if error.isThrottling {
            self = .throttled(retryAfter: error.retryAfter)
        } else if error.isExpiredCredentials || error.isSignatureRefused {
            self = .credentialsExpired(sentence: sentence)
        } else if error.isAccessDenied {
            self = .accessDenied(refusal)
        } else {
            self = Self.rejectionCodes.contains(error.code) ? .rejected(refusal) : .refused(refusal)
        }
    }

    private init(_ error: TransportError, sentence: String) {
        if error.kind == .cancelled {
            self = .withdrawn
        } else if error.mayHaveBeenSent {
            self = .unknown(detail: sentence, isTimeout: error.isTimeout, retryAfter: nil)
        } else {
            self = .notConnected(sentence: sentence, isTransient: ![.tlsVerification, .tlsUnavailable, .unwritable].contains(error.kind))
        }
    }

    private init(status: Int, excerpt: String) {
        switch status {
        case 200..<300: self = .nonsense(excerpt: excerpt)
        case 429: self = .throttled(retryAfter: nil)
        case 400..<500 where status != 408: self = .refused(CallRefusal(code: "HTTP \(status)", message: excerpt))
        default: self = .unknown(detail: "HTTP \(status): \(excerpt)", isTimeout: false, retryAfter: nil)
        }
    }

    /// Exceptions of the batch operations that one bad target can cause.
    private static let rejectionCodes: Set<String> = ["ValidationException", "ResourceNotFoundException", "ConflictException"]
}
