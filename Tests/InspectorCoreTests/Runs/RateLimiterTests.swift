import Testing

@testable import InspectorCore

/// A service that takes `rate` calls a second and `burst` at once.
final class ThrottlingModel {
    private let rate: Double
    private let burst: Double
    private var tokens: Double
    private var last = Duration.zero
    private(set) var rejected = 0

    init(rate: Double, burst: Double) {
        (self.rate, self.burst, tokens) = (rate, burst, burst)
    }

    func take(at now: Duration) -> Bool {
        tokens = min(burst, tokens + (now - last).inSeconds * rate)
        last = now
        guard tokens >= 1 else {
            rejected += 1
            return false
        }
        tokens -= 1
        return true
    }
}

@Suite struct RateLimiterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let rate: Double
        let burst: Double
        let latency: Int
        var testDescription: String { "\(rate) calls a second, burst \(burst), \(latency) ms" }
    }

    static let cases: [Case] = [5.0, 10, 40].flatMap { rate in
        [rate, 2 * rate].flatMap { burst in [1, 60, 250].map { Case(rate: rate, burst: burst, latency: $0) } }
    }

    /// 60 seconds' worth of calls: at most 1.1 times n/25/R, and fewer than 5 in 100 calls rejected.
    @Test(arguments: cases) func findsTheServicesRateAndStaysJustUnderIt(_ model: Case) {
        let calls = max(100, Int(model.rate * 60))
        let plan = MadePlan.plan(calls * 25)
        let service = ThrottlingModel(rate: model.rate, burst: model.burst)
        var run = VirtualRun(plan) { call, now in
            (.milliseconds(model.latency), service.take(at: now) ? plan.success(call) : .failure(.throttled(retryAfter: nil)))
        }
        run.run()
        let isComplete = run.engine.isFinished && run.outcomes.allSatisfy { $0 == .succeeded }
        #expect(isComplete)
        let ideal = Double(calls) / model.rate
        let share = Double(service.rejected) / Double(run.sent.count)
        let time = run.now.inSeconds / ideal
        #expect(time <= 1.1)
        #expect(share < 0.05)
    }

    /// A service without any burst gives less to measure; the run is still near its rate.
    @Test(arguments: [1.0, 5, 20]) func copesWithAServiceThatTakesNoBurst(_ rate: Double) {
        let calls = max(100, Int(rate * 60))
        let plan = MadePlan.plan(calls * 25)
        let service = ThrottlingModel(rate: rate, burst: 1)
        var run = VirtualRun(plan) { call, now in
            (.milliseconds(40), service.take(at: now) ? plan.success(call) : .failure(.throttled(retryAfter: nil)))
        }
        run.run()
        let isComplete = run.engine.isFinished && run.outcomes.allSatisfy { $0 == .succeeded }
        #expect(isComplete)
        #expect(run.now.inSeconds / (Double(calls) / rate) <= 1.3)
        #expect(service.rejected * 8 < run.sent.count)
    }

    @Test func retryAfterIsALowerBoundUpToTwentySeconds() {
        let plan = MadePlan.plan(50)
        for (asked, waited) in [(3, 3), (20, 20), (600, 20)] {
            var first = true
            var run = VirtualRun(plan) { call, _ in
                defer { first = false }
                return (.zero, first ? .failure(.throttled(retryAfter: asked)) : plan.success(call))
            }
            run.run()
            #expect(run.now >= .seconds(waited))
            #expect(run.now < .seconds(waited + 4))
        }
    }

    @Test func aBucketLetsABurstGoAfterAPauseAndThenOneInEachInterval() {
        var bucket = TokenBucket(burst: 2)
        var moments: [Duration] = []
        for _ in 0..<5 {
            let now = max(.seconds(10), bucket.earliest)
            bucket.take(at: now, interval: .seconds(1))
            moments.append(now)
        }
        #expect(moments == [10, 10, 10, 11, 12].map { Duration.seconds($0) })
        bucket.empty(at: .seconds(20), interval: .seconds(3))
        #expect(bucket.earliest == .seconds(23))
    }

    @Test func aThrottleOfACallSentBeforeTheLastReductionSaysNothingNew() {
        var limiter = RateLimiter()
        for call in 0..<20 {
            limiter.sent(at: .milliseconds(call * 10))
            limiter.tookCall()
        }
        limiter.throttled(sentAt: .milliseconds(200), now: .seconds(1), retryAfter: nil)
        let earliest = limiter.earliestCall
        #expect(limiter.isLimiting && earliest > .seconds(1))
        limiter.throttled(sentAt: .milliseconds(900), now: .seconds(2), retryAfter: nil)
        #expect(limiter.earliestCall == earliest)
        limiter.throttled(sentAt: .milliseconds(1_500), now: .seconds(2), retryAfter: nil)
        #expect(limiter.earliestCall > .seconds(2))
    }
}
