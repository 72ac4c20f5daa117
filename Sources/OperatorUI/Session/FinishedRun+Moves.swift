import InspectorCore

extension FinishedRun {
    /// Whether all that is left was held back because the service refused to cover its projects: a resume would hold it back again, and a
    /// retry takes it along.
    var isHeldBackForGood: Bool {
        guard report.plan.action == .move else { return false }
        let outcomes = zip(report.plan.targets, report.outcomes)
        let refused = Set(
            outcomes.lazy.filter { $0.change == .associate && $1.failure != nil && !$1.isDone }.map(\.0.association.resource))
        return outcomes.allSatisfy { !$1.isOpen || $1.isHeldBack && refused.contains($0.association.resource) }
    }

    /// Places of targets together with what a move does not do without them: what was held back because a project could not be associated,
    /// and the association on which a disassociation rests.
    func withPartners(_ places: [Int]) -> [Int] {
        let (plan, chosen) = (report.plan, Set(places))
        guard plan.action == .move else { return places }
        func projects(_ change: AssociationChange) -> Set<AssociationResource> {
            Set(chosen.lazy.map { plan.targets[$0] }.filter { plan.change(of: $0) == change }.map(\.association.resource))
        }
        let (covered, disassociated) = (projects(.associate), projects(.disassociate))
        return plan.targets.indices.filter { place in
            let target = plan.targets[place]
            if chosen.contains(place) { return true }
            return switch plan.change(of: target) {
            case .associate: disassociated.contains(target.association.resource)
            case .disassociate: report.outcomes[place].isHeldBack && covered.contains(target.association.resource)
            }
        }
    }
}
