import Foundation
import Testing

@testable import AWSClient

/// Gives credentials of a fixed life, or fails, and counts.
actor ExpiringSource: CredentialProvider {
    private let clock: TestClock
    private let life: Double
    private(set) var calls = 0
    private(set) var failing = false

    init(_ clock: TestClock, life: Double) {
        self.clock = clock
        self.life = life
    }

    func fail() { failing = true }

    func credentials() async throws(CredentialError) -> Credentials {
        calls += 1
        let number = calls
        await Task.yield()
        if failing { throw .expired(source: "test") }
        return Credentials(
            accessKeyId: "AKID\(number)", secretAccessKey: "s", expiration: clock.now.addingTimeInterval(life), source: "test")
    }
}

@Suite struct RefreshingCredentialProviderTests {
    @Test func keptUntilTenMinutesBeforeTheEnd() async throws {
        let clock = TestClock()
        let source = ExpiringSource(clock, life: 3600)
        let kept = RefreshingCredentialProvider(source, time: clock.source)
        #expect(try await kept.credentials().accessKeyId == "AKID1")
        clock.advance(2999)
        #expect(try await kept.credentials().accessKeyId == "AKID1")
        clock.advance(2)
        #expect(try await kept.credentials().accessKeyId == "AKID2")
    }

    @Test func manyCallersOneRefresh() async throws {
        let clock = TestClock()
        let source = ExpiringSource(clock, life: 3600)
        let kept = RefreshingCredentialProvider(source, time: clock.source)
        let keys = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try await kept.credentials().accessKeyId } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(keys == ["AKID1"])
        #expect(await source.calls == 1)
    }

    @Test func aFailedRefreshDoesNoHarmWhileTheKeptOnesLastAndIsNotRepeatedAtEachCall() async throws {
        let clock = TestClock()
        let source = ExpiringSource(clock, life: 3600)
        let kept = RefreshingCredentialProvider(source, time: clock.source)
        _ = try await kept.credentials()
        await source.fail()
        clock.advance(3100)
        #expect(try await kept.credentials().accessKeyId == "AKID1")
        #expect(try await kept.credentials().accessKeyId == "AKID1")
        #expect(await source.calls == 2)
        clock.advance(500)
        await #expect(throws: CredentialError.expired(source: "test")) { try await kept.credentials() }
    }

    @Test func credentialsEndByTheServicesClockOnceThatIsKnownAndNotBefore() async throws {
        let clock = TestClock()
        let correction = ClockCorrection()
        let source = ExpiringSource(clock, life: -7200)
        let kept = RefreshingCredentialProvider(source, time: clock.source, clock: correction)
        #expect(try await kept.credentials().accessKeyId == "AKID1")
        #expect(try await kept.credentials().accessKeyId == "AKID1")
        correction.set(-10_800)
        #expect(try await kept.credentials().accessKeyId == "AKID1")
        clock.advance(3001)
        #expect(try await kept.credentials().accessKeyId == "AKID2")
        correction.set(0)
        #expect(try await kept.credentials().accessKeyId == "AKID3")
    }
}
