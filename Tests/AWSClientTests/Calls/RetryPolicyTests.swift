import Testing

@testable import AWSClient

@Suite struct RetryPolicyTests {
    @Test func waitsDoubleFrom50MillisecondsOrFrom1SWhenThrottledUpTo20S() {
        let policy = RetryPolicy()
        let waits = (1...10).map { policy.wait(afterAttempt: $0, random: 1) }
        #expect(waits == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20])
        #expect((1...6).map { policy.wait(afterAttempt: $0, random: 1, isThrottled: true) } == [1, 2, 4, 8, 16, 20])
        #expect(policy.wait(afterAttempt: 40, random: 0.25) == 5)
    }

    @Test(arguments: [
        (Int?.none, Int?(3), 3.0), (nil, 60, 20), (2_000, nil, 2), (60_000, nil, 6), (500, nil, 1), (2_000, 9, 2), (0, 9, 1),
    ])
    func theServicesHintIsALowerBoundInMillisecondsOf5SMore(milliseconds: Int?, seconds: Int?, wait: Double) {
        let found = RetryPolicy().wait(
            afterAttempt: 1, random: 1, retryAfter: seconds, milliseconds: milliseconds, isThrottled: true)
        #expect(found == wait)
    }

    @Test(arguments: [
        ("Throttling", 400, true), ("ThrottlingException", 400, true), ("ThrottledException", 400, true),
        ("RequestThrottled", 400, true),
        ("RequestThrottledException", 400, true), ("TooManyRequestsException", 400, true),
        ("ProvisionedThroughputExceededException", 400, true), ("RequestLimitExceeded", 400, true), ("SlowDown", 400, true),
        ("BandwidthLimitExceeded", 400, true), ("LimitExceededException", 400, true), ("RequestTimeout", 400, true),
        ("RequestTimeoutException", 400, true), ("InternalServerException", 400, true), ("Any", 500, true), ("Any", 502, true),
        ("Any", 503, true), ("Any", 504, true), ("Any", 501, false), ("Any", 429, false), ("InternalError", 400, false),
        ("IDPCommunicationError", 400, true), ("ExpiredTokenException", 403, false),
        ("ConflictException", 409, false), ("ResourceNotFoundException", 404, false),
    ])
    func throttlingAndTransientCodesAreRetriedOthersNot(code: String, status: Int, isRetried: Bool) {
        #expect(RetryPolicy().isRetryable(.service(ServiceError(status: status, code: code))) == isRetried)
    }

    @Test func theQuota14ARetry5AfterThrottlingNeverAbove500() async {
        let closed = CallError.Cause.transport(TransportError(kind: .connectionClosed, endpoint: "x", mayHaveBeenSent: true))
        let throttled = CallError.Cause.service(ServiceError(status: 429, code: "ThrottlingException"))
        #expect(RetryPolicy().cost(of: closed) == 14)
        #expect(RetryPolicy().cost(of: throttled) == 5)
        let quota = RetryQuota()
        #expect(await quota.take(496))
        #expect(await !quota.take(5))
        await quota.giveBack(nil)
        #expect(await quota.available == 5)
        #expect(await quota.take(5))
        await quota.giveBack(600)
        #expect(await quota.available == 500)
    }
}
