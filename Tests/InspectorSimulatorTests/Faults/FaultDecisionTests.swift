import InspectorCore
import Testing

@testable import InspectorSimulator

struct FaultDecisionTests {
    @Test func decisionsFollowFromSeedAndNumber() throws {
        let plan = try FaultPlan(parsing: ["throttle=0.1", "error=0.1", "gateway=0.1", "drop-before=0.1", "drop-after=0.1", "truncate=0.1"])
        let faults = (1...2_000).map { plan.calls.fault(seed: 5, number: $0) }
        #expect(faults == (1...2_000).map { plan.calls.fault(seed: 5, number: $0) })
        #expect(faults != (1...2_000).map { plan.calls.fault(seed: 6, number: $0) })
    }

    @Test func ratesAreKeptRoughly() throws {
        let plan = try FaultPlan(parsing: ["throttle=0.2", "omit=0.1", "duplicate=0.1", "both=0.1", "item:QUOTA_EXCEEDED=0.25"])
        let throttled = (0..<4_000).filter { plan.calls.fault(seed: 1, number: $0) == .throttle }.count
        let listings = (0..<4_000).map { plan.items.listing(seed: 1, number: $0, place: 0) }
        let failed = (0..<4_000).filter { plan.items.failure(seed: 1, arn: "a", projectId: "\($0)", name: "") == .quotaExceeded }.count
        #expect((700...900).contains(throttled))
        for kind in [ItemListing.omitted, .twice, .inBothLists] { #expect((300...500).contains(listings.filter { $0 == kind }.count)) }
        #expect((850...1_150).contains(failed))
    }

    @Test func jitterStaysWithinItsBounds() throws {
        let plan = try FaultPlan(parsing: ["latency=10", "jitter=20"])
        let delays = (0..<500).map { plan.calls.delay(seed: 1, number: $0) }
        #expect(delays.allSatisfy { $0 >= .milliseconds(10) && $0 < .milliseconds(30) })
        #expect(Set(delays).count > 400)
    }

    @Test func aBucketGivesItsRateAndItsBurst() {
        var bucket = TokenBucket(rate: 10, burst: 3)
        let atOnce = (0..<5).map { _ in bucket.take(at: .zero) }
        #expect(atOnce == [true, true, true, false, false])
        let early = bucket.take(at: .milliseconds(99))
        #expect(!early)
        let second = (1...100).filter { bucket.take(at: .milliseconds(100 + $0 * 10)) }.count
        #expect((10...11).contains(second))
        var idle = TokenBucket(rate: 10, burst: nil)
        let burst = (0..<20).filter { _ in idle.take(at: .seconds(100)) }.count
        #expect(burst == 10)
    }
}
