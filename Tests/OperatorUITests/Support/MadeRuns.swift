@testable import InspectorCore

/// Earlier runs as the journals tell of them.
enum MadeRuns {
    static let all = [
        made("run-4", .interrupted, notSent: 11_550), made("run-3", .complete, failed: 228), made("run-2", .complete),
        made("run-1", .unreadable(reason: "line 3 is damaged")),
    ]

    static func made(
        _ runId: String, _ state: RunSummary.State, account: String? = "123456789012", region: String = "us-east-1", failed: Int = 0,
        unresolved: Int = 0, notSent: Int = 0
    ) -> RunSummary {
        var run = RunSummary(runId: runId, journal: "/tmp/\(runId).jsonl", unreadable: "")
        (run.state, run.startedAt, run.action) = (state, "2026-01-31T09:15:00Z", .disassociate)
        (run.account, run.region) = (account, region)
        (run.targets, run.failed, run.unresolved, run.notSent) = (20_000, failed, unresolved, notSent)
        run.succeeded = run.targets - failed - unresolved - notSent
        return run
    }
}
