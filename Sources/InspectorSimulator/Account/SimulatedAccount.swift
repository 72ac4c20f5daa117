import InspectorCore

/// One simulated account: what it holds, and what changed in it.
struct SimulatedAccount: Sendable {
    /// How it is filled, and its number.
    let options: SimulatorOptions
    /// The moment that the ages of scans are counted from, in seconds since 1970.
    let startedAt: Int64
    /// The projects.
    private(set) var directory: ProjectDirectory
    /// The index of each configuration by ARN.
    let configurationIndex: [String: Int]
    /// The configurations.
    var configurations: [ConfigurationRecord]
    /// Associations that refuse to be dissolved.
    var refusals: [AssociationKey: Refusal]
    /// How many configurations each project is in.
    var degrees: [UInt16]
    /// How many listings of the coverage were begun.
    var coverageListings = 0

    /// The account that `options` describe, as it is at that moment.
    init(_ options: SimulatorOptions, startedAt: Int64 = MadeUpTime.epoch) {
        self.startedAt = startedAt
        let population = options.population == .demo ? Population.demo(options) : Population.uniform(options)
        self.options = options
        directory = population.directory
        configurations = population.configurations
        refusals = population.refusals
        configurationIndex = Dictionary(
            population.configurations.enumerated().map { ($1.summary.scanConfigurationArn, $0) }, uniquingKeysWith: { first, _ in first })
        degrees = Array(repeating: 0, count: population.directory.count)
        for record in population.configurations {
            for project in record.projects { degrees[project] += 1 }
        }
    }

    /// The key of an association; nil when its configuration or its project is not in this account.
    func key(of association: Association) -> AssociationKey? {
        guard let index = configurationIndex[association.scanConfigurationArn],
            let project = association.resource.projectId.flatMap(directory.number(of:))
        else { return nil }
        return AssociationKey(configuration: index, project: project)
    }

    /// The association with this key.
    func association(_ key: AssociationKey) -> Association {
        Association(
            scanConfigurationArn: configurations[key.configuration].summary.scanConfigurationArn,
            resource: .projectId(directory.identity.id(of: key.project)))
    }

    /// Adds a project that no configuration has yet, and gives its number.
    mutating func addProject() -> Int {
        directory.grow(by: 1)
        degrees.append(0)
        return directory.count - 1
    }

    /// Whether the association exists.
    func contains(_ key: AssociationKey) -> Bool { configurations[key.configuration].projects.contains(key.project) }
}

/// One scan configuration and the projects it is associated with.
struct ConfigurationRecord: Sendable {
    /// What the listing shows.
    let summary: ScanConfiguration
    /// The associated projects.
    var projects: ProjectSet
    /// What changed, in its order.
    var changes: [KeptChange] = []
    /// How many listings of its associations were begun.
    var listings = 0
    /// Whether another operator may act between the pages of its listings.
    var interference = PageInterference.allowed
}

/// An association by the numbers of its two ends.
struct AssociationKey: Hashable, Sendable {
    /// The configuration's index in the listing.
    let configuration: Int
    /// The project's number.
    let project: Int
}
