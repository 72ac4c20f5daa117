import AWSClient
import InspectorCore

/// A move of every project of a configuration to another one, beside the two runs that it consists of.
struct MoveFigure {
    private let bench: Bench
    private static let latency = 5

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() async throws -> [Reading] {
        let projects = bench.scaled(100_000, quick: 5_000)
        let move = try await seconds(projects, [.move])
        let parts = try await seconds(projects, [.associate, .disassociate])
        return [
            Reading(
                figure: "move", detail: "\(projects.grouped), \(Self.latency) ms", ours: Quantity(move, .seconds),
                reference: Reference(name: "associate, then disassociate", quantity: Quantity(parts, .seconds)), goal: .within(1.05))
        ]
    }

    /// What runs that move the projects of a new simulator take together.
    private func seconds(_ projects: Int, _ actions: [RunAction]) async throws -> Double {
        let home = try Folder()
        let simulation = try Simulation(
            bench.program, home: home,
            [
                "--configurations", "2", "--projects", "\(projects)", "--sharing", "1", "--project-limit", "\(2 * projects)", "--latency",
                "\(Self.latency)",
            ])
        let session = try simulation.session()
        let inspector = Inspector(client: session.client(for: .inspector2))
        let arns = try await inspector.listCodeSecurityScanConfigurations().configurations?.map(\.scanConfigurationArn) ?? []
        var sum = 0.0
        for action in actions { sum += try await MeasuredRun(plan(action, arns, projects), inspector, home).seconds }
        await session.shutdown()
        return sum
    }

    private func plan(_ action: RunAction, _ arns: [String], _ projects: Int) -> Plan {
        let ids = MadeAccount(configurations: 2, projects: projects).projectIds(of: 0)
        func targets(_ arn: String?, _ change: AssociationChange) -> [PlanTarget] {
            ids.map { id in
                PlanTarget(
                    association: Association(scanConfigurationArn: arn ?? "", resource: .projectId(id)),
                    change: action == .move ? change : nil)
            }
        }
        let covers = action == .disassociate ? [] : targets(arns.last, .associate)
        let rest = action == .associate ? [] : targets(arns.first, .disassociate)
        return Plan(action: action, account: nil, region: "us-east-1", caller: nil, targets: covers + rest, warnings: [])
    }
}
