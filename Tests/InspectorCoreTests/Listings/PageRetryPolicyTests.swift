import AWSClient
import Testing
import TextSafety

@testable import InspectorCore

/// How long listings bear to be throttled, and what is said meanwhile.
@Suite struct PageRetryPolicyTests {
    private let clock = JumpClock()
    private let policy: PageRetryPolicy

    init() { policy = PageRetryPolicy(clock: clock) }

    private static func error(_ code: String, status: Int = 429) -> CallError {
        CallError(
            operation: "List", service: "inspector2", endpoint: "", attempts: 3,
            cause: .service(ServiceError(status: status, code: code, message: nil, requestId: nil)))
    }

    private static let throttling = error("ThrottlingException")

    /// Asks for one page until that is given up; how long it took, in seconds.
    private func insist() async -> Int {
        let start = clock.now
        repeat { _ = await policy.beginPage() } while await policy.retries(after: Self.throttling, sentAt: clock.now.offset)
        return Int(start.duration(to: clock.now).components.seconds)
    }

    @Test func throttlingWithoutANewPageIsBorneForAMinute() async {
        #expect((50...60).contains(await insist()))
        let verdict = policy.ending(Self.throttling)
        #expect(verdict == .stalled(seconds: 60, Self.throttling))
        #expect(verdict.sentence.hasSuffix("No new page came for 60 s, so the listing ended there."))
    }

    @Test func onceTheMinuteIsOverTheNextListingsDoNotWaitForOneAnew() async {
        _ = await insist()
        #expect(await insist() < 10)
        _ = await policy.beginPage()
        await policy.pageArrived()
        #expect((50...60).contains(await insist()))
    }

    @Test func aPageOfAnyListingStartsTheMinuteAnew() async {
        for _ in 0..<10 {
            _ = await policy.beginPage()
            _ = await policy.beginPage()
            clock.advance(by: .seconds(40))
            await policy.pageArrived()
            clock.advance(by: .seconds(15))
            #expect(await policy.retries(after: Self.throttling, sentAt: .zero))
        }
    }

    @Test func aReaderThatTakesItsTimeIsNotTheServicesFault() async {
        _ = await policy.beginPage()
        await policy.pageArrived()
        clock.advance(by: .seconds(600))
        #expect(await policy.wait(of: .seconds(10)) == nil)
        _ = await policy.beginPage()
        #expect(await policy.retries(after: Self.throttling, sentAt: .zero))
    }

    @Test func whatElseFailsIsNotAskedForAgain() async {
        _ = await policy.beginPage()
        let error = Self.error("AccessDeniedException", status: 403)
        #expect(await !policy.retries(after: error, sentAt: .zero))
        #expect(policy.ending(error) == .call(error))
        clock.advance(by: .seconds(600))
        #expect(await policy.wait(of: .seconds(10)) == nil)
    }

    @Test func aWaitIsToldWithItsCause() async {
        _ = await policy.beginPage()
        clock.advance(by: .seconds(9))
        #expect(await policy.wait(of: .seconds(10)) == nil)
        clock.advance(by: .seconds(2))
        #expect(await policy.wait(of: .seconds(10)) == ListingWait(.answer, seconds: 11))
        _ = await policy.retries(after: Self.throttling, sentAt: .zero)
        #expect(await policy.wait(of: .seconds(10)) == ListingWait(.throttling, seconds: 11))
        _ = await policy.beginPage()
        await policy.pageArrived()
        #expect(await policy.wait(of: .seconds(10)) == nil)
        for _ in 0..<12 {
            await policy.pageBrought(somethingNew: false)
            clock.advance(by: .seconds(1))
        }
        #expect(await policy.wait(of: .seconds(10)) == ListingWait(.news, seconds: 12))
        await policy.pageBrought(somethingNew: true)
        #expect(await policy.wait(of: .seconds(10)) == nil)
    }

    @Test(arguments: ["1", "3", "5"]) func aChosenNumberOfAttemptsBoundsThePage(attempts: String) async throws {
        let transport = GeneratingTransport { _, _ in .throttled }
        let listing = AssociationListing(inspector: try transport.inspector(["AWS_MAX_ATTEMPTS": attempts]), retries: policy)
        let error = await #expect(throws: ListingError.self) { try await listing.associations(of: MadePlan.arn(1)) }
        guard case .call(let call)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(call.isThrottling)
        #expect(transport.count == Int(attempts))
    }

    @Test func withoutOneThePageIsAskedForUntilTheMinuteIsOver() async throws {
        let transport = GeneratingTransport { _, _ in .throttled }
        let listing = AssociationListing(inspector: try transport.inspector(), retries: policy)
        let error = await #expect(throws: ListingError.self) { try await listing.associations(of: MadePlan.arn(1)) }
        guard case .stalled(60, _)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(transport.count > 10)
    }

    @Test func aLoaderTellsThatItWaitsAndGoesOn() async throws {
        let (told, tell) = AsyncStream<Void>.makeStream()
        let transport = GeneratingTransport { number, _ in
            if number == 1 { for await _ in told { break } }
            return .json(#"{"configurations":[],"associations":[],"coveredResources":[]}"#)
        }
        var (inventory, waits) = (Inventory(), [ListingWait]())
        await InventoryLoader(inspector: try transport.inspector(), clock: clock).load { event in
            inventory.apply(event)
            guard case .waiting(let wait) = event else { return }
            waits.append(wait)
            tell.finish()
        }
        #expect(waits.first?.cause == .answer && (waits.first?.seconds ?? 0) >= 5)
        #expect(waits.first?.sentence.hasPrefix("Listing: no answer for ") == true)
        #expect(inventory.isComplete && inventory.knowsAllNames)
    }
}
