/// What is known of an account when a plan is made; an empty value knows nothing.
package struct PlanFacts: Sendable {
    /// The account, twelve digits; nil when it is not known.
    package var account: String?
    /// The region the calls go to.
    package var region: String
    /// The caller's ARN; nil when STS could not be reached.
    package var caller: String?
    /// The listed configurations by ARN.
    package var configurations: [String: ScanConfiguration]
    /// What is known of the projects.
    package var projects: PlannedProjects
    /// Whether every page of every listing arrived.
    package var isComplete: Bool
    /// Names of configurations whose listing has rows that match no project.
    package var unmatchedListings: [String]
    /// Associations that are as the run would make them, and are proven to be so. For a move: those that it would dissolve.
    package var alreadyDone: Set<Association>
    /// Associations that a move would make, and that exist.
    package var present: Set<Association> = []
    /// How many projects each listed configuration has room for, by its ARN; those listed to the end alone.
    package var rooms: [String: Int] = [:]
    /// Whether repository names could be listed.
    package var namesKnown: Bool
    /// Whether the listings of each of several sessions prove what a project is associated with; nil for one session.
    var proofs: [Bool]?
    /// The time, in seconds since 1970, by which a scan is recent.
    package var now: Int64

    /// Facts; what is left out is not known.
    package init(
        account: String? = nil, region: String, caller: String? = nil, configurations: [String: ScanConfiguration] = [:],
        projects: [String: PlannedProject] = [:], isComplete: Bool = false, unmatchedListings: [String] = [],
        alreadyDone: Set<Association> = [], namesKnown: Bool = true, now: Int64 = 0
    ) {
        self.account = account
        self.region = region
        self.caller = caller
        self.configurations = configurations
        self.projects = PlannedProjects(projects)
        self.isComplete = isComplete
        self.unmatchedListings = unmatchedListings
        self.alreadyDone = alreadyDone
        self.namesKnown = namesKnown
        self.now = now
    }

    /// Tells apart, for a recorded plan, what a move would make and what it would dissolve.
    package mutating func splitAlreadyDone(of action: RunAction, _ targets: some Sequence<PlanTarget>) {
        guard action == .move, !alreadyDone.isEmpty else { return }
        present = Set(targets.lazy.filter { $0.change == .associate }.map(\.association)).intersection(alreadyDone)
        alreadyDone = Set(targets.lazy.filter { $0.change != .associate }.map(\.association)).intersection(alreadyDone)
    }

    /// Counts the configurations of projects as they were before the open targets of a run, some of which may have had their effect: what is
    /// gone is not taken away once more, and what exists needs no more room.
    package mutating func countAsBefore(_ targets: some Sequence<PlanTarget>, of action: RunAction, in inventory: Inventory) {
        for target in targets {
            let isMade = action == .associate || target.change == .associate
            let exists = inventory.id(of: target.association).map(inventory.contains) ?? false
            if isMade == exists { projects.count(target.association.resource, by: isMade ? -1 : 1) }
        }
    }

    /// Whether a project that is not listed with another configuration has none, by the number of its session.
    var provesCoverage: [Bool] { proofs ?? [isComplete && unmatchedListings.isEmpty] }
}

extension PlanFacts {
    /// The facts that `inventory` knows; `alreadyDone` are as the run would make them.
    package init(
        inventory: Inventory, alreadyDone: Set<Association> = [], account: String?, region: String,
        caller: String?, now: Int64
    ) {
        let entries = inventory.listed.map { inventory.entries[Int($0)] }
        self.init(
            account: account, region: region, caller: caller,
            configurations: Dictionary(entries.map { ($0.configuration.scanConfigurationArn, $0.configuration) }) { first, _ in first },
            isComplete: inventory.isComplete,
            unmatchedListings: entries.filter(\.hasUnmatchedRows).map(\.configuration.name), alreadyDone: alreadyDone,
            namesKnown: inventory.coverageState == .complete || inventory.resources.hasNames, now: now)
        projects = PlannedProjects(inventory)
        if inventory.scope == nil, inventory.originCount > 1 { proofs = inventory.inEachOrigin(inventory.provesAbsence) }
        for entry in entries { rooms[entry.configuration.scanConfigurationArn] = entry.room }
    }
}

extension Inventory {
    /// The association as a target of a plan, with its names.
    package func planTarget(_ id: AssociationID) -> PlanTarget {
        PlanTarget(
            association: association(id), configurationName: entries[Int(id.configuration)].configuration.name,
            projectName: projectName(of: id.resource))
    }

    /// An association from elsewhere as a target of a plan, with its names when the listing has them.
    package func planTarget(_ association: Association) -> PlanTarget {
        id(of: association).map(planTarget)
            ?? PlanTarget(
                association: association,
                configurationName: configurations(named: association.scanConfigurationArn).first.map {
                    entries[Int($0)].configuration.name
                },
                projectName: knownNumber(of: association.resource).flatMap(projectName))
    }
}
