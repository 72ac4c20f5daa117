import InspectorCore

/// A move of every project of a configuration to another one, beside the runs that it consists of: it associates, disassociates, and verifies
/// once more what it associated.
struct MoveFigure {
    private let bench: Bench
    private static let latency = 5

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() async throws -> [Reading] {
        let projects = bench.scaled(100_000, quick: 5_000)
        let move = try await open(projects) { account in try await account.run(.move).seconds }
        let parts = try await open(projects) { account in
            let association = try await account.run(.associate)
            let disassociation = try await account.run(.disassociate)
            return association.seconds + disassociation.seconds + (try await account.secondsToVerify(association))
        }
        return [
            Reading(
                figure: "move", detail: "\(projects.grouped), \(Self.latency) ms", ours: Quantity(move, .seconds),
                reference: Reference(name: "associate, disassociate, verify", quantity: Quantity(parts, .seconds)), goal: .within(1.05))
        ]
    }

    /// A new account with room for all projects twice.
    private func open(_ projects: Int, _ body: (MeasuredAccount) async throws -> Double) async throws -> Double {
        let arguments = ["--sharing", "1", "--project-limit", "\(2 * projects)", "--latency", "\(Self.latency)"]
        return try await MeasuredAccount.open(bench, configurations: 2, projects: projects, arguments, body)
    }
}
