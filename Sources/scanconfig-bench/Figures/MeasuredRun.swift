import AWSClient
import InspectorCore

/// A run of this process on a simulator of another, its journal on a disk.
struct MeasuredRun {
    /// What it took, in seconds.
    let seconds: Double
    /// Where it stood at its end.
    let progress: RunProgress
    private let runId: String

    /// Disassociates every project of a configuration.
    init(_ bench: Bench, projects: Int, _ simulatorArguments: [String]) async throws {
        self = try await MeasuredAccount.open(bench, projects: projects, simulatorArguments) { account in
            try await account.run(.disassociate)
        }
    }

    /// Carries a plan out, every target of which has to succeed.
    fileprivate init(_ plan: Plan, _ inspector: Inspector, _ store: JournalStore) async throws {
        let journal = try await store.create(plan, seed: 1)
        let run = RunSession(service: InspectorRunService(inspector: inspector), recorder: journal)
        var last = RunProgress(total: plan.targets.count)
        seconds = await Timing.wall {
            for await event in run.start(plan, seed: 1).events {
                if case .progress(let progress) = event { last = progress }
            }
        }
        (progress, runId) = (last, journal.runId)
        guard progress.succeeded == plan.targets.count else {
            throw BenchError("\(progress.succeeded) of \(plan.targets.count) targets succeeded.")
        }
    }

    /// How long it takes to verify the run once more, in seconds.
    fileprivate func secondsToVerify(_ inspector: Inspector, _ store: JournalStore) async throws -> Double {
        let (journal, record) = try await store.check(runId)
        let run = RunSession(service: InspectorRunService(inspector: inspector), recorder: journal)
        return await Timing.wall {
            for await _ in run.start(record.plan, history: record.history, mode: .verify, seed: 1).events {}
        }
    }
}

/// The account of a simulator of its own, with a session.
struct MeasuredAccount {
    private let inspector: Inspector
    private let arns: [String]
    private let projectIds: [String]
    private let store: JournalStore

    /// Opens it for as long as `body` takes: so many configurations, the first of which has so many projects.
    static func open<Result>(
        _ bench: Bench, configurations: Int = 1, projects: Int, _ simulatorArguments: [String],
        _ body: (MeasuredAccount) async throws -> Result
    ) async throws -> Result {
        let home = try Folder()
        let size = ["--configurations", "\(configurations)", "--projects", "\(projects)"]
        let simulation = try Simulation(bench.program, home: home, size + simulatorArguments)
        let session = try simulation.session()
        let inspector = Inspector(client: session.client(for: .inspector2))
        let arns = try await inspector.listCodeSecurityScanConfigurations().configurations?.map(\.scanConfigurationArn) ?? []
        let ids = MadeAccount(configurations: configurations, projects: projects).projectIds(of: 0)
        let account = MeasuredAccount(
            inspector: inspector, arns: arns, projectIds: ids, store: JournalStore(folder: home.path + "/runs"))
        let result = try await body(account)
        await session.shutdown()
        return withExtendedLifetime((home, simulation)) { result }
    }

    /// Does it with all projects of the first configuration; what is associated, with the last one.
    func run(_ action: RunAction) async throws -> MeasuredRun {
        func targets(_ arn: String?, _ change: AssociationChange) -> [PlanTarget] {
            projectIds.map { id in
                PlanTarget(
                    association: Association(scanConfigurationArn: arn ?? "", resource: .projectId(id)),
                    change: action == .move ? change : nil)
            }
        }
        let covers = action == .disassociate ? [] : targets(arns.last, .associate)
        let rest = action == .associate ? [] : targets(arns.first, .disassociate)
        let plan = Plan(action: action, account: nil, region: "us-east-1", caller: nil, targets: covers + rest, warnings: [])
        return try await MeasuredRun(plan, inspector, store)
    }

    /// How long it takes to verify a run once more, in seconds.
    func secondsToVerify(_ run: MeasuredRun) async throws -> Double { try await run.secondsToVerify(inspector, store) }
}
