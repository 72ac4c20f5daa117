import InspectorCore

/// Sixteen regions listed at once by the program, beside the slowest of them alone.
struct FleetFigure {
    private let bench: Bench
    private let home: Folder
    private static let latency = 200

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() async throws -> [Reading] {
        let regions = Array(InspectorRegions.inPartition(of: "us-east-1").prefix(16))
        let simulation = try Simulation(
            bench.program, home: home,
            ["--configurations", "4", "--projects", "\(bench.scaled(1_000, quick: 200))", "--latency", "\(Self.latency)"]
                + regions.flatMap { ["--region", $0] })
        let alone = try regions.map { try seconds([$0], simulation) }
        let rounds = try (0..<bench.scaled(3, quick: 2)).map { _ in try seconds(regions, simulation) }
        return [
            Reading(
                figure: "fleet", detail: "16 regions at \(Self.latency) ms", ours: Quantity(rounds.median, .seconds),
                reference: Reference(name: "the slowest region alone", quantity: Quantity(alone.max() ?? 0, .seconds)), goal: .within(1.1))
        ]
    }

    private func seconds(_ regions: [String], _ simulation: Simulation) throws -> Double {
        let options = ["list", "--output", "csv"] + regions.flatMap { ["--region", $0] }
        return try Child.run(Command(bench.program, options, home: home, environment: simulation.variables))
    }
}
