import Testing

@testable import scanconfig_bench

@Suite struct StatisticsTests {
    @Test func theMedianIsTheMiddle() {
        #expect([3.0, 1, 2].median == 2)
        #expect([4.0, 1, 2, 3].median == 2.5)
        #expect([Double]().median == 0)
    }

    @Test func aPercentileIsAValueThatWasSeen() {
        let values = (1...200).map(Double.init)
        #expect(values.percentile(0.99) == 198)
        #expect(values.percentile(1) == 200)
        #expect(values.percentile(0) == 1)
        #expect([Double]().percentile(0.5) == 0)
    }

    @Test func growthIsTheExponentOfAPower() throws {
        let sizes = [1_000.0, 10_000, 100_000]
        let linear = try #require(Growth(sizes.map { (size: $0, time: 3e-9 * $0) }))
        let quadratic = try #require(Growth(sizes.map { (size: $0, time: 2e-9 * $0 * $0) }))
        #expect(abs(linear.exponent - 1) < 1e-9)
        #expect(abs(quadratic.exponent - 2) < 1e-9)
        #expect(Growth([(size: 1_000, time: 1)]) == nil)
    }
}
