/// What a run changed of its projects' coverage, as far as the listings before it tell.
package struct CoverageChange: Hashable, Sendable {
    /// Projects whose last scan configuration was taken away.
    package let lost: Int
    /// Projects that lost a configuration and keep another one; nil where the listings were not complete.
    package let kept: Int?
    /// Projects that may have lost their last one: it was reported and is not confirmed, or no answer came.
    package let notConfirmed: Int

    /// Nothing for a run that took nothing away.
    package init?(_ report: RunReport) {
        var (done, doubtful, left): (Set<AssociationResource>, Set<AssociationResource>, Set<AssociationResource>) = ([], [], [])
        for (place, outcome) in report.outcomes.enumerated() where report.plan.change(at: place) == .disassociate {
            let project = report.plan.targets.resource(at: place)
            switch outcome {
            case .succeeded: done.insert(project)
            case .notConfirmed, .unresolved: doubtful.insert(project)
            case .failed, .notSent: left.insert(project)
            }
        }
        let bare = report.plan.uncoveredProjects.filter { !left.contains($0) }
        let doubts = bare.filter(doubtful.contains)
        notConfirmed = doubts.count
        lost = bare.count { done.contains($0) && !doubtful.contains($0) }
        kept = report.plan.knowsCoverage ? done.subtracting(doubts).count - lost : nil
        if done.isEmpty, doubts.isEmpty { return nil }
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
        let doubt = notConfirmed == 0 ? "" : "; for \(notConfirmed.counted("project")) that is not confirmed"
        guard let kept else { return "Coverage: \(lost); whether others did is unknown, because the listings were incomplete." }
        if self.lost == 0, notConfirmed == 0 { return "Coverage: every project keeps a scan configuration." }
        return "Coverage: \(lost)" + (kept == 0 ? "" : ", \(kept.grouped) \(kept == 1 ? "keeps" : "keep") one") + doubt + "."
    }
}
