package import InspectorCore

/// The truth about one account at one moment, to compare with what a client believes.
package struct SimulatorSnapshot: Sendable {
    /// The scan configurations in the order of their listing.
    package let configurations: [ScanConfiguration]
    private let members: [ProjectSet]
    private let directory: ProjectDirectory
    private let configurationIndex: [String: Int]
    private let coverage: CoverageSource

    /// What `account` holds.
    init(_ account: SimulatedAccount) {
        configurations = account.configurations.map(\.summary)
        members = account.configurations.map(\.projects)
        directory = account.directory
        configurationIndex = account.configurationIndex
        coverage = CoverageSource(account)
    }

    /// How many projects the account has.
    package var projectCount: Int { directory.count }

    /// How many associations there are.
    package var associationCount: Int { members.reduce(0) { $0 + $1.count } }

    /// Every association; takes a second or two for a million of them.
    package var associations: Set<Association> {
        Set(configurations.flatMap { associations(of: $0.scanConfigurationArn) })
    }

    /// The associations of one configuration in the order of their listing; none when there is no such configuration.
    package func associations(of scanConfigurationArn: String) -> [Association] {
        projectIds(of: scanConfigurationArn).map { Association(scanConfigurationArn: scanConfigurationArn, resource: .projectId($0)) }
    }

    /// The projects of one configuration in the order of their listing.
    package func projectIds(of scanConfigurationArn: String) -> [String] {
        guard let index = configurationIndex[scanConfigurationArn] else { return [] }
        return members[index].map { directory.identity.id(of: $0) }
    }

    /// Whether the association exists.
    package func contains(_ association: Association) -> Bool {
        guard let index = configurationIndex[association.scanConfigurationArn],
            let number = association.resource.projectId.flatMap(directory.number(of:))
        else { return false }
        return members[index].contains(number)
    }

    /// The name of a project.
    package func name(of projectId: String) -> String? {
        directory.number(of: projectId).map { directory.name(of: $0) }
    }

    /// What the coverage says of a project, when nothing is wrong with it.
    package func details(of projectId: String) -> ProjectDetails? {
        directory.number(of: projectId).map { coverage.row(of: $0).details }
    }

    /// Every project with its name.
    package var projects: [(projectId: String, name: String)] {
        (0..<directory.count).map { (directory.identity.id(of: $0), directory.name(of: $0)) }
    }
}
