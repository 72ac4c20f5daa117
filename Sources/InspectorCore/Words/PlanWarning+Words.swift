import TextSafety

extension PlanWarning: Worded {
    /// The warning as one sentence.
    package var words: String {
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
            "\(names.listed(upTo: 3)) \(names.count == 1 ? "has" : "have") rows that match no project: whether a project keeps another "
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
            Self.words(action, configuration, targets, all)
        case .resultsLeftOut(let rows, let taken):
            "\(rows.counted("row")) of the results \(rows == 1 ? "needs" : "need") nothing any more and \(rows == 1 ? "is" : "are") left out; "
                + "\(taken.grouped) \(taken == 1 ? "is" : "are") taken."
        case .accountUnknown:
            "Which account this is for is not known: neither STS nor the ARN of a configuration tells it. Make sure that it is the right one."
        case .alreadyAssociated(let targets):
            "\(targets.counted("association")) already \(targets == 1 ? "exists" : "exist"): the run may have been undone before."
        }
    }
}

extension PlanWarning {
    private static func words(_ action: RunAction, _ configuration: String?, _ targets: Int, _ all: Int) -> String {
        let place = configuration.map { " (\($0))" } ?? ""
        let isOne = targets == 1
        let state =
            switch action {
            case .disassociate: isOne ? "does not exist now" : "do not exist now"
            case .associate: isOne ? "already exists" : "already exist"
            }
        return "\(targets.grouped) of \(all.counted("association")) \(state)\(place); nothing is sent for \(isOne ? "it" : "them")."
    }
}
