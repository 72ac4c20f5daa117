import InspectorCore

/// Everything that goes wrong in a simulation, by rate or by exact target.
///
/// A plan is a value: what happens to a call or a target follows from the plan, the seed and the number of the call or the name of
/// the target alone, so that a run can be repeated. Rates are shares in 0 … 1.
package struct FaultPlan: Equatable, Sendable {
    /// What happens to whole calls of any operation.
    package var calls = CallFaults()
    /// What happens to single items of batch calls, and to calls because of an item.
    package var items = ItemFaults()
    /// What is wrong with the pages and rows of listings.
    package var listings = ListingFaults()
    /// What is wrong with the coverage.
    package var coverage = CoverageFaults()
    /// When credentials expire and when STS cannot be reached.
    package var credentials = CredentialFaults()
    /// Batch calls that take effect later.
    package var late = LateFaults()
    /// After how many further listings of a default configuration it associates again what was disassociated from it; nil is never.
    package var comesBack: Int?
    /// What another operator does by chance.
    package var otherOperator = OtherOperatorRates()

    /// Nothing goes wrong, except that organization-level configurations refuse every item.
    package init() {}

    /// Whether page tokens count rows: as ``ListingFaults/pageTokens`` says, else while another operator acts by chance.
    var countsRows: Bool { (listings.pageTokens ?? (otherOperator.isIdle ? .stable : .positional)) == .positional }
}

/// What happens to single items of batch calls, and to whole calls because of one item.
package struct ItemFaults: Equatable, Sendable {
    /// Share of associations that refuse to change, by `statusCode`. An association always meets the same fate.
    package var failureRates: [String: Double] = [:]
    /// `statusCode` by project id or name.
    package var failures: [String: String] = [:]
    /// Whether an organization-level configuration fails every item with `ACCESS_DENIED`.
    package var organizationDenies = true
    /// Share of targets that make a whole batch call fail, by exception.
    package var callFailureRates: [String: Double] = [:]
    /// Exception by project id or name.
    package var callFailures: [String: String] = [:]
    /// Share of items that take effect or fail, and appear in neither list.
    package var omitted = 0.0
    /// Share of items that appear twice in their list.
    package var duplicated = 0.0
    /// Share of items that appear in both lists.
    package var inBothLists = 0.0
}

/// How one item of a batch answer is listed.
enum ItemListing: Equatable, Sendable {
    case once
    case omitted
    case twice
    case inBothLists
}

extension ItemFaults {
    /// How the item at `place` of the call with this number is listed.
    func listing(seed: UInt64, number: Int, place: Int) -> ItemListing {
        let unit = Draw.unit(seed: seed, purpose: "listing", key: UInt64(number) &* 32 &+ UInt64(place))
        if unit < omitted { return .omitted }
        if unit < omitted + duplicated { return .twice }
        return unit < omitted + duplicated + inBothLists ? .inBothLists : .once
    }

    /// The code an association fails with; it always fails with the same one.
    func failure(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> AssociationStatusCode? {
        if !failures.isEmpty, let code = failures[projectId] ?? failures[name()] {
            return AssociationStatusCode(rawValue: code)
        }
        return Draw.name(failureRates, seed: seed, purpose: "item", target: arn + projectId)
            .map(AssociationStatusCode.init(rawValue:))
    }

    /// The exception that this target causes for its whole call.
    func callFailure(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> String? {
        if !callFailures.isEmpty, let exception = callFailures[projectId] ?? callFailures[name()] { return exception }
        return Draw.name(callFailureRates, seed: seed, purpose: "target", target: arn + projectId)
    }
}

/// Batch calls that seem to fail and take effect later.
package struct LateFaults: Equatable, Sendable {
    /// Share of items answered `INTERNAL_ERROR`.
    package var item = 0.0
    /// Share of batch calls whose connection closes without an answer.
    package var reset = 0.0
    /// Share of batch calls answered by a proxy's 504 page.
    package var gateway = 0.0
    /// Share of batch calls that are never answered, so that the client's time limit strikes.
    package var timeout = 0.0
    /// After how many further calls of any kind the effect comes; nil is three unless a time is given.
    package var calls: Int?
    /// How long after the call the effect comes.
    package var time: Duration?

    /// After how many further calls the effect comes when nothing is said.
    static let defaultCalls = 3
}

extension LateFaults {
    /// How the batch call with this number ends without an answer, if it takes effect later.
    func fault(seed: UInt64, number: Int) -> CallFault? {
        var unit = Draw.unit(seed: seed, purpose: "late", key: UInt64(number))
        for (rate, fault) in [(reset, CallFault.lateReset), (gateway, .lateGateway), (timeout, .lateTimeout)] {
            if unit < rate { return fault }
            unit -= rate
        }
        return nil
    }

    /// Whether the item at `place` of the call with this number is answered `INTERNAL_ERROR` and takes effect later.
    func isLate(seed: UInt64, number: Int, place: Int) -> Bool {
        item > 0 && Draw.unit(seed: seed, purpose: "late-item", key: UInt64(number) &* 32 &+ UInt64(place)) < item
    }
}

/// How often another operator changes associations while the client works.
package struct OtherOperatorRates: Equatable, Sendable {
    /// Share of pages of association listings, from the second page on, before which it acts on the configuration listed. Of two
    /// listings of a configuration that reach the client whole, one after the other, it leaves one alone.
    package var betweenPages = 0.0
    /// Share of association listings after whose end it acts on the configuration listed.
    package var betweenListings = 0.0
    /// Share of batch calls after whose effect it acts on some configuration.
    package var afterBatches = 0.0
    /// How many associations it changes at most at a time; one half is dissolved, the other made.
    package var changes = 3

    /// Whether it does nothing by chance.
    package var isIdle: Bool { betweenPages == 0 && betweenListings == 0 && afterBatches == 0 }
}
