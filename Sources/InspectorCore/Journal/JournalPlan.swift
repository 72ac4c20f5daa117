/// A plan in a journal's header: neighbouring targets of one configuration share its ARN and name, so that the plan of
/// 100,000 targets stays small. Positions count through all configurations in order.
struct JournalPlan: Codable {
    var action: RunAction
    var account: String?
    var region: String
    var caller: String?
    var undoes: String?
    var warnings: [PlanWarning]
    var configurations: [Configuration]

    struct Configuration: Codable {
        var scanConfigurationArn: String
        var configurationName: String?
        var projects: [Project]
    }

    struct Project: Codable {
        var resource: AssociationResource
        var projectName: String?
    }

    init(_ plan: Plan) {
        (action, account, region, caller, warnings) = (plan.action, plan.account, plan.region, plan.caller, plan.warnings)
        undoes = plan.undoes
        configurations = []
        for target in plan.targets { add(target) }
    }

    private mutating func add(_ target: PlanTarget) {
        let (arn, name) = (target.association.scanConfigurationArn, target.configurationName)
        let project = Project(resource: target.association.resource, projectName: target.projectName)
        if let last = configurations.indices.last, configurations[last].scanConfigurationArn == arn,
            configurations[last].configurationName == name
        {
            configurations[last].projects.append(project)
        } else {
            configurations.append(Configuration(scanConfigurationArn: arn, configurationName: name, projects: [project]))
        }
    }

    /// The plan, its targets in their old order.
    var plan: Plan {
        Plan(
            action: action, account: account, region: region, caller: caller, targets: configurations.flatMap(\.targets),
            warnings: warnings, undoes: undoes)
    }
}

extension JournalPlan.Configuration {
    fileprivate var targets: [PlanTarget] {
        projects.map {
            PlanTarget(
                association: Association(scanConfigurationArn: scanConfigurationArn, resource: $0.resource),
                configurationName: configurationName, projectName: $0.projectName)
        }
    }
}
