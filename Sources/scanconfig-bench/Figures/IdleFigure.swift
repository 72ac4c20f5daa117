import InspectorCore

/// What the terminal UI costs while nobody presses a key.
struct IdleFigure {
    private let bench: Bench

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() throws -> [Reading] {
        let loaded = try LoadedTerminal(bench, configurations: 10, projects: 100)
        _ = loaded.terminal.read(quiet: .seconds(bench.scaled(20, quick: 2)))
        let (ticks, wakeUps, seconds) = (loaded.facts.ticks, loaded.facts.wakeUps, bench.scaled(30, quick: 10))
        let output = loaded.terminal.read(quiet: .seconds(seconds))
        return [
            reading("processor in \(seconds) s", Quantity(Double(loaded.facts.ticks - ticks) / 100, .seconds)),
            reading("wake-ups in \(seconds) s", Quantity(Double(loaded.facts.wakeUps(since: wakeUps)), .count)),
            reading("bytes to the terminal in \(seconds) s", Quantity(Double(output.bytes.count), .bytes)),
        ]
    }

    private func reading(_ detail: String, _ ours: Quantity) -> Reading {
        Reading(
            figure: "idle", detail: detail, ours: ours, reference: Reference(name: "limit", quantity: Quantity(0, ours.unit)),
            goal: .notMore)
    }
}
