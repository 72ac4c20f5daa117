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

    /// The pairs of a plan; a plan that is no move has none.
    init(_ plan: Plan) {
        guard plan.action == .move else {
            (coverCount, resources) = (0, [])
            return
        }
        coverCount = plan.count(of: .associate)
        resources = plan.targets.map(\.association.resource)
        for place in 0..<coverCount { pairs[resources[place], default: Pair()].covers.append(place) }
        for place in coverCount..<resources.count { pairs[resources[place]]?.rest.append(place) }
    }

    /// The targets of the same project; nothing for one that is not covered by the plan.
    func pair(of place: Int) -> Pair? { place < resources.count ? pairs[resources[place]] : nil }
}
