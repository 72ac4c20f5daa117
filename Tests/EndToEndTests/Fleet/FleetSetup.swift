import Foundation
import InspectorCore
import InspectorSimulator
import JSON
import TestSupport

/// A simulator with two accounts in two regions, and a home whose profiles `a` and `b` open them; `a2` opens the first one, too.
struct FleetSetup {
    static let regions = ["us-east-1", "eu-west-1"]
    static let accounts = ["123456789012", "210987654321"]
    /// The options of all four sessions.
    static let all = ["--profile", "a", "--profile", "b", "--region", regions[0], "--region", regions[1]]

    let simulator: Simulator
    let home: TemporaryFolder

    /// Runs `body`, and ends the simulator.
    static func with(
        configurations: Int = 2, projects: Int = 30, faults: [String] = [], _ body: (FleetSetup) async throws -> Void
    ) async throws {
        var options = SimulatorOptions(seed: 7, configurations: configurations, projects: projects)
        options.furtherRegions = [regions[1]]
        options.faults = try FaultPlan(parsing: faults)
        options.faults.items.organizationDenies = false
        let other = options.addAccount(SimulatorAccount(accounts[1]))
        options.addColleagues()
        let simulator = try await Simulator.start(options)
        let home = try TemporaryFolder()
        try home.write(".aws/credentials", options.key.profile("a") + options.key.profile("a2") + other.profile("b"))
        let result: Result<Void, any Error>
        do { result = .success(try await body(FleetSetup(simulator: simulator, home: home))) } catch { result = .failure(error) }
        await simulator.stop()
        try result.get()
    }

    /// A home of a second person, in which the same profiles hold that person's keys.
    func reviewersHome() throws -> TemporaryFolder {
        let keys = simulator.options.furtherKeys.filter { $0.userName == "OpsReviewer" }
        let other = try TemporaryFolder()
        try other.write(".aws/credentials", zip(["a", "b"], keys).map { $1.profile($0) }.joined())
        return other
    }

    /// The environment of the program.
    var environment: [String: String] { ["AWS_ENDPOINT_URL": simulator.endpointURL] }

    func run(_ arguments: [String], input: String = "") async throws -> ProgramResult {
        try await BuiltProgram.run(arguments, environment: environment, input: input, home: home)
    }

    /// What the program prints as JSON.
    func json(_ arguments: [String], status: Int32 = 0) async throws -> (value: JSONValue, errors: String) {
        let result = try await run(arguments + ["--output", "json"])
        guard result.status == status, let value = JSONValue(bytes: Array(result.output.utf8)) else {
            throw Unexpected(words: "\(result.status): \(result.errors) \(result.output.prefix(200))")
        }
        return (value, result.errors)
    }

    /// The associations of an account in a region.
    func associations(_ account: Int, _ region: Int) async -> Set<Association> {
        await simulator.state(ofAccount: Self.accounts[account], region: Self.regions[region])?.associations ?? []
    }

    /// All associations of all accounts in all regions.
    var everything: Set<Association> {
        get async {
            await associations(0, 0).union(await associations(0, 1)).union(await associations(1, 0)).union(await associations(1, 1))
        }
    }

    struct Unexpected: Error { let words: String }
}

extension JSONValue {
    /// The sessions of a fleet's document.
    var sessions: [JSONValue] { self["sessions"]?.array ?? [] }

    /// "a/us-east-1": what a session's document is about.
    var session: String { "\(self["profile"]?.string ?? "-")/\(self["region"]?.string ?? "-")" }
}
