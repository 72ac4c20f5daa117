import AWSClient
import InspectorCore

/// A run of this process on a simulator of another, its journal on a disk.
struct MeasuredRun {
    /// What it took, in seconds.
    let seconds: Double
    /// Where it stood at its end.
    let progress: RunProgress

    /// Disassociates every project of a configuration.
    init(_ bench: Bench, projects: Int, _ simulatorArguments: [String]) async throws {
        let home = try Folder()
        let simulation = try Simulation(
            bench.program, home: home, ["--configurations", "1", "--projects", "\(projects)"] + simulatorArguments)
        let session = try simulation.session()
        let inspector = Inspector(client: session.client(for: .inspector2))
        let plan = Self.plan(try await inspector.listCodeSecurityScanConfigurations().configurations?.first?.scanConfigurationArn, projects)
        self = try await Self(plan, inspector, home)
        await session.shutdown()
    }

    /// Carries a plan out, every target of which has to succeed.
    init(_ plan: Plan, _ inspector: Inspector, _ home: Folder) async throws {
        let journal = try await JournalStore(folder: home.path + "/runs").create(plan, seed: 1)
        let run = RunSession(service: InspectorRunService(inspector: inspector), recorder: journal)
        var last = RunProgress(total: plan.targets.count)
        seconds = await Timing.wall {
            for await event in run.start(plan, seed: 1).events {
                if case .progress(let progress) = event { last = progress }
            }
        }
        progress = last
        guard progress.succeeded == plan.targets.count else {
            throw BenchError("\(progress.succeeded) of \(plan.targets.count) targets succeeded.")
        }
    }

    private static func plan(_ arn: String?, _ projects: Int) -> Plan {
        let account = MadeAccount(configurations: 1, projects: projects)
        let targets = account.projectIds(of: 0).map {
            PlanTarget(association: Association(scanConfigurationArn: arn ?? "", resource: .projectId($0)))
        }
        return Plan(action: .disassociate, account: nil, region: "us-east-1", caller: nil, targets: targets, warnings: [])
    }
}

/// A large run over a link that takes 40 ms a call, without throttling.
struct RunFigure {
    private let bench: Bench
    private static let latency = 40

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() async throws -> [Reading] {
        let projects = bench.scaled(100_000, quick: 20_000)
        let run = try await MeasuredRun(bench, projects: projects, ["--latency", "\(Self.latency)"])
        let (calls, concurrency) = (projects / ServiceLimits.batchSize, CallWindow.widest)
        let limit = Double(calls) / Double(concurrency) * Double(Self.latency) / 1_000
        return [
            Reading(
                figure: "disassociate", detail: "\(projects.grouped), 40 ms", ours: Quantity(run.seconds, .seconds),
                reference: Reference(
                    name: "\(calls.grouped) calls / \(concurrency) x 40 ms", quantity: Quantity(limit, .seconds)), goal: .within(1.2))
        ]
    }
}

/// A run whose service accepts 20 calls a second.
struct ThrottleFigure {
    private let bench: Bench
    private static let rate = 20

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() async throws -> [Reading] {
        let projects = bench.scaled(10_000, quick: 2_500)
        let run = try await MeasuredRun(bench, projects: projects, ["--rate", "\(Self.rate)"])
        let limit = Double(projects) / Double(ServiceLimits.batchSize * Self.rate)
        let rejected = Double(run.progress.throttled) / Double(max(1, run.progress.calls))
        return [
            Reading(
                figure: "throttle", detail: "\(projects.grouped) at 20 calls/s", ours: Quantity(run.seconds, .seconds),
                reference: Reference(name: "n / 25 / 20", quantity: Quantity(limit, .seconds)), goal: .within(1.1)),
            Reading(
                figure: "throttle", detail: "calls rejected", ours: Quantity(rejected, .share),
                reference: Reference(name: "of all calls", quantity: Quantity(0.05, .share)), goal: .notMore),
        ]
    }
}
