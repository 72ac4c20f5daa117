import InspectorCore

/// From a key to the last byte of its frame, in a terminal with a million rows, by the wall clock.
struct KeyTerminalFigure {
    private let bench: Bench
    private static let actions: [(name: String, keys: [String])] = [
        ("cursor", ["j"]), ("page", ["\u{1B}[6~"]), ("mark", [" "]), ("sort", ["s", "S"]), ("end", ["G", "g"]),
    ]

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() throws -> [Reading] {
        let configurations = bench.scaled(500, quick: 50)
        let loaded = try LoadedTerminal(bench, configurations: configurations, projects: 2_000, sharing: 10)
        loaded.openAll()
        return Self.actions.map { name, keys in
            let times = (0..<bench.scaled(100, quick: 20)).map {
                loaded.terminal.answer(to: keys[$0 % keys.count], quiet: .milliseconds(80)).seconds
            }
            return Reading(
                figure: "keys-terminal",
                detail: "\(name), p99 (median \(Quantity(times.median, .seconds).text)), \((configurations * 2_000).grouped) rows",
                ours: Quantity(times.percentile(0.99), .seconds),
                reference: Reference(name: "one frame", quantity: Quantity(0.008, .seconds)), goal: .notMore)
        }
    }
}
