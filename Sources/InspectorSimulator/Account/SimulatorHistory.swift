package import InspectorCore

/// Who changed an association.
package enum ChangeActor: Hashable, Sendable {
    /// The batch call with this number, at once.
    case call(Int)
    /// The batch call with this number, some time after it ended.
    case lateEffect(of: Int)
    /// Another operator.
    case otherOperator
    /// A default configuration, which associates new projects by itself.
    case defaultConfiguration

    /// Whether it was a call of the client, late or not.
    package var isClient: Bool {
        switch self {
        case .call, .lateEffect: true
        case .otherOperator, .defaultConfiguration: false
        }
    }
}

/// What happened to every association, and who did it: the effects of the client's calls are kept apart from those of others.
package struct SimulatorHistory: Sendable {
    /// One change.
    package struct Change: Hashable, Sendable {
        /// Counted from 1 over all accounts.
        package let sequence: Int
        /// When, counted from the start.
        package let time: Duration
        /// The account it happened in.
        package let account: String
        /// What changed.
        package let association: Association
        /// Whether it was made; otherwise it was dissolved.
        package let isAssociated: Bool
        /// Who made it.
        package let actor: ChangeActor
    }

    /// Every change in the order it happened; of a configuration with more than half a million of them the oldest are forgotten.
    package let changes: [Change]
    private let byAssociation: [Association: [Change]]

    /// What the accounts keep.
    init(_ accounts: [SimulatedAccount], where isWanted: (Association) -> Bool = { _ in true }) {
        changes = accounts.flatMap(\.history).filter { isWanted($0.association) }.sorted { $0.sequence < $1.sequence }
        byAssociation = Dictionary(grouping: changes, by: \.association)
    }

    /// The changes of one association in their order.
    package func changes(of association: Association) -> [Change] { byAssociation[association] ?? [] }

    /// Whether another operator changed the association after the change with the number `sequence`.
    package func isTouchedByOthers(_ association: Association, after sequence: Int = 0) -> Bool {
        changes(of: association).contains { $0.sequence > sequence && !$0.actor.isClient }
    }

    /// The number of the last change so far; 0 before the first.
    package var lastSequence: Int { changes.last?.sequence ?? 0 }
}

extension SimulatedAccount {
    /// What is kept of the account's changes.
    fileprivate var history: [SimulatorHistory.Change] {
        configurations.enumerated().flatMap { index, record in
            record.changes.map { change in
                SimulatorHistory.Change(
                    sequence: change.sequence, time: change.time, account: options.accountId,
                    association: association(AssociationKey(configuration: index, project: change.project)),
                    isAssociated: change.isAssociated, actor: change.actor)
            }
        }
    }
}

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
