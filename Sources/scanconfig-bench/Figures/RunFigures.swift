import InspectorCore

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
