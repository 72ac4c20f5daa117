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
    static let transientCodes: Set<String> = ["RequestTimeout", "RequestTimeoutException", "InternalServerException", "InternalError"]
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
