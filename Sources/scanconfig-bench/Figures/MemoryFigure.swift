import InspectorCore

/// The peak memory of the whole program while it lists a large account and shows all of it.
struct MemoryFigure {
    private let bench: Bench

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() throws -> [Reading] {
        let configurations = bench.scaled(500, quick: 50)
        let loaded = try LoadedTerminal(bench, configurations: configurations, projects: 2_000, sharing: 10)
        loaded.openAll()
        let account = MadeAccount(configurations: configurations, projects: 2_000, sharing: 10)
        let detail = "\(account.associations.grouped) associations of \(account.distinct.grouped) projects"
        let peak = Quantity(Double(loaded.facts.peakMemory), .bytes)
        return [
            Reading(
                figure: "memory", detail: "peak RSS, \(detail)", ours: peak,
                reference: Reference(name: "limit", quantity: Quantity(100e6, .bytes)), goal: .notMore),
            Reading(
                figure: "memory", detail: "the same, beside the bare data", ours: peak,
                reference: Reference(
                    name: "16 B an id + names + 4 B an association", quantity: Quantity(Double(account.bareBytes), .bytes)),
                goal: Goal(ratio: .infinity, words: "-")),
        ]
    }
}

extension MadeAccount {
    /// What the account's data would take without any structure around it.
    fileprivate var bareBytes: Int {
        (0..<distinct).reduce(associations * 4) { $0 + 16 + (details($1).projectName ?? "").utf8.count }
    }
}
