import Testing

@testable import AWSClient

@Suite struct RetryPolicyTests {
    @Test func waitsGrowAsPowersOfTwoUpTo20S() {
        let policy = RetryPolicy()
        let waits = (1...8).map { policy.wait(afterAttempt: $0, random: 1, retryAfter: nil) }
        #expect(waits == [1, 2, 4, 8, 16, 20, 20, 20])
        #expect(policy.wait(afterAttempt: 40, random: 0.25, retryAfter: nil) == 5)
        #expect(policy.wait(afterAttempt: 5, random: 1, retryAfter: 3) == 16)
    }

    @Test(arguments: [
        ("Throttling", 400, true), ("ThrottlingException", 400, true), ("ThrottledException", 400, true),
        ("RequestThrottled", 400, true),
        ("RequestThrottledException", 400, true), ("TooManyRequestsException", 400, true),
        ("ProvisionedThroughputExceededException", 400, true), ("RequestLimitExceeded", 400, true), ("SlowDown", 400, true),
        ("BandwidthLimitExceeded", 400, true), ("LimitExceededException", 400, true), ("RequestTimeout", 400, true),
        ("RequestTimeoutException", 400, true), ("InternalServerException", 400, true), ("Any", 500, true), ("Any", 502, true),
        ("Any", 503, true), ("Any", 504, true), ("Any", 501, false), ("Any", 429, true), ("ExpiredTokenException", 403, false),
        ("ConflictException", 409, false), ("ResourceNotFoundException", 404, false),
    ])
    func throttlingAndTransientCodesAreRetriedOthersNot(code: String, status: Int, isRetried: Bool) {
        #expect(RetryPolicy().isRetryable(.service(ServiceError(status: status, code: code))) == isRetried)
    }

    @Test func theQuota5ARetry10AfterATimeLimitNeverAbove500() async {
        let timeout = CallError.Cause.transport(TransportError(kind: .readTimeout, endpoint: "x", mayHaveBeenSent: true))
        let closed = CallError.Cause.transport(TransportError(kind: .connectionClosed, endpoint: "x", mayHaveBeenSent: true))
        #expect(RetryPolicy().cost(of: timeout) == 10)
        #expect(RetryPolicy().cost(of: closed) == 5)
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
