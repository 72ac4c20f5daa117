/// What happens to whole calls of any operation.
package struct CallFaults: Equatable, Sendable {
    /// Share of calls answered by `ThrottlingException`.
    package var throttle = 0.0
    /// Share of calls answered by `InternalServerException`, without effect.
    package var serverError = 0.0
    /// Share of calls answered by a proxy's 502 or 503 page; half of them take effect first.
    package var gatewayError = 0.0
    /// Share of calls whose connection closes before they take effect.
    package var dropBefore = 0.0
    /// Share of calls that take effect, and whose connection closes then.
    package var dropAfter = 0.0
    /// Share of calls that take effect, and whose answer ends half way.
    package var truncate = 0.0
    /// Share of calls that take effect, and are answered 200 with a page that is not JSON.
    package var notJSON = 0.0
    /// Share of answers in which an object has one member twice.
    package var repeatedMember = 0.0
    /// Operations answered by `AccessDeniedException`.
    package var deniedOperations: Set<String> = []
    /// Regions in which Inspector is not enabled.
    package var notEnabledRegions: Set<String> = []
    /// Accounts that are suspended.
    package var suspendedAccounts: Set<String> = []
    /// What `ThrottlingException` and `InternalServerException` say in `Retry-After`.
    package var retryAfter: RetryAfter = .absent
    /// Added to every call.
    package var latency: Duration = .zero
    /// At most this much more, drawn for each call.
    package var jitter: Duration = .zero
    /// How many seconds the service's clock, and the header `Date`, are ahead of this machine's.
    package var clockOffset = 0

    /// The forms of the header `Retry-After`.
    package enum RetryAfter: Equatable, Sendable {
        /// No header.
        case absent
        /// Whole seconds.
        case seconds(Int)
        /// An HTTP date.
        case date
        /// A word that is neither.
        case invalid

        /// The header's value.
        var value: String? {
            switch self {
            case .absent: nil
            case .seconds(let seconds): "\(seconds)"
            case .date: "Fri, 31 Dec 1999 23:59:59 GMT"
            case .invalid: "soon"
            }
        }
    }
}

/// What happens to one call, besides its own effect. The raw value stands in the record of the call.
enum CallFault: String, Equatable, Sendable {
    case throttle
    case serverError = "error"
    case gatewayBefore = "gateway"
    case gatewayAfter = "gateway-after"
    case dropBefore = "drop-before"
    case dropAfter = "drop-after"
    case truncate
    case notJSON = "nonsense"
    case lateReset = "late-reset"
    case lateGateway = "late-gateway"
    case lateTimeout = "late-timeout"

    /// Whether the call takes effect only after it ended.
    var isLate: Bool { self == .lateReset || self == .lateGateway || self == .lateTimeout }
}

extension CallFaults {
    /// The fault of the call with this number; the first one drawn in the order of ``CallFault`` wins.
    func fault(seed: UInt64, number: Int) -> CallFault? {
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
        return happens(notJSON, "nonsense") ? .notJSON : nil
    }

    /// How long the call with this number is held up.
    func delay(seed: UInt64, number: Int) -> Duration {
        latency + jitter * Draw.unit(seed: seed, purpose: "jitter", key: UInt64(number))
    }

    /// Whether an object of the answer with this number has a member twice.
    func repeatsMember(seed: UInt64, number: Int) -> Bool {
        repeatedMember > 0 && Draw.unit(seed: seed, purpose: "repeat-member", key: UInt64(number)) < repeatedMember
    }
}
