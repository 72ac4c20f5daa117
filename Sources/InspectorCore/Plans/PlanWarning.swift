/// Something an operator should read before the plan is sent.
package enum PlanWarning: Hashable, Codable, Sendable {
    /// The configuration has scope ALL: it may associate the projects again, and new projects join it.
    case defaultConfiguration(name: String, targets: Int)
    /// The configuration belongs to the organization: only the delegated administrator may change it.
    case organizationLevel(name: String, targets: Int)
    /// These projects would be left with no scan configuration at all.
    case lastConfiguration(projects: [String])
    /// Targets that the current filter hides.
    case hiddenByFilter(targets: Int)
    /// Repository names could not be listed; ids are shown.
    case namesMissing
    /// The listing is not complete, so that last configurations cannot be told for sure.
    case listingIncomplete
    /// The input named targets more than once; each counts once.
    case repeatedTargets(count: Int)
    /// Resources of a kind this version does not know; they are not part of the plan.
    case unknownResources(count: Int)
    /// The configuration is not among the listed ones.
    case unknownConfiguration(scanConfigurationArn: String, targets: Int)
    /// Targets of the earlier run whose outcome is not known; an undo leaves them out.
    case unresolvedLeftOut(targets: Int)
    /// Associations that are there already, of a plan that makes some: the run may have been undone before.
    case alreadyAssociated(targets: Int)
}

extension PlanWarning {
    /// The warning as one sentence.
    package var sentence: String {
        switch self {
        case .defaultConfiguration(let name, let targets):
            "\(name) is a default configuration (scope ALL): its \(targets.counted("association")) may come back, and new projects join it."
        case .organizationLevel(let name, let targets):
            "\(name) belongs to the organization (\(targets.counted("association"))): only the delegated administrator may change it."
        case .lastConfiguration(let projects):
            "\(projects.count.counted("project")) would be left with no scan configuration at all, so no longer scanned."
        case .hiddenByFilter(let targets):
            "\(targets.counted("association")) \(targets == 1 ? "is" : "are") hidden by the current filter."
        case .namesMissing:
            "Repository names are not known; projects are shown by id."
        case .listingIncomplete:
            "The listing is not complete: whether a project keeps another configuration is not known for sure."
        case .repeatedTargets(let count):
            "\(count.counted("association")) named more than once; each counts once."
        case .unknownResources(let count):
            "\(count.counted("resource")) of a kind this version does not know; left out."
        case .unknownConfiguration(let arn, let targets):
            "\(arn) (\(targets.counted("association"))) is not among the configurations of this account and region."
        case .unresolvedLeftOut(let targets):
            "\(targets.counted("association")) of the earlier run \(targets == 1 ? "is" : "are") unresolved and left out; resume that run first."
        case .alreadyAssociated(let targets):
            "\(targets.counted("association")) \(targets == 1 ? "exists" : "exist") already: the run may have been undone before."
        }
    }
}
