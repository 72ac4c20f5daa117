import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// Nothing is sent and nothing wakes up while nothing changes.
@Suite(.serialized) struct IdleJourneys {
    @Test func afterAListingNoThreadWakesUp() async throws {
        try await Journey.travel { journey in
            try await journey.waitForListing()
            let program = try await journey.program()
            let calls = await journey.simulator.calls().count
            #expect(try await Self.isQuiet(program, for: .seconds(4), within: .seconds(60)))
            #expect(await journey.simulator.calls().count == calls)
        }
    }

    /// Whether, within the time given, the process goes so long without a single switch of a thread.
    private static func isQuiet(_ process: Int32, for span: Duration, within limit: Duration) async throws -> Bool {
        let deadline = ContinuousClock.now + limit
        var (since, last) = (ContinuousClock.now, wakeUps(of: process))
        while ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(100))
            let now = wakeUps(of: process)
            if now != last { (since, last) = (.now, now) }
            if ContinuousClock.now - since >= span { return true }
        }
        return false
    }

    /// Switches of every thread, by its id.
    private static func wakeUps(of process: Int32) -> [String: [Substring]] {
        let folder = "/proc/\(process)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Dictionary(
            uniqueKeysWithValues: threads.map { thread in
                let status = (try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)) ?? ""
                return (thread, status.split(separator: "\n").filter { $0.contains("ctxt_switches") })
            })
    }
}
