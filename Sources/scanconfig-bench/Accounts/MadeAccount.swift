import InspectorCore
import InspectorSimulator
import OperatorUI
import Terminal

/// An account made up for measuring: groups of configurations share their projects.
struct MadeAccount: Sendable {
    /// How many configurations there are.
    let count: Int
    /// How many projects are in each of them.
    let projects: Int
    /// How many neighbouring configurations share their projects.
    let sharing: Int
    /// The region it is in.
    var region = "us-east-1"
    private let directory: ProjectDirectory

    init(configurations: Int, projects: Int, sharing: Int = 1) {
        let groups = (configurations + sharing - 1) / sharing
        (count, self.projects, self.sharing) = (configurations, projects, sharing)
        directory = .uniform(count: groups * projects, seed: 1)
    }

    /// An account with this many associations, in configurations of 2,000 projects, each project in up to ten of them.
    init(associations: Int) {
        let configurations = max(1, associations / 2_000)
        self.init(configurations: configurations, projects: associations / configurations, sharing: 10)
    }

    /// How many associations there are.
    var associations: Int { count * projects }

    /// How many different projects there are.
    var distinct: Int { directory.count }

    /// A configuration as the service lists it.
    func configuration(_ number: Int) -> ScanConfiguration {
        let uuid = "00000000-0000-4000-8000-\(String(1_000_000_000_000 + number).dropFirst())"
        return ScanConfiguration(
            scanConfigurationArn: "arn:aws:inspector2:\(region):123456789012:owner/123456789012/codesecurity-configuration/\(uuid)",
            name: "scan-\(String(10_001 + number).dropFirst())", ownerAccountId: "123456789012", periodicScanFrequency: "WEEKLY",
            ruleSetCategories: ["SAST", "SCA"], scopeSettings: nil)
    }

    /// The ids of a configuration's projects, in the service's order.
    func projectIds(of configuration: Int) -> [String] {
        let first = configuration / sharing * projects
        return (first..<first + projects).map { directory.identity.id(of: $0) }
    }

    /// The integration that all of the account's projects belong to.
    static let integration = "arn:aws:inspector2:us-east-1:123456789012:codesecurity-integration/00000000-0000-4000-8000-000000000000"
    private static let commit = "0123456789abcdef0123456789abcdef01234567"

    /// The time, in seconds since 1970, before which the projects were scanned.
    static let now: Int64 = 1_700_000_000

    /// What ListCoverage says about a project.
    func details(_ project: Int) -> ProjectDetails {
        ProjectDetails(
            projectId: directory.identity.id(of: project), projectName: directory.name(of: project),
            words: [
                .statusCode: "ACTIVE", .reason: "SUCCESSFUL", .provider: directory.provider(of: project), .visibility: "PRIVATE",
                .account: "123456789012", .integration: Self.integration,
            ], lastScan: .at(Self.now - Int64(project) * 1_200), lastCommit: Self.commit)
    }
}

extension MadeAccount {
    /// The pages of a listing, as events for the terminal UI.
    var events: [InventoryEvent] {
        var events = [InventoryEvent.configurations((0..<count).map(configuration), isLast: true)]
        for number in 0..<count { events += pages(of: number) }
        for start in stride(from: 0, to: distinct, by: ServiceLimits.coveragePageSize) {
            events.append(.coverage((start..<min(distinct, start + ServiceLimits.coveragePageSize)).map(details)))
        }
        return events + [.finished]
    }

    private func pages(of number: Int) -> [InventoryEvent] {
        let (arn, ids) = (configuration(number).scanConfigurationArn, projectIds(of: number))
        return stride(from: 0, to: ids.count, by: ServiceLimits.pageSize).map { start in
            let end = min(ids.count, start + ServiceLimits.pageSize)
            return .associations(
                scanConfigurationArn: arn, ids[start..<end].map { AssociationResource.projectId($0) }, isLast: end == ids.count)
        }
    }

    /// A terminal UI that has listed the account and shows all of its associations.
    func app() -> App { [self].app() }

    /// Accounts of the same size in as many regions, with this many associations together.
    static func fleet(_ sessions: Int, associations: Int) -> [MadeAccount] {
        InspectorRegions.inPartition(of: "us-east-1").prefix(sessions).map { region in
            var account = MadeAccount(associations: associations / sessions)
            account.region = region
            return account
        }
    }

    /// A plan of everything.
    var plan: Plan {
        Plan(action: .disassociate, account: nil, region: "us-east-1", caller: nil, targets: targets, warnings: [])
    }

    /// Every association as a target of a plan.
    var targets: [PlanTarget] {
        (0..<count).flatMap { number in
            let configuration = configuration(number)
            return projectIds(of: number).map { id in
                PlanTarget(
                    association: Association(scanConfigurationArn: configuration.scanConfigurationArn, resource: .projectId(id)),
                    configurationName: configuration.name)
            }
        }
    }
}

extension [MadeAccount] {
    /// A terminal UI with a session in each account that has listed them and shows all associations.
    func app() -> App {
        var app = App(size: TerminalSize(columns: 80, rows: 24), sessions: map { ConnectionChoice(region: $0.region) })
        for case .connect(let generation, _, let key) in app.begin() {
            _ = app.update(.connected(generation: generation, SessionIdentity(region: self[Int(key)].region), at: key))
            for event in self[Int(key)].events { _ = app.update(.inventoryArrived(generation: generation, event, at: key)) }
        }
        app.recomputeLists()
        // Of several sessions, the accounts are shown first.
        for _ in 0..<(count > 1 ? 2 : 1) { _ = app.update(.keyPressed(.enter)) }
        return app
    }

    /// How large they are together, for a reading.
    var words: String {
        "\(reduce(0) { $0 + $1.associations }.grouped) rows" + (count > 1 ? " in \(count) sessions" : "")
    }
}
