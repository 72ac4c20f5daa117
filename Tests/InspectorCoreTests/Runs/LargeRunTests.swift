import Foundation
import InspectorCore
import Testing

/// A plan of 100,000 targets, from planning to the journal read back.
@Suite struct LargeRunTests {
    private static let count = 100_000

    @Test func aPlanOfAHundredThousandTargetsIsOrdinary() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let made = MadePlan.plan(Self.count, configurations: 500)
        let plan = Planner(facts: PlanFacts(region: "us-east-1")).plan(.disassociate, targets: made.targets)
        var run = VirtualRun(plan) { call, _ in (.milliseconds(50), plan.success(call)) }
        run.run()
        #expect(run.sent.count == Self.count / 25)
        #expect(run.listed.count == 500)
        let ran = clock.now

        let folder = try TemporaryFolder()
        let store = JournalStore(folder: folder.path)
        let journal = try await store.create(plan, seed: 1)
        for entry in run.entries { try await journal.record(entry) }
        await journal.close()
        let wrote = clock.now
        let record = try store.open(journal.runId)
        #expect(record.history.verified.count == Self.count)
        #expect(record.isFinished)
        let bytes = try FileManager.default.attributesOfItem(atPath: try #require(journal.path))[.size] as? Int ?? 0
        #expect(bytes < 30_000_000)
        print(
            "100,000 targets: engine \(ran - start), journal written \(wrote - ran), read \(clock.now - wrote), \(bytes) bytes,",
            "peak memory \(Self.peakMemory ?? "unknown")")
    }

    private static var peakMemory: String? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        return status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }.map { $0.dropFirst(6).trimmingCharacters(in: .whitespaces) }
    }
}
