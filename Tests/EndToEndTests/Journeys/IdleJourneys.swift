import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Nothing is sent and nothing wakes up while nothing changes.
@Suite(.serialized, .enabled(if: ProcessFacts.showsSystemCalls, "needs a kernel that shows system calls"))
struct IdleJourneys {
    @Test func afterAListingNoThreadWakesUp() async throws {
        try await Journey.travel { journey in
            try await journey.waitForNames()
            let program = ProcessFacts(try await journey.program())
            let calls = await journey.simulator.calls().count
            try await journey.wait("a program that does not wake up by itself") { program.hasNoWakeUpDue(within: .seconds(4)) }
            #expect(await journey.simulator.calls().count == calls)
        }
    }
}
