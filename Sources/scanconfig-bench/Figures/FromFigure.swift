import AWSClient
import InspectorCore

/// What `--from` takes beyond a listing: the time and memory of a plan of everything that a file names.
struct FromFigure {
    private let bench: Bench
    private static let configurations = 10

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() async throws -> [Reading] {
        let projects = bench.scaled(100_000, quick: 5_000)
        let home = try Folder()
        let simulation = try Simulation(
            bench.program, home: home, ["--configurations", "\(Self.configurations)", "--projects", "\(projects)", "--sharing", "1"])
        let session = try simulation.session()
        let listed = try await Inspector(client: session.client(for: .inspector2)).listCodeSecurityScanConfigurations().configurations ?? []
        await session.shutdown()
        let file = try InputFiles(in: home, of: listed.map(\.scanConfigurationArn), projects: projects)
        func plan(_ path: String) throws -> (seconds: Double, peakMemory: Int) {
            let arguments = ["disassociate", "--from", path, "--yes", "--allow-uncovered", "--max-targets", "1", "--progress", "none"]
            let run = try Child.usage(Command(bench.program, arguments, home: home, environment: simulation.variables))
            guard run.status == 252 else { throw BenchError("A plan larger than allowed ended with status \(run.status).") }
            return (run.processorSeconds, run.peakMemory)
        }
        // Both are mostly the listing: the least of some rounds is what is not somebody else's.
        func least(_ path: String) throws -> (seconds: Double, peakMemory: Int) {
            let rounds = try (0..<bench.scaled(3, quick: 1)).map { _ in try plan(path) }
            return (rounds.map(\.seconds).min() ?? 0, rounds.map(\.peakMemory).min() ?? 0)
        }
        let (all, few) = (try least(file.all), try least(file.few))
        let detail = "\((Self.configurations * projects).grouped) rows, over what listing takes"
        return [
            Reading(
                figure: "from", detail: "processor for \(detail)", ours: Quantity(max(0, all.seconds - few.seconds), .seconds),
                reference: Reference(name: "limit", quantity: Quantity(3, .seconds)), goal: .notMore),
            Reading(
                figure: "from", detail: "peak memory for \(detail)",
                ours: Quantity(Double(max(0, all.peakMemory - few.peakMemory)), .bytes),
                reference: Reference(name: "limit", quantity: Quantity(150e6, .bytes)), goal: .notMore),
            try endlessLine(home, simulation),
        ]
    }

    /// A file that is one line of 300 MB.
    private func endlessLine(_ home: Folder, _ simulation: Simulation) throws -> Reading {
        let path = home.path + "/line"
        try InputFiles.write(path) { file in
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            for _ in 0..<bench.scaled(300, quick: 20) { try file(piece) }
        }
        let command = Command(
            bench.program, ["disassociate", "--from", path, "--dry-run"], home: home, environment: simulation.variables)
        let run = try Child.usage(command)
        guard run.status != 0 else { throw BenchError("A line of 300 MB was taken.") }
        return Reading(
            figure: "from", detail: "a line of \(bench.scaled(300, quick: 20)) MB is refused", ours: Quantity(run.seconds, .seconds),
            reference: Reference(name: "limit", quantity: Quantity(1, .seconds)), goal: .notMore)
    }
}

/// Files for `--from`: every association of an account as CSV, and two of them.
struct InputFiles {
    let all: String
    let few: String

    init(in home: Folder, of arns: [String], projects: Int) throws {
        (all, few) = (home.path + "/all.csv", home.path + "/few.csv")
        let account = MadeAccount(configurations: arns.count, projects: projects)
        let header = Array("scanConfigurationArn,projectId\n".utf8)
        try Self.write(all) { file in
            try file(header)
            for (number, arn) in arns.enumerated() {
                try file(Array(account.projectIds(of: number).map { "\(arn),\($0)\n" }.joined().utf8))
            }
        }
        try Self.write(few) { file in
            try file(header)
            for id in account.projectIds(of: 0).prefix(2) { try file(Array("\(arns.first ?? ""),\(id)\n".utf8)) }
        }
    }

    /// Writes a file piece by piece.
    static func write(_ path: String, _ content: (_ piece: ([UInt8]) throws -> Void) throws -> Void) throws {
        let disk = SystemDisk()
        let file = try disk.create(path)
        defer { file.close() }
        try content { try file.append($0) }
    }
}
