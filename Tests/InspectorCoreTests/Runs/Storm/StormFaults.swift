import InspectorCore
import InspectorSimulator

/// What goes wrong in the storm of one seed: a mixture of everything, each fault in about half of the seeds.
struct StormFaults {
    private var random: RunRandom

    init(seed: UInt64) {
        random = RunRandom(seed: seed ^ 0x5707)
    }

    mutating func plan() -> FaultPlan {
        var plan = FaultPlan()
        plan.throttle = rate(0.2)
        plan.serverError = rate(0.1)
        plan.gatewayError = rate(0.1)
        plan.dropBefore = rate(0.08)
        plan.dropAfter = rate(0.08)
        plan.truncate = rate(0.08)
        plan.nonsense = rate(0.06)
        plan.omit = rate(0.05)
        plan.duplicate = rate(0.05)
        plan.bothLists = rate(0.05)
        plan.emptyPage = rate(0.1)
        plan.unknownMember = rate(0.05)
        plan.retryAfter = [.absent, .seconds(1), .date, .nonsense].randomElement(using: &random) ?? .absent
        plan.itemFailureRates = ["ACCESS_DENIED": rate(0.05), "INTERNAL_ERROR": rate(0.05)]
        plan.badTargetRates = ["ValidationException": rate(0.02), "ConflictException": rate(0.02)]
        if Bool.random(using: &random) { plan.expireAfter = Int.random(in: 2..<20, using: &random) }
        plan.expireFor = Int.random(in: 1..<8, using: &random)
        return plan
    }

    private mutating func rate(_ most: Double) -> Double {
        Bool.random(using: &random) ? random.fraction() * most : 0
    }
}
