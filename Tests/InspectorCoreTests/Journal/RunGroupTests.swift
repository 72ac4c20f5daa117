import Foundation
import Testing

@testable import InspectorCore

/// Runs that began together are found by the group's id or the beginning of it.
@Suite struct RunGroupTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func made(
        at second: Double, group: String?, session: (profile: String, region: String) = ("ops", "us-east-1")
    ) async throws -> String {
        let store = JournalStore(folder: folder.path, now: { Date(timeIntervalSince1970: 1_795_000_000 + second) })
        var plan = MadePlan.plan(1)
        (plan.group, plan.profile, plan.region) = (group, group.map { _ in session.profile }, session.region)
        let journal = try await store.create(plan, seed: UInt64(second))
        await journal.close()
        return journal.runId
    }

    private var store: JournalStore { JournalStore(folder: folder.path) }

    /// Which journal is created first when runs begin side by side is chance.
    @Test func itsRunsComeByProfileAndRegion() async throws {
        let sessions = [("dev", "eu-west-1"), ("dev", "us-east-1"), ("ops", "eu-west-1"), ("ops", "us-east-1")]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let store = JournalStore(folder: folder.path)
            let id = "G\(order[0])-x"
            for (second, session) in order.enumerated() {
                _ = try await made(at: Double(10 * order[0] + second), group: id, session: sessions[session])
            }
            let runs = try #require(try store.group(named: id)).runIds.map { try store.open($0).plan }
            #expect(runs.map { "\($0.profile ?? "")/\($0.region)" } == sessions.map { "\($0)/\($1)" })
        }
    }

    @Test func itsRunsAreFoundAmongOthers() async throws {
        let first = try await made(at: 1, group: "G1-a")
        _ = try await made(at: 2, group: nil)
        _ = try await made(at: 3, group: "G2-b")
        let second = try await made(at: 4, group: "G1-a")
        #expect(try store.group(named: "G1") == RunGroup(id: "G1-a", runIds: [first, second]))
        #expect(try store.list().map(\.group) == ["G1-a", "G2-b", nil, "G1-a"])
        #expect(try store.open(first).plan.profile == "ops")
    }

    @Test func aNameThatFitsNoneOrSeveralIsRefused() async throws {
        _ = try await made(at: 1, group: "G1-a")
        _ = try await made(at: 2, group: "G1-b")
        #expect(throws: JournalError.ambiguous("G1", runs: ["G1-a", "G1-b"])) { try store.group(named: "G1") }
        #expect(throws: JournalError.noSuchRun("G7", option: "", near: nil)) { try store.group(named: "G7") }
    }

    @Test func theNameOfARunIsNoGroups() async throws {
        let run = try await made(at: 1, group: "G1-a")
        #expect(try store.group(named: run) == nil)
        #expect(try store.group(named: "") == nil)
        #expect(RunGroup.newId(seed: 1, runs: 2, at: Date(timeIntervalSince1970: 1_795_000_000)).hasPrefix("G2026"))
    }

    @Test func aJournalThatIsNotThereIsMissed() async throws {
        let id = RunGroup.newId(seed: 1, runs: 3)
        for time in [1.0, 2] { _ = try await made(at: time, group: id) }
        let group = try #require(try store.group(named: id))
        #expect(group.missing == 1)
        #expect(group.gap == "\(id) has 3 runs, and the journal of one is not here or cannot be read: what that run did is not known.")
        _ = try await made(at: 3, group: id)
        #expect(try store.group(named: id)?.gap == nil)
    }

    /// What a shell offers: groups once, the latest first, whatever names hold.
    @Test func theGroupsOfTheNewestRunsAreNamed() async throws {
        for (time, group) in [(1.0, "G1-a"), (2, nil), (3, "G2-b"), (4, "G2-b")] { _ = try await made(at: time, group: group) }
        #expect(try store.groupIds() == ["G2-b", "G1-a"])
        let store = JournalStore(folder: folder.path, now: { Date(timeIntervalSince1970: 1_795_000_009) })
        var plan = MadePlan.plan(1)
        plan.targets[0].projectName = #"x","group":"G9""#
        await (try await store.create(plan, seed: 5)).close()
        #expect(try store.groupIds() == ["G2-b", "G1-a"])
    }
}
