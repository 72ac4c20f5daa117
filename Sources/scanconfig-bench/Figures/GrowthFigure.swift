import AWSClient
import InspectorCore
import OperatorUI
import Terminal

/// How the times of the large operations grow with the number of associations.
struct GrowthFigure {
    private let bench: Bench
    private static let goal = 1.05
    private let sizes: [Int]
    private static let names = [
        "list", "filter", "filter with fields", "mark all", "plan", "from", "journal written", "journal read", "run",
    ]

    init(_ bench: Bench) {
        self.bench = bench
        sizes = [1_000, 10_000, 100_000] + bench.scaled([1_000_000], quick: [])
    }

    func readings() async throws -> [Reading] {
        var times: [String: [(size: Double, time: Double)]] = [:]
        for size in sizes {
            for (name, time) in try await measured(size) { times[name, default: []].append((Double(size), time)) }
        }
        return Self.names.compactMap { name in
            let points = times[name] ?? []
            return Growth(points).map { reading(name, points, $0) }
        }
    }

    private func reading(_ name: String, _ points: [(size: Double, time: Double)], _ growth: Growth) -> Reading {
        let times = points.map { Quantity($0.time, .seconds).text }.joined(separator: ", ")
        return Reading(
            figure: "growth", detail: "\(name) of 1k, 10k, …: \(times)", ours: Quantity(growth.exponent, .exponent),
            reference: Reference(name: "linear", quantity: Quantity(1, .exponent)), goal: .within(Self.goal))
    }

    /// The fastest of a few rounds, more of them where one is short.
    private func measured(_ size: Int) async throws -> [String: Double] {
        var fastest: [String: Double] = [:]
        for _ in 0..<(size < 1_000_000 ? 5 : 2) {
            for (name, time) in try await GrowthRound(size).times { fastest[name] = min(time, fastest[name] ?? .infinity) }
        }
        return fastest
    }
}

/// Every operation once, on an account of one size.
struct GrowthRound {
    private let account: MadeAccount

    init(_ size: Int) {
        account = MadeAccount(associations: size)
    }

    /// Seconds by operation.
    var times: [String: Double] {
        get async throws {
            var inventory = Inventory()
            var times = ["list": try await listing(&inventory)]
            times["from"] = try from(inventory)
            let journal = try await JournalRound(account.plan)
            (times["journal written"], times["journal read"]) = (journal.writing, journal.reading)
            times.merge(keys()) { _, new in new }
            times["run"] = await run()
            return times
        }
    }

    private func listing(_ inventory: inout Inventory) async throws -> Double {
        let loader = InventoryLoader(inspector: try PageTransport(account).inspector)
        return await Timing.wall {
            await loader.load { inventory.apply($0) }
        }
    }

    /// Reading a file that names every association, and planning what it names.
    private func from(_ inventory: Inventory) throws -> Double {
        var bytes = Array("scanConfigurationArn,projectId\n".utf8)
        for number in 0..<account.count {
            let arn = account.configuration(number).scanConfigurationArn
            for id in account.projectIds(of: number) { bytes += "\(arn),\(id)\n".utf8 }
        }
        var count = 0
        let seconds = try Timing.processor {
            let context = PlanInputContext(account: nil, region: nil)
            let input = try InputReader.read(bytes, name: "all").input(in: inventory, configurations: [], context: context)
            let facts = PlanFacts(inventory: inventory, account: nil, region: "us-east-1", caller: nil, now: MadeAccount.now)
            count = Planner(facts: facts).draft(.disassociate, targets: inventory.planTargets(input.associations)).plan.targets.count
        }
        guard count == account.associations else { throw BenchError("\(count) of \(account.associations) targets were planned.") }
        return seconds
    }

    private func keys() -> [String: Double] {
        var app = account.app()
        _ = app.update(.keyPressed(.character("/")))
        var times = ["filter": KeyFigure.time(of: .character("p"), &app)]
        for letter in "ayments scanned>90d in>1 " { _ = app.update(.keyPressed(.character(letter))) }
        times["filter with fields"] = KeyFigure.time(of: .character("a"), &app)
        _ = app.update(.keyPressed(.escape))
        times["mark all"] = KeyFigure.time(of: .character("a"), &app)
        times["plan"] = KeyFigure.time(of: .character("d"), &app)
        return times
    }

    private func run() async -> Double {
        let plan = account.plan
        let session = RunSession(service: InstantService(), recorder: RecordInMemory(runId: "growth"))
        return await Timing.wall {
            for await _ in session.start(plan, seed: 1).events {}
        }
    }
}
