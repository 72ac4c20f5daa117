/// What is known of a project that a plan is about.
package struct PlannedProject: Hashable, Sendable {
    /// How many scan configurations it is associated with, as far as listed.
    package var configurations: Int
    /// When it was last scanned.
    package var lastScan: ScanTime
    /// The account that owns it, if the coverage says so.
    package var account: String?
    /// Where its repository is, if the coverage says so.
    package var provider: String?

    /// A project with so many listed configurations.
    package init(configurations: Int, lastScan: ScanTime = .unknown, account: String? = nil, provider: String? = nil) {
        (self.configurations, self.lastScan) = (configurations, lastScan)
        (self.account, self.provider) = (account, provider)
    }
}

/// What is known of projects, whichever a plan is about.
package struct PlannedProjects: Sendable {
    private let inventory: Inventory?
    private let made: [AssociationResource: PlannedProject]
    /// How many configurations more projects had before a run, than are listed.
    private var differences: [AssociationResource: Int] = [:]

    /// What an inventory knows.
    init(_ inventory: Inventory) { (self.inventory, made) = (inventory, [:]) }

    /// Projects by id.
    init(_ projects: [String: PlannedProject]) {
        (inventory, made) = (nil, Dictionary(projects.map { (.projectId($0), $1) }) { first, _ in first })
    }

    /// Counts configurations of a project as they were before a run.
    mutating func count(_ resource: AssociationResource, by difference: Int) { differences[resource, default: 0] += difference }

    /// In how many configurations a project is, as far as listed; nothing where no listing had it.
    func configurations(of resource: AssociationResource) -> Int? {
        let listed = inventory.map { inventory in
            inventory.knownNumber(of: resource).map(inventory.configurationCount)
        }
        return (listed ?? made[resource]?.configurations).map { $0 + (differences[resource] ?? 0) }
    }

    /// What is known of all projects of a table at `now`, seconds since 1970.
    func known(in table: ResourceTable, now: Int64) -> KnownProjects {
        var known = KnownProjects(count: table.count)
        guard let inventory else { return knownOfMade(in: table, now, known) }
        (known.accounts, known.providers) = (inventory.facts.words(.account), inventory.facts.words(.provider))
        let isOwn = table.isCopy(of: inventory.resources)
        for place in 0..<ResourceNumber(table.count) {
            guard let number = isOwn ? place : inventory.knownNumber(of: table[place]) else { continue }
            known[Int(place)] = KnownProject(
                configurations: UInt16(clamping: inventory.configurationCount(of: number) + difference(table, place)), isKnown: true,
                recency: PlanCoverage.Recency(inventory.facts.scanTime(of: number), now: now),
                account: inventory.facts.value(.account, of: number), provider: inventory.facts.value(.provider, of: number))
        }
        return known
    }

    private func knownOfMade(in table: ResourceTable, _ now: Int64, _ empty: KnownProjects) -> KnownProjects {
        var known = empty
        for place in 0..<ResourceNumber(table.count) {
            guard let project = made[table[place]] else { continue }
            known.accounts.record(project.account, for: Int(place))
            known.providers.record(project.provider, for: Int(place))
            known[Int(place)] = KnownProject(
                configurations: UInt16(clamping: project.configurations + difference(table, place)), isKnown: true,
                recency: PlanCoverage.Recency(project.lastScan, now: now), account: known.accounts[Int(place)],
                provider: known.providers[Int(place)])
        }
        return known
    }

    private func difference(_ table: ResourceTable, _ place: ResourceNumber) -> Int {
        differences.isEmpty ? 0 : differences[table[place]] ?? 0
    }
}

/// What is known of one project, in eight bytes.
struct KnownProject: Hashable, Sendable {
    var configurations: UInt16 = 0
    var isKnown = false
    var recency = PlanCoverage.Recency.unknown
    /// Words as numbers; 0 is none.
    var account: FactValue = 0
    var provider: FactValue = 0
}

/// What is known of many projects, by number.
struct KnownProjects: Equatable, Sendable {
    private var projects: [KnownProject]
    var accounts = FactColumn()
    var providers = FactColumn()

    init(count: Int) { projects = Array(repeating: KnownProject(), count: count) }

    subscript(number: Int) -> KnownProject {
        get { projects[number] }
        set { projects[number] = newValue }
    }

    func account(of number: Int) -> String? { accounts.text(projects[number].account) }
    func provider(of number: Int) -> String? { providers.text(projects[number].provider) }
}

extension PlanCoverage.Recency {
    private static let days: Int64 = 30

    /// How long ago a scan was at `now`, in seconds since 1970.
    fileprivate init(_ scan: ScanTime, now: Int64) {
        self =
            switch scan {
            case .at(let moment): now - moment <= Self.days * 86_400 ? .recent : .older
            case .never: .older
            case .unknown: .unknown
            }
    }
}
