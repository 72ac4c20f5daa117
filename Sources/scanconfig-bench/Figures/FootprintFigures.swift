import FoundationEssentials
import Glibc
import InspectorCore

/// The peak memory of the whole program while it lists a large account and shows all of it.
struct MemoryFigure {
    private let bench: Bench

    init(_ bench: Bench) {
        self.bench = bench
    }

    /// The same account in one session, and spread over several: with as many projects, of which ten configurations share each.
    func fleetReadings() throws -> [Reading] {
        let (configurations, sessions) = (bench.scaled(480, quick: 40), 4)
        let peaks = try [1, sessions].map { sessions in
            let loaded = try LoadedTerminal(
                bench, configurations: configurations / sessions, projects: 2_000, sharing: 10, sessions: sessions)
            try loaded.openAll()
            return Quantity(Double(loaded.facts.peakMemory), .bytes)
        }
        let detail = "peak RSS, \((configurations * 2_000).grouped) associations in \(sessions) sessions"
        return [
            Reading(
                figure: "fleet-memory", detail: detail, ours: peaks[1],
                reference: Reference(name: "as many in one session", quantity: peaks[0]), goal: .within(1.1))
        ]
    }

    func readings() throws -> [Reading] {
        let configurations = bench.scaled(500, quick: 50)
        let loaded = try LoadedTerminal(bench, configurations: configurations, projects: 2_000, sharing: 10)
        try loaded.openAll()
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

/// The size of the static binary without its symbols.
struct SizeFigure {
    private let bench: Bench
    private let home: Folder

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() throws -> [Reading] {
        guard let binary = bench.staticBinary else {
            throw BenchError("There is no static binary at \(Bench.staticBinaryPath); give one with --static-binary.")
        }
        return [
            Reading(
                figure: "size", detail: "static binary, stripped", ours: Quantity(Double(try strippedSize(of: binary)), .bytes),
                reference: Reference(name: "limit", quantity: Quantity(45e6, .bytes)), goal: .notMore)
        ]
    }

    private func strippedSize(of binary: String) throws -> Int {
        guard let strip = Peer.path(of: "strip") else { throw BenchError("strip is not installed.") }
        let copy = home.path + "/scanconfig"
        _ = try Child.run(Command(strip, ["-o", copy, binary], home: home))
        var status = stat()
        guard stat(copy, &status) == 0 else { throw BenchError("\(binary) cannot be stripped.") }
        return Int(status.st_size)
    }
}

/// What the terminal UI costs while no key is pressed.
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
