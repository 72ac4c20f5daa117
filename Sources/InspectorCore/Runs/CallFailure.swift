package import AWSClient
import TextSafety

/// Why a call brought no answer of the operation's form, seen by what it means for the targets.
package enum CallFailure: Hashable, Sendable {
    /// The service asked to slow down and did nothing; `retryAfter` in seconds.
    case throttled(retryAfter: Int?)
    /// The service may have acted: no answer, or a failure on its side.
    case unknown(detail: String, isTimeout: Bool, retryAfter: Int?)
    /// 200, with something that is not the operation's JSON.
    case malformedResponse(excerpt: String)
    /// The call is refused for something in it, which may be a single target.
    case rejected(CallRefusal)
    /// The call is refused whatever it holds; no other call would fare better.
    case refused(CallRefusal)
    /// The caller may not call the operation at all.
    case accessDenied(CallRefusal)
    /// The credentials have expired, or could not be obtained.
    case credentialsExpired(sentence: String)
    /// The credentials are another account's, or that could not be ruled out; nothing was sent.
    case otherAccount(OtherAccount)
    /// There was no connection, so nothing was sent; trying again makes sense when it `isTransient`.
    case notConnected(sentence: String, isTransient: Bool)
    /// The call was cancelled on our side; it may have been sent.
    case cancelled
}

/// The words of a call that was refused as a whole.
package struct CallRefusal: Hashable, Sendable {
    /// The exception's name, or what stands for it.
    package var code: String
    /// The service's message.
    package var message: String?
    /// The service's id of the request; absent when there was none.
    package var requestId: String?

    /// A refusal with the exception's name and the service's message.
    package init(code: String, message: String?, requestId: String? = nil) {
        self.code = code
        self.message = message
        self.requestId = requestId
    }

    /// Code and message on one line.
    package var sentence: String { message.map { "\(code): \($0)" } ?? code }
}

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
        case .cancelled: self = .cancelled
        case .invalidRequest(let problem): self = .rejected(CallRefusal(code: "ValidationException", message: "Not sent: \(problem)."))
        }
    }

    private init(_ error: ServiceError, sentence: String) {
        let refusal = CallRefusal(code: error.code, message: error.message, requestId: error.requestId)
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
            self = .cancelled
        } else if error.mayHaveBeenSent {
            self = .unknown(detail: sentence, isTimeout: error.isTimeout, retryAfter: nil)
        } else {
            let final: [TransportError.Kind] = [.tlsVerification, .tlsUnavailable, .settings, .unwritable]
            self = .notConnected(sentence: sentence, isTransient: !final.contains(error.kind))
        }
    }

    private init(status: Int, excerpt: String) {
        switch status {
        case 200..<300: self = .malformedResponse(excerpt: excerpt)
        case 429: self = .throttled(retryAfter: nil)
        case 400..<500 where status != 408: self = .refused(CallRefusal(code: "HTTP \(status)", message: excerpt))
        default: self = .unknown(detail: "HTTP \(status): \(excerpt)", isTimeout: false, retryAfter: nil)
        }
    }

    /// Exceptions of the batch operations that one bad target can cause.
    private static let rejectionCodes: Set<String> = ["ValidationException", "ResourceNotFoundException", "ConflictException"]
}
