import AWSClient
import InspectorCore

/// A run whose listings lag behind, so that it has to list again until they agree.
struct LagFigure {
    private let bench: Bench
    private static let lag = 2.0

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() async throws -> [Reading] {
        let projects = bench.scaled(20_000, quick: 2_000)
        let plain = try await MeasuredRun(bench, projects: projects, [])
        let lagging = try await MeasuredRun(bench, projects: projects, ["--fail", "lag=\(Int(Self.lag * 1_000))"])
        return [
            Reading(
                figure: "lag", detail: "\(projects.grouped) with verification, listings 2 s late",
                ours: Quantity(lagging.seconds, .seconds),
                reference: Reference(name: "the same without lag + 2 s", quantity: Quantity(plain.seconds + Self.lag, .seconds)),
                goal: .within(1.5))
        ]
    }
}
