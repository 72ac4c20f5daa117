import InspectorCore

/// One simulated account: what it holds, and what changed in it.
struct Account: Sendable {
    /// How it is filled, and its number.
    let options: SimulatorOptions
    /// The projects.
    let directory: ProjectDirectory
    /// Place of each configuration by ARN.
    let places: [String: Int]
    /// The configurations.
    var configurations: [ConfigurationRecord]
    /// Associations that refuse to be dissolved.
    var refusals: [AssociationKey: Refusal]
    /// How many configurations each project is in.
    var degrees: [UInt16]
    /// How many listings of the coverage were begun.
    var coverageListings = 0

    /// The account that `options` describe.
    init(_ options: SimulatorOptions) {
        let population = options.population == .believable ? Population.believable(options) : Population.uniform(options)
        self.options = options
        directory = population.directory
        configurations = population.configurations
        refusals = population.refusals
        places = Dictionary(
            population.configurations.enumerated().map { ($1.summary.scanConfigurationArn, $0) }, uniquingKeysWith: { first, _ in first })
        degrees = Array(repeating: 0, count: population.directory.count)
        for record in population.configurations {
            for project in record.projects { degrees[project] += 1 }
        }
    }

    /// The places of an association's two ends; nil when one of them is not in this account.
    func key(of association: Association) -> AssociationKey? {
        guard let place = places[association.scanConfigurationArn],
            let project = association.resource.projectId.flatMap(directory.number(of:))
        else { return nil }
        return AssociationKey(configuration: place, project: project)
    }

    /// The association at two places.
    func association(_ key: AssociationKey) -> Association {
        Association(
            scanConfigurationArn: configurations[key.configuration].summary.scanConfigurationArn,
            resource: .projectId(directory.identity.id(of: key.project)))
    }

    /// Whether the association exists.
    func contains(_ key: AssociationKey) -> Bool { configurations[key.configuration].projects.contains(key.project) }
}
