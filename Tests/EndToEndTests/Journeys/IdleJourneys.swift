import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Nothing is sent and nothing wakes up while nothing changes.
@Suite(.serialized) struct IdleJourneys {
    @Test func afterAListingNoThreadWakesUp() async throws {
        try await Journey.travel { journey in
            try await journey.waitForNames()
            let program = try await journey.program()
            let calls = await journey.simulator.calls().count
            #expect(try await Self.isQuiet(program, for: .seconds(4), within: Patience.limit))
            #expect(await journey.simulator.calls().count == calls)
        }
    }

    /// Whether, within the time given, the process goes so long without a single switch of a thread.
    private static func isQuiet(_ process: Int32, for span: Duration, within limit: Duration) async throws -> Bool {
        let deadline = ContinuousClock.now + limit
        var (since, last) = (ContinuousClock.now, ProcessFacts(process).switches)
        while ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(100))
            let now = ProcessFacts(process).switches
            if now != last { (since, last) = (.now, now) }
            if ContinuousClock.now - since >= span { return true }
        }
        return false
    }
}
