import InspectorSimulator
import TestSupport

/// Draws what goes wrong in the storm of one seed: a mixture of everything, each fault in about half of the seeds.
struct StormFaults {
    private var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed ^ 0x5707)
    }

    /// The faults of the service. A client can tell the truth under all of them, for of two listings in a row one is always whole: rows
    /// slide in every other listing only, and not at all where effects come late or listings lag by the clock.
    mutating func plan() -> FaultPlan {
        var plan = FaultPlan()
        calls(&plan)
        items(&plan)
        listings(&plan)
        if random.oneIn(2) { late(&plan) } else { otherOperator(&plan) }
        if random.oneIn(2) { plan.credentials.expireAfter = random.int(2..<20) }
        plan.credentials.expireFor = random.int(1..<8)
        if random.oneIn(4) {
            plan.credentials.stsUnreachableAfter = random.int(0..<20)
            plan.credentials.stsUnreachableFor = random.int(1..<6)
        }
        return plan
    }

    private mutating func calls(_ plan: inout FaultPlan) {
        plan.calls.throttle = rate(0.2)
        plan.calls.serverError = rate(0.1)
        plan.calls.gatewayError = rate(0.1)
        plan.calls.dropBefore = rate(0.08)
        plan.calls.dropAfter = rate(0.08)
        plan.calls.truncate = rate(0.08)
        plan.calls.notJSON = rate(0.06)
        plan.calls.retryAfter = random.pick([.absent, .seconds(1), .date, .invalid])
    }

    private mutating func items(_ plan: inout FaultPlan) {
        plan.items.omitted = rate(0.05)
        plan.items.duplicated = rate(0.05)
        plan.items.inBothLists = rate(0.05)
        plan.calls.repeatedMember = rate(0.06)
        plan.items.failureRates = ["ACCESS_DENIED": rate(0.05), "INTERNAL_ERROR": rate(0.05)]
        plan.items.callFailureRates = ["ValidationException": rate(0.02), "ConflictException": rate(0.02)]
    }

    private mutating func listings(_ plan: inout FaultPlan) {
        plan.listings.pageSize = random.pick([nil, nil, 20])
        plan.listings.emptyPage = rate(0.1)
        plan.listings.unknownMember = rate(0.02)
        plan.listings.repeatedToken = rate(0.02)
        plan.listings.rowFormRates[random.pick(RowForm.allCases)] = rate(0.02)
        plan.listings.bodies[random.pick(ListingBody.allCases)] = rate(0.1)
        if random.oneIn(150) { plan.listings.endless[.empty] = 0.5 }
        switch random.int(0..<4) {
        case 0: plan.listings.lag.listings = random.int(1..<4)
        case 1: plan.listings.lag.time = .milliseconds(random.int(500..<20_000))
        default: break
        }
    }

    private mutating func late(_ plan: inout FaultPlan) {
        plan.late.item = rate(0.1)
        plan.late.reset = rate(0.08)
        plan.late.gateway = rate(0.08)
        if random.oneIn(4) { plan.late.timeout = 0.02 }
        if random.oneIn(2) { plan.late.calls = random.int(1..<8) } else { plan.late.time = .milliseconds(random.int(500..<20_000)) }
    }

    private mutating func otherOperator(_ plan: inout FaultPlan) {
        plan.otherOperator.betweenPages = rate(0.5)
        if plan.otherOperator.betweenPages > 0 { plan.listings.pageSize = 20 }
        plan.otherOperator.betweenListings = rate(0.3)
        plan.otherOperator.afterBatches = rate(0.3)
        plan.otherOperator.changes = random.int(1..<6)
        if !plan.otherOperator.isIdle { plan.listings.lag.time = .zero }
    }

    private mutating func rate(_ most: Double) -> Double {
        random.oneIn(2) ? Double.random(in: 0..<most, using: &random) : 0
    }
}
