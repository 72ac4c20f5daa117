/// Which targets of a move belong to the same project: those that are associated first, and those that are dissolved after that.
struct MovePairs: Equatable, Sendable {
    /// The targets of one project, as places in the plan.
    struct Pair: Equatable {
        fileprivate(set) var covers: [Int] = []
        fileprivate(set) var rest: [Int] = []
    }

    /// How many targets are associated first.
    let coverCount: Int
    private var pairs: [AssociationResource: Pair] = [:]
    private let resources: [AssociationResource]
    /// Places among what is already done of what covers projects.
    private var standing: [AssociationResource: Int] = [:]

    /// The pairs of a plan; a plan that is no move has none.
    init(_ plan: Plan) {
        guard plan.action == .move else {
            (coverCount, resources) = (0, [])
            return
        }
        coverCount = plan.count(of: .associate)
        resources = plan.targets.indices.map(plan.targets.resource)
        for place in 0..<coverCount { pairs[resources[place], default: Pair()].covers.append(place) }
        for place in coverCount..<resources.count { pairs[resources[place]]?.rest.append(place) }
        for (place, target) in plan.alreadyDone.enumerated() where target.change == .associate {
            standing[target.association.resource] = place
        }
    }

    /// The association that covers the project of a target which is dissolved: one that the plan makes, or one that exists.
    func cover(of place: Int, in plan: Plan) -> PlanTarget? {
        guard resources.indices.contains(place), place >= coverCount else { return nil }
        if let cover = pairs[resources[place]]?.covers.first { return plan.targets[cover] }
        return standing[resources[place]].map { plan.alreadyDone[$0] }
    }

    /// The targets of the same project; nothing for one that is not covered by the plan.
    func pair(of place: Int) -> Pair? { place < resources.count ? pairs[resources[place]] : nil }
}
