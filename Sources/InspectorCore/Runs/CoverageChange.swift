/// What a run changed of its projects' coverage, as far as the listings before it tell.
package struct CoverageChange: Hashable, Sendable {
    /// Projects whose last scan configuration was taken away.
    package let lost: Int
    /// Projects that lost a configuration and keep another one; nil where the listings were not complete.
    package let kept: Int?

    /// Nothing for a run that took nothing away.
    package init?(_ report: RunReport) {
        var (done, left): (Set<AssociationResource>, Set<AssociationResource>) = ([], [])
        for (place, outcome) in report.outcomes.enumerated() where report.plan.change(at: place) == .disassociate {
            let project = report.plan.targets.resource(at: place)
            if outcome.isDone { done.insert(project) } else { left.insert(project) }
        }
        if done.isEmpty { return nil }
        lost = report.plan.uncoveredProjects.filter { done.contains($0) && !left.contains($0) }.count
        kept = report.plan.knowsCoverage ? done.count - lost : nil
    }
}

extension Plan {
    /// The projects that all of the plan leaves with no configuration.
    fileprivate var uncoveredProjects: [AssociationResource] {
        warnings.flatMap { warning in
            guard case .lastConfiguration(let projects) = warning else { return [AssociationResource]() }
            return projects.resources
        }
    }

    /// Whether the plan was made from complete listings.
    fileprivate var knowsCoverage: Bool {
        !warnings.contains { warning in
            switch warning {
            case .listingIncomplete, .unmatchedListings: true
            case .defaultConfiguration, .organizationLevel, .lastConfiguration, .hiddenByFilter, .namesMissing, .repeatedTargets,
                .unmatchedLeftOut, .unknownResources, .unknownConfiguration, .unresolvedLeftOut, .coversLeftOut, .alreadyDone,
                .resultsLeftOut, .accountUnknown, .alreadyAssociated, .stays, .full, .noRoom, .scansNothing, .associatesByItself,
                .otherAccount:
                false
            }
        }
    }
}

extension CoverageChange {
    /// "12 projects lost their last scan configuration, 76 keep one.": what the run changed, in a sentence.
    package var sentence: String {
        let lost = "\(lost.counted("project")) lost \(lost == 1 ? "its" : "their") last scan configuration"
        guard let kept else { return "Coverage: \(lost); whether others did is unknown, because the listings were incomplete." }
        if self.lost == 0 { return "Coverage: every project keeps a scan configuration." }
        return "Coverage: \(lost)" + (kept == 0 ? "." : ", \(kept.grouped) \(kept == 1 ? "keeps" : "keep") one.")
    }
}
