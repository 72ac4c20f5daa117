import AWSClient
@testable import InspectorCore
import Testing

/// What each error of the client means for the targets of a call.
@Suite struct CallFailureTests {
    private func failure(_ cause: CallError.Cause) -> CallFailure {
        CallFailure(CallError(operation: "Batch", service: "inspector2", endpoint: "https://x", attempts: 1, cause: cause))
    }

    private func service(_ status: Int, _ code: String, retryAfter: Int? = nil) -> CallFailure {
        failure(.service(ServiceError(status: status, code: code, message: "words", retryAfter: retryAfter)))
    }

    private func page(_ status: Int) -> CallFailure {
        failure(.unexpectedResponse(status: status, contentType: "text/html", excerpt: "<p>", requestId: nil))
    }

    private func transport(_ kind: TransportError.Kind, sent: Bool) -> CallFailure {
        failure(.transport(TransportError(kind: kind, endpoint: "https://x", detail: "d", mayHaveBeenSent: sent)))
    }

    @Test func throttlingHasManyNames() {
        #expect(service(429, "ThrottlingException", retryAfter: 3) == .throttled(retryAfter: 3))
        #expect(service(503, "SlowDown") == .throttled(retryAfter: nil))
        #expect(page(429) == .throttled(retryAfter: nil))
    }

    @Test func failuresOfTheServiceLeaveTheOutcomeOpen() {
        #expect(
            service(500, "InternalServerException", retryAfter: 2)
                == .unknown(detail: "InternalServerException: words", isTimeout: false, retryAfter: 2))
        #expect(service(400, "RequestTimeout") == .unknown(detail: "RequestTimeout: words", isTimeout: false, retryAfter: nil))
        #expect(page(502) == .unknown(detail: "HTTP 502: <p>", isTimeout: false, retryAfter: nil))
    }

    @Test func aPageWithStatus200IsAMalformedResponse() {
        #expect(page(200) == .malformedResponse(excerpt: "<p>"))
        #expect(page(204) == .malformedResponse(excerpt: "<p>"))
    }

    @Test(arguments: [101, 199, 300, 302, 307, 399, 500, 599]) func onlyA4xxIsARefusal(_ status: Int) {
        #expect(page(status) == .unknown(detail: "HTTP \(status): <p>", isTimeout: false, retryAfter: nil))
        for code in ["ValidationException", "AccessDeniedException", "ExpiredTokenException", "Whatever"] {
            #expect(service(status, code) == .unknown(detail: "\(code): words", isTimeout: false, retryAfter: nil))
        }
        if status < 400 { #expect(service(status, "ThrottlingException").isUnknown) }
    }

    @Test func anotherAccountsCredentialsSentNothing() {
        let other = OtherAccount(expected: "111111111111", found: "222222222222")
        #expect(failure(.credentials(.otherAccount(other))) == .otherAccount(other))
        let error = CallError(
            operation: "List", service: "inspector2", endpoint: "", attempts: 0, cause: .credentials(.otherAccount(other)))
        #expect(ListingAnswer(.call(error)) == .blocked(.otherAccount(other)))
        #expect(ListingError.call(error).isOtherAccount)
    }

    @Test func whatOneTargetCanCauseIsToldFromWhatNoCallSurvives() {
        let words = { CallRefusal(code: $0, message: "words") }
        for code in ["ValidationException", "ResourceNotFoundException", "ConflictException"] {
            #expect(service(400, code) == .rejected(words(code)))
        }
        #expect(service(403, "AccessDeniedException") == .accessDenied(words("AccessDeniedException")))
        #expect(service(400, "SerializationException") == .refused(words("SerializationException")))
        #expect(page(403) == .refused(CallRefusal(code: "HTTP 403", message: "<p>")))
    }

    @Test(arguments: ["ExpiredTokenException", "UnrecognizedClientException", "InvalidSignatureException"])
    func refusedCredentialsPauseTheRun(_ code: String) {
        guard case .credentialsExpired(let sentence) = service(403, code) else { return #expect(Bool(false)) }
        #expect(!sentence.isEmpty)
    }

    @Test func aConnectionThatWasNeverMadeSentNothing() {
        guard case .notConnected(_, true) = transport(.connectionRefused, sent: false) else { return #expect(Bool(false)) }
        guard case .notConnected(_, false) = transport(.tlsVerification, sent: false) else { return #expect(Bool(false)) }
        guard case .notConnected(_, false) = transport(.unwritable, sent: false) else { return #expect(Bool(false)) }
        guard case .unknown(_, false, nil) = transport(.connectionClosed, sent: true) else { return #expect(Bool(false)) }
        guard case .unknown(_, true, nil) = transport(.readTimeout, sent: true) else { return #expect(Bool(false)) }
        #expect(failure(.cancelled) == .cancelled)
    }
}

extension CallFailure {
    fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
