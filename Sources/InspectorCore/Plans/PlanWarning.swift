/// Something an operator should read before the plan is sent.
package enum PlanWarning: Hashable, Sendable {
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
    /// Listings that have rows which match no project; the configurations' names.
    case unmatchedListings(configurations: [String])
    /// Resources of a configuration that match no project; they are not part of the plan. Some of them, and how many there are.
    case unmatchedLeftOut(configuration: String, resources: [String], count: Int)
    /// Resources of a kind this version does not know, in plans of earlier versions.
    case unknownResources(count: Int)
    /// The configuration is not among the listed ones.
    case unknownConfiguration(scanConfigurationArn: String, targets: Int)
    /// Targets of the earlier run whose outcome is not known; an undo leaves them out.
    case unresolvedLeftOut(targets: Int)
    /// Targets that are already as the run would make them, for which nothing is sent, of all that were named; `configuration` when they
    /// belong to one.
    case alreadyDone(RunAction, configuration: String?, targets: Int, of: Int)
    /// Rows of a run's results that need nothing any more, and those that are taken.
    case resultsLeftOut(rows: Int, taken: Int)
    /// Nobody can tell which account this is for.
    case accountUnknown
    /// Associations that were there already and were sent, in plans of earlier versions.
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
        case .unmatchedListings(let names):
            "\(names.firstThree) \(names.count == 1 ? "has" : "have") rows that match no project: whether a project keeps another "
                + "configuration is not known for sure."
        case .unmatchedLeftOut(let name, let resources, let count):
            "\(count.counted("resource")) of \(name) \(count == 1 ? "matches" : "match") no project and \(count == 1 ? "is" : "are") left out: "
                + resources.joined(separator: "; ") + (count > resources.count ? "; …" : ".")
        case .unknownResources(let count):
            "\(count.counted("resource")) of a kind this version does not know; left out."
        case .unknownConfiguration(let arn, let targets):
            "\(arn) (\(targets.counted("association"))) is not among the configurations of this account and region."
        case .unresolvedLeftOut(let targets):
            "\(targets.counted("association")) of the earlier run \(targets == 1 ? "is" : "are") unresolved and left out; resume that run first."
        case .alreadyDone(let action, let configuration, let targets, let all):
            Self.sentence(action, configuration, targets, all)
        case .resultsLeftOut(let rows, let taken):
            "\(rows.counted("row")) of the results \(rows == 1 ? "needs" : "need") nothing any more and \(rows == 1 ? "is" : "are") left out; "
                + "\(taken.grouped) \(taken == 1 ? "is" : "are") taken."
        case .accountUnknown:
            "Which account this is for is not known: neither STS nor the ARN of a configuration tells it. Make sure that it is the right one."
        case .alreadyAssociated(let targets):
            "\(targets.counted("association")) \(targets == 1 ? "exists" : "exist") already: the run may have been undone before."
        }
    }
}

extension PlanWarning {
    private static func sentence(_ action: RunAction, _ configuration: String?, _ targets: Int, _ all: Int) -> String {
        let place = configuration ?? "their configurations"
        let verb = targets == 1 ? "is" : "are"
        let state = action == .disassociate ? "not associated with \(place) now" : "associated with \(place) already"
        return "\(targets.grouped) of \(all.counted("target")) \(verb) \(state); nothing is sent for \(targets == 1 ? "it" : "them")."
    }
}

extension [String] {
    /// As many as a sentence holds: "a, b, c and 4 more".
    fileprivate var firstThree: String {
        prefix(3).joined(separator: ", ") + (count > 3 ? " and \((count - 3).grouped) more" : "")
    }
}
