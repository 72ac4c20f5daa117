internal import TextSafety

/// An error that the service itself reported.
package struct ServiceError: Error, Equatable, Sendable {
    /// One field that a `ValidationException` complains about.
    package struct Field: Equatable, Sendable {
        /// The field's name; empty when the service gives none.
        package let name: String
        /// What is wrong with it.
        package let message: String

        /// What the service says of one field.
        package init(name: String, message: String) {
            self.name = name
            self.message = message
        }
    }

    /// The HTTP status code, hardly ever below 400.
    package let status: Int
    /// The exception's name, `AccessDeniedException`.
    package let code: String
    /// The service's own words, as received; nil when there are none.
    package let message: String?
    /// The service's id of the request.
    package let requestId: String?
    /// Seconds from `Retry-After`, when it is a whole number.
    package let retryAfter: Int?
    /// Milliseconds from `x-amz-retry-after`, when it is a whole number.
    package let retryAfterMilliseconds: Int?
    /// The word that a refusal of `aws login` has in its member `error`.
    package let reason: String?
    /// The `fields` of a `ValidationException`.
    package let fields: [Field]
    /// The service's clock, from the `Date` header, in seconds since 1970.
    package let serverTime: Double?

    /// An error that says no more than its code, unless said otherwise.
    package init(
        status: Int, code: String, message: String? = nil, requestId: String? = nil, retryAfter: Int? = nil,
        retryAfterMilliseconds: Int? = nil,
        reason: String? = nil, fields: [Field] = [], serverTime: Double? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.requestId = requestId
        self.retryAfter = retryAfter
        self.retryAfterMilliseconds = retryAfterMilliseconds
        self.reason = reason
        self.fields = fields
        self.serverTime = serverTime
    }
}

extension ServiceError {
    /// Whether the service asks to slow down: 429 whatever its code, or one of the codes of the standard retry mode.
    package var isThrottling: Bool { status == 429 || Self.throttlingCodes.contains(code) }

    /// Whether the same request may well succeed in a moment.
    package var isTransient: Bool { [500, 502, 503, 504].contains(status) || Self.transientCodes.contains(code) }

    /// Whether the service may have acted all the same. Only a 4xx is a refusal: what a 1xx or 3xx says comes from somewhere on the way.
    package var mayHaveActed: Bool {
        if isThrottling, status >= 400 { return false }
        return !(400...499).contains(status) || isTransient
    }

    /// Whether temporary credentials have ended.
    package var isExpiredCredentials: Bool { Self.expiredCodes.contains(code) }

    /// Whether key or signature were refused, a wrong clock included.
    package var isSignatureRefused: Bool { Self.signatureCodes.contains(code) || isClockSkew }

    /// Whether the caller lacks a permission.
    package var isAccessDenied: Bool { Self.accessDeniedCodes.contains(code) }

    /// Whether the account has not enabled the service.
    package var isNotEnabled: Bool { isAccessDenied && (message ?? "").lowercased().contains("not enabled") }

    /// Whether the service found the signature's time too far from its own.
    package var isClockSkew: Bool {
        if Self.clockCodes.contains(code) { return true }
        guard ["InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure"].contains(code) else { return false }
        let words = (message ?? "").lowercased()
        return words.contains("signature expired") || words.contains("signature not yet current") || words.contains("is now earlier than")
            || words.contains("is now later than")
    }

    /// Source: AWS SDKs and Tools reference guide, "Retry behavior".
    static let throttlingCodes: Set<String> = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "SlowDown",
        "BandwidthLimitExceeded", "LimitExceededException", "PriorRequestNotComplete", "TransactionInProgressException",
        "EC2ThrottledException",
    ]
    static let transientCodes: Set<String> = [
        "RequestTimeout", "RequestTimeoutException", "InternalServerException", "IDPCommunicationError",
    ]
    static let expiredCodes: Set<String> = ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"]
    static let clockCodes: Set<String> = ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"]
    static let signatureCodes: Set<String> = [
        "InvalidSignatureException", "SignatureDoesNotMatch", "InvalidClientTokenId", "UnrecognizedClientException",
        "InvalidAccessKeyId", "AuthFailure", "IncompleteSignature", "IncompleteSignatureException", "MissingAuthenticationToken",
        "MissingAuthenticationTokenException", "InvalidToken", "NotAuthorized",
    ]
    static let accessDeniedCodes: Set<String> = [
        "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorizedException",
    ]
}

extension ServiceError: Worded {
    /// What the service said, and what to do about it where that is known.
    package var words: String {
        let said = message.map { "\(code): \($0.stopped)" } ?? "\(code)."
        return [said, fieldWords, advice].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var fieldWords: String {
        fields.map { "\($0.name): \($0.message.stopped)" }.joined(separator: " ")
    }

    private var advice: String {
        if isExpiredCredentials { return "The credentials have expired: sign in, then try again." }
        if isClockSkew { return "This machine's clock differs from the service's: set it right." }
        if isSignatureRefused {
            return "The access key or its signature was refused: check which credentials are in use, the region and this machine's clock."
        }
        if isThrottling { return "The service asks to slow down: try again later." }
        if status >= 500 { return "The service has a problem of its own: try again later." }
        return ""
    }
}
