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
    /// Targets for which nothing is sent, for they were as the run would make them; absent when there are none. They have no positions.
    var alreadyDone: [Configuration]?

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
        configurations = Self.configurations(plan.targets)
        if !plan.alreadyDone.isEmpty { alreadyDone = Self.configurations(plan.alreadyDone) }
    }

    private static func configurations(_ targets: [PlanTarget]) -> [Configuration] {
        var all: [Configuration] = []
        for target in targets {
            let (arn, name) = (target.association.scanConfigurationArn, target.configurationName)
            let project = Project(resource: target.association.resource, projectName: target.projectName)
            if let last = all.indices.last, all[last].scanConfigurationArn == arn, all[last].configurationName == name {
                all[last].projects.append(project)
            } else {
                all.append(Configuration(scanConfigurationArn: arn, configurationName: name, projects: [project]))
            }
        }
        return all
    }

    /// The plan, its targets in their old order.
    var plan: Plan {
        Plan(
            action: action, account: account, region: region, caller: caller, targets: configurations.flatMap(\.targets),
            alreadyDone: (alreadyDone ?? []).flatMap(\.targets), warnings: warnings, undoes: undoes)
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
