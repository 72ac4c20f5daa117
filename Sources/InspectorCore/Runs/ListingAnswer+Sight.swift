extension ListingAnswer {
    /// What the listing shows of the target at a place in the plan.
    func sight(of target: Int, in plan: Plan) -> Sight {
        let wantsPresence = plan.change(at: target) == .associate
        switch self {
        case .associations(let resources, let provesAbsence):
            if resources.contains(plan.targets.resource(at: target)) { return wantsPresence ? .asWanted : .otherwise }
            guard provesAbsence else { return .nothing("the listing has rows that match no project") }
            return wantsPresence ? .otherwise : .asWanted
        case .configurationGone:
            guard plan.account != nil else { return .nothing("the configuration was not found, and the run's account is not known") }
            return wantsPresence ? .otherwise : .asWanted
        case .failed(let detail): return .nothing(detail)
        case .underWay: return .nothing("it is being listed")
        case .blocked(let pause): return .nothing(pause.sentence)
        }
    }
}
