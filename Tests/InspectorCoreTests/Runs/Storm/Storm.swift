import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport

/// A run and its undo through bad weather over real HTTP: killed, stopped and taken up again until they are done, beside other hands.
struct Storm {
    let seed: UInt64
    let simulator: Simulator
    let home: StormHome
    /// The keys of the storm's own account; either may be good at any time.
    let keys: [SimulatorKey]
    /// The key of somebody else's account.
    let strange: SimulatorKey
    var random: SeededRandom
    /// Everything untrue that was found.
    var lies: [String] = []
    var sessions = 0

    init(seed: UInt64, simulator: Simulator, transport: AsyncHTTPTransport) throws {
        let options = simulator.options
        self.seed = seed
        self.simulator = simulator
        keys = [options.key, options.furtherKeys[0]]
        strange = options.furtherKeys[1]
        home = try StormHome(simulator: simulator, transport: transport, key: options.key)
        random = SeededRandom(seed: seed)
    }

    /// The account and the keys of a seed.
    static func options(seed: UInt64) -> SimulatorOptions {
        var options = SimulatorOptions(seed: seed, configurations: 3, projects: 45)
        options.addKey(userName: "NightShift")
        options.addAccount(SimulatorAccount("210987654321"))
        return options
    }

    /// Disassociates random targets, takes that back, and holds everything against the truth.
    mutating func rage(_ faults: FaultPlan) async throws {
        let before = await simulator.state().associations
        let plan = plan(of: before)
        let run = try await carryOut(plan, in: faults)
        let undo = try await carryOut(run.undoPlan, in: random.oneIn(2) ? faults : FaultPlan())
        let refused = Set(zip(undo.plan.targets, undo.outcomes).filter { $1 != .succeeded }.map(\.0.association))
        let (after, history) = (await simulator.state().associations, await simulator.history())
        for target in before.symmetricDifference(after).subtracting(refused) where !history.isTouchedByOthers(target) {
            lies.append("the undo left \(target.resource.words) \(after.contains(target) ? "made" : "dissolved")")
        }
        try checkSecrets()
    }

    private mutating func plan(of all: Set<Association>) -> Plan {
        let order = all.map { ($0.scanConfigurationArn + $0.resource.words, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        let targets = order.shuffled(using: &random).prefix(random.int(1..<111)).map { PlanTarget(association: $0) }
        let facts = PlanFacts(account: simulator.options.accountId, region: simulator.options.region)
        return Planner(facts: facts).plan(.disassociate, targets: targets)
    }

    private mutating func checkSecrets() throws {
        for runId in try home.store.runIds() {
            let text = try home.folder.text(home.store.folder + "/\(runId).jsonl")
            for key in keys + [strange] where text.contains(key.secretAccessKey) || text.contains(key.accessKeyId) {
                lies.append("a key in journal \(runId)")
            }
        }
    }
}
