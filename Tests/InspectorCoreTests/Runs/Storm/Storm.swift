import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import Logging

/// A run through bad weather over real HTTP, killed and taken up again until it is done.
struct Storm {
    let seed: UInt64
    private let simulator: Simulator
    private let store: JournalStore
    private let service: InspectorRunService
    private let clock: FastClock
    private var random: RunRandom

    /// What was left at the end.
    struct Aftermath {
        let report: RunReport
        let before: Set<Association>
        let after: Set<Association>
        let calls: [RecordedCall]
        let sessions: Int
    }

    init(seed: UInt64, simulator: Simulator, folder: String, transport: AsyncHTTPTransport, settings: Settings) {
        let clock = FastClock(factor: 400)
        self.seed = seed
        self.simulator = simulator
        self.clock = clock
        store = JournalStore(folder: folder)
        random = RunRandom(seed: seed)
        let time = TimeSource(
            now: TimeSource.system.now, uptime: TimeSource.system.uptime, sleep: { try await Task.sleep(for: $0 / 400) })
        let credentials = Credentials(
            accessKeyId: simulator.options.accessKeyId, secretAccessKey: simulator.options.secretAccessKey, source: "test")
        let client = ServiceClient(
            service: .inspector2, settings: settings, credentials: StaticCredentialProvider(credentials),
            transport: ClockStoppingTransport(transport: transport, clock: clock),
            time: time, logger: Logger(label: "storm") { _ in SwiftLogNoOpLogHandler() })
        service = InspectorRunService(inspector: Inspector(client: client), clock: clock)
    }

    /// Runs a plan of random targets to its end.
    mutating func rage() async throws -> Aftermath {
        let before = await simulator.state().associations
        let plan = plan(of: before)
        var journal = try await store.create(plan, seed: seed)
        var report = await session(plan, nil, journal)
        var sessions = 1
        while try !isDone(journal.runId) {
            sessions += 1
            if sessions > 12 { await simulator.setFaults(FaultPlan()) }
            if sessions > 15 { break }
            let (again, record) = try await store.resume(journal.runId)
            journal = again
            report = await session(record.plan, record.history, journal)
        }
        let record = try store.open(journal.runId)
        let after = await simulator.state().associations
        let final = RunReport(
            runId: report.runId, journal: record.journal, plan: record.plan, outcomes: record.report.outcomes, remarks: report.remarks)
        return Aftermath(report: final, before: before, after: after, calls: await simulator.calls(), sessions: sessions)
    }

    private mutating func plan(of all: Set<Association>) -> Plan {
        let sorted = all.sorted { "\($0)" < "\($1)" }.shuffled(using: &random)
        let targets = sorted.prefix(Int.random(in: 1...110, using: &random)).map { PlanTarget(association: $0) }
        let facts = PlanFacts(account: simulator.options.accountId, region: simulator.options.region)
        return Planner(facts: facts).plan(.disassociate, targets: targets)
    }

    /// One process: it goes on to the end, is stopped, or is killed after a few entries.
    private mutating func session(_ plan: Plan, _ history: RunHistory?, _ journal: Journal) async -> RunReport {
        let isKilled = Int.random(in: 0..<3, using: &random) > 0
        let recorder = MortalJournal(journal, entries: isKilled ? Int.random(in: 0..<25, using: &random) : .max)
        let stopAfter = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 0..<6, using: &random) : .max
        let handle = Runner(service: service, recorder: recorder, clock: clock).start(plan, history: history, seed: random.next())
        var report: RunReport?
        var seen = 0
        for await event in handle.events {
            seen += 1
            if seen > stopAfter { handle.stop() }
            if case .paused = event { handle.continueAfterPause() }
            if case .finished(let final) = event { report = final }
        }
        tear(journal, isKilled: isKilled)
        return report ?? RunReport(runId: "", journal: nil, plan: plan, outcomes: [])
    }

    /// A process that is killed may leave half a line.
    private mutating func tear(_ journal: Journal, isKilled: Bool) {
        guard isKilled, Bool.random(using: &random), let path = journal.path, let file = FileHandle(forWritingAtPath: path) else { return }
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data(#"{"at":"2026-11-23T03"#.utf8))
        try? file.close()
    }

    private func isDone(_ runId: String) throws -> Bool {
        let record = try store.open(runId)
        return record.isFinished && record.report.outcomes.allSatisfy { $0.word == "succeeded" || $0.word == "failed" }
    }
}
