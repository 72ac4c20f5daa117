import AWSClient
import Runtime
import TestSupport
import Testing

@testable import InspectorCore

/// The listings of a run, until no page comes any more.
@Suite struct ConfigurationListingsTests {
    private static let arns = (0..<6).map(MadePlan.arn)

    private func answers(_ transport: GeneratingTransport, clock: any Clock<Duration> = JumpClock()) async throws -> [String:
        [ListingAnswer]]
    {
        let answers = Locked<[String: [ListingAnswer]]>([:])
        await ConfigurationListings(inspector: try transport.inspector(), clock: clock).list(Self.arns) { arn, answer in
            answers.withLock { $0[arn, default: []].append(answer) }
        }
        return answers.withLock { $0 }
    }

    @Test func sixtySecondsWithoutAPageEndWhatIsNotListedYet() async throws {
        let clock = JumpClock()
        let transport = GeneratingTransport { _, _ in
            try? await waitUntilCancelled()
            return .json(#"{"associations":[]}"#)
        }
        let answers = try await answers(transport, clock: clock)
        let end = ListingAnswer.failed(detail: "no page came for 60 seconds")
        let silence = ListingAnswer.underWay(RunTrouble(problem: nil, seconds: 3, patience: 60))
        #expect(answers == Dictionary(uniqueKeysWithValues: Self.arns.map { ($0, $0 == Self.arns[0] ? [silence, end] : [end]) }))
        #expect(clock.now.offset == .seconds(60))
        #expect(transport.count == 4)
    }

    @Test func eachConfigurationIsAnsweredOnce() async throws {
        let transport = GeneratingTransport { _, _ in .json(#"{"associations":[{"resource":{"projectId":"\#(MadePlan.projectId(1))"}}]}"#) }
        let answers = try await answers(transport, clock: EventLoopClock())
        let found = ListingAnswer.associations([.projectId(MadePlan.projectId(1))])
        #expect(answers == Dictionary(uniqueKeysWithValues: Self.arns.map { ($0, [found]) }))
    }
}
