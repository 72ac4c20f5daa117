import InspectorCore

/// What happens to one call, besides its own effect.
enum CallFault: String, Equatable, Sendable {
    case throttle
    case serverError = "error"
    case gatewayBefore = "gateway"
    case gatewayAfter = "gateway-after"
    case dropBefore = "drop-before"
    case dropAfter = "drop-after"
    case truncate
    case nonsense
    case lateReset = "late-reset"
    case lateGateway = "late-gateway"
    case lateTimeout = "late-timeout"

    /// Whether the call takes effect only after it ended.
    var isLate: Bool { self == .lateReset || self == .lateGateway || self == .lateTimeout }
}

/// How one item of a batch answer is listed.
enum ItemListing: Equatable, Sendable {
    case once
    case omitted
    case twice
    case inBothLists
}

extension FaultPlan {
    /// The fault of the call with this number; the first one drawn in the order of ``CallFault`` wins.
    func callFault(seed: UInt64, number: Int) -> CallFault? {
        func happens(_ rate: Double, _ purpose: StaticString) -> Bool {
            rate > 0 && Draw.unit(seed: seed, purpose: purpose, key: UInt64(number)) < rate
        }
        if happens(throttle, "throttle") { return .throttle }
        if happens(serverError, "error") { return .serverError }
        if happens(gatewayError, "gateway") {
            return Draw.below(2, seed: seed, purpose: "gateway-effect", key: UInt64(number)) == 0 ? .gatewayBefore : .gatewayAfter
        }
        if happens(dropBefore, "drop-before") { return .dropBefore }
        if happens(dropAfter, "drop-after") { return .dropAfter }
        if happens(truncate, "truncate") { return .truncate }
        return happens(nonsense, "nonsense") ? .nonsense : nil
    }

    /// How long the call with this number is held up.
    func delay(seed: UInt64, number: Int) -> Duration {
        latency + jitter * Draw.unit(seed: seed, purpose: "jitter", key: UInt64(number))
    }

    /// How the item at `place` of the call with this number is listed.
    func itemListing(seed: UInt64, number: Int, place: Int) -> ItemListing {
        let unit = Draw.unit(seed: seed, purpose: "listing", key: UInt64(number) &* 32 &+ UInt64(place))
        if unit < omit { return .omitted }
        if unit < omit + duplicate { return .twice }
        return unit < omit + duplicate + bothLists ? .inBothLists : .once
    }

    /// The code an association fails with; it always fails with the same one.
    func itemFailure(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> AssociationStatusCode? {
        if !itemFailures.isEmpty, let code = itemFailures[projectId] ?? itemFailures[name()] {
            return AssociationStatusCode(rawValue: code)
        }
        return Self.drawn(itemFailureRates, seed: seed, purpose: "item", target: arn + projectId)
            .map(AssociationStatusCode.init(rawValue:))
    }

    /// The exception that this target causes for its whole call.
    func badTarget(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> String? {
        if !badTargets.isEmpty, let exception = badTargets[projectId] ?? badTargets[name()] { return exception }
        return Self.drawn(badTargetRates, seed: seed, purpose: "target", target: arn + projectId)
    }

    /// Whether the page of this call gives its own token back.
    func repeatsToken(seed: UInt64, number: Int) -> Bool {
        Draw.unit(seed: seed, purpose: "repeat-token", key: UInt64(number)) < repeatedToken
    }

    /// Whether the page of this call is empty.
    func emptiesPage(seed: UInt64, number: Int) -> Bool {
        Draw.unit(seed: seed, purpose: "empty-page", key: UInt64(number)) < emptyPage
    }

    /// Whether a resource of an unknown kind follows the project in a listing.
    func addsUnknownMember(seed: UInt64, project: Int) -> Bool {
        unknownMember > 0 && Draw.unit(seed: seed, purpose: "unknown", key: UInt64(project)) < unknownMember
    }

    /// One of the names in `rates`, or none, each with its own share.
    static func drawn(
        _ rates: [String: Double], seed: UInt64, purpose: StaticString, target: @autoclosure () -> String
    ) -> String? {
        guard !rates.isEmpty else { return nil }
        var rest = Draw.unit(seed: seed, purpose: purpose, key: Draw.hash(target()))
        for (name, rate) in rates.sorted(by: { $0.key < $1.key }) {
            if rest < rate { return name }
            rest -= rate
        }
        return nil
    }
}
