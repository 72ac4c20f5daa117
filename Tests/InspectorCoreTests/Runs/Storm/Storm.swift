import AWSClient
import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport

/// A run and its undo with faults over real HTTP: killed, stopped and taken up again until they are done, beside another operator.
struct Storm {
    let seed: UInt64
    let simulator: Simulator
    let home: StormHome
    /// Where it happens, and with which keys.
    let place: StormPlace
    /// The keys of the storm's own account; either may be good at any time.
    var keys: [SimulatorKey] { place.keys }
    /// The key of another account.
    var foreignKey: SimulatorKey { place.foreignKey }
    var random: SeededRandom
    /// Everything untrue that was found, a line each.
    var violations: [String] = []
    var sessions = 0
    /// The calls of each process whose signatures were not checked yet.
    var unchecked: [SentInvocations] = []

    init(seed: UInt64, simulator: Simulator, transport: AsyncHTTPTransport, place: StormPlace? = nil) throws {
        let place = place ?? StormPlace(simulator.options)
        (self.seed, self.simulator, self.place) = (seed, simulator, place)
        home = try StormHome(simulator: simulator, region: place.region, transport: transport, key: place.keys[0])
        random = SeededRandom(seed: seed)
    }

    /// The account and the keys of a seed.
    static func options(seed: UInt64, isMove: Bool = false) -> SimulatorOptions {
        var options = isMove ? moveOptions(seed) : SimulatorOptions(seed: seed, configurations: 3, projects: 45)
        options.addKey(userName: "NightShift")
        options.addAccount(SimulatorAccount("210987654321"))
        return options
    }

    /// A project in four configurations of five can be associated with no other one, and a configuration may have no room.
    private static func moveOptions(_ seed: UInt64) -> SimulatorOptions {
        var options = SimulatorOptions(seed: seed, configurations: 5, projects: 15)
        options.sharing = Int(seed % 4) + 1
        options.projectLimit = [18, 30, 100][Int(seed % 3)]
        options.hasDefault = seed % 2 == 0
        return options
    }

    /// Disassociates random targets, undoes that, and holds everything against the truth.
    mutating func run(_ faults: FaultPlan) async throws {
        let before = await ownState.associations
        let plan = plan(of: before)
        let run = try await carryOut(plan, with: faults)
        let undo = try await carryOut(run.undoPlan, with: random.oneIn(2) ? faults : FaultPlan())
        let refused = Set(zip(undo.plan.targets, undo.outcomes).filter { $1 != .succeeded }.map(\.0.association))
        let (after, history) = (await ownState.associations, await ownHistory)
        let planned = Set(plan.targets.map(\.association))
        let neverAssociated = planned.subtracting(before)
        for target in before.symmetricDifference(after).subtracting(refused).subtracting(neverAssociated)
        where !history.isTouchedByOthers(target) {
            violations.append("the undo left \(target.resource.words) \(after.contains(target) ? "made" : "dissolved")")
        }
        try checkSecrets()
    }

    /// Moves projects, undoes that, and holds everything against the truth.
    mutating func move(_ faults: FaultPlan) async throws {
        let (before, configurations) = (await ownState.associations, await ownState.configurations)
        let plan = movePlan(of: before, configurations)
        let run = try await carryOut(plan, with: faults)
        let undo = try await carryOut(run.undoPlan, with: random.oneIn(2) ? faults : FaultPlan())
        let refused = Set(zip(undo.plan.targets, undo.outcomes).filter { $1 != .succeeded }.map(\.0.association))
        let (after, history) = (await ownState.associations, await ownHistory)
        for target in before.symmetricDifference(after).subtracting(refused) where !history.isTouchedByOthers(target) {
            violations.append("the undo left \(target.resource.words) \(after.contains(target) ? "made" : "dissolved")")
        }
        try checkSecrets()
    }

    /// A plan that moves some of what is associated: all of its projects, or those that would be left with no configuration.
    private mutating func movePlan(of all: Set<Association>, _ configurations: [ScanConfiguration]) -> Plan {
        let chosen = Self.ordered(all).shuffled(using: &random).prefix(random.int(1..<80))
        let counts = Dictionary(grouping: all) { $0.resource.projectId ?? "" }.mapValues { PlannedProject(configurations: $0.count) }
        var facts = PlanFacts(
            account: place.account, region: place.region,
            configurations: Dictionary(configurations.map { ($0.scanConfigurationArn, $0) }) { first, _ in first }, projects: counts,
            isComplete: true)
        let destination = MoveDestination(
            scanConfigurationArn: random.pick(configurations).scanConfigurationArn, covering: random.pick([.every, .uncovered]))
        let targets = chosen.map { PlanTarget(association: $0) }
        facts.present = destination.associations(with: targets).intersection(all)
        return Planner(facts: facts).draft(moving: targets, to: destination).plan
    }

    /// A plan for some of what is associated, and for a few that are not: known to be so when planned, or not known.
    private mutating func plan(of all: Set<Association>) -> Plan {
        let associated = Self.ordered(all).shuffled(using: &random).prefix(random.int(1..<111))
        let absent = Array(Self.ordered(Self.absent(from: all)).shuffled(using: &random).prefix(random.int(0..<9)))
        let facts = PlanFacts(
            account: place.account, region: place.region,
            alreadyDone: Set(absent.prefix(random.int(0..<absent.count + 1))))
        return Planner(facts: facts).plan(.disassociate, targets: (associated + absent).map { PlanTarget(association: $0) })
    }

    private static func ordered(_ associations: Set<Association>) -> [Association] {
        associations.map { ($0.scanConfigurationArn + $0.resource.words, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// What is not associated, of the same configurations and projects.
    private static func absent(from all: Set<Association>) -> Set<Association> {
        let resources = Set(all.map(\.resource))
        let every = Set(all.map(\.scanConfigurationArn)).flatMap { arn in
            resources.map { Association(scanConfigurationArn: arn, resource: $0) }
        }
        return Set(every).subtracting(all)
    }

    private mutating func checkSecrets() throws {
        for runId in try home.store.runIds() {
            let text = try home.folder.text(home.store.folder + "/\(runId).jsonl")
            for key in keys + [foreignKey] where text.contains(key.secretAccessKey) || text.contains(key.accessKeyId) {
                violations.append("a key in journal \(runId)")
            }
        }
    }
}
