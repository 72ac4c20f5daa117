import InspectorCore

extension FinishedRun {
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
