/// Everything that goes wrong in a simulation, by rate or by exact target.
///
/// A plan is a value: what happens to a call or a target follows from the plan, the seed and the number of the call or the name of
/// the target alone, so that a run can be repeated. Rates are shares in 0 … 1.
package struct FaultPlan: Equatable, Sendable {
    /// Share of associations that refuse to change, by `statusCode`. An association keeps its fate.
    package var itemFailureRates: [String: Double] = [:]
    /// `statusCode` by project id or name.
    package var itemFailures: [String: String] = [:]
    /// Whether an organization-level configuration fails every item with `ACCESS_DENIED`.
    package var organizationDenies = true

    /// Share of calls answered by `ThrottlingException`.
    package var throttle = 0.0
    /// Share of calls answered by `InternalServerException`, without effect.
    package var serverError = 0.0
    /// Share of calls answered by a proxy's 502 or 503 page; half of them take effect first.
    package var gatewayError = 0.0
    /// Share of calls whose connection closes before anything happens.
    package var dropBefore = 0.0
    /// Share of calls that take effect, and whose connection closes then.
    package var dropAfter = 0.0
    /// Share of calls that take effect, and whose answer ends half way.
    package var truncate = 0.0
    /// Share of calls that take effect, and are answered 200 with a page that is not JSON.
    package var nonsense = 0.0

    /// Share of items that take effect or fail, and appear in neither list.
    package var omit = 0.0
    /// Share of items that appear twice in their list.
    package var duplicate = 0.0
    /// Share of items that appear in both lists.
    package var bothLists = 0.0

    /// After how many accepted calls the credentials expire.
    package var expireAfter: Int?
    /// When the credentials expire, counted from the start.
    package var expireAt: Duration?
    /// How many calls are refused as expired before the credentials count as renewed; nil is for ever.
    package var expireFor: Int?
    /// After how many accepted calls STS closes every connection.
    package var stsUnreachableAfter: Int?
    /// How many connections STS closes before it can be reached again; nil is for ever.
    package var stsUnreachableFor: Int?
    /// How many seconds the service's clock, and the header `Date`, are ahead of this machine's.
    package var clockOffset = 0
    /// Operations answered by `AccessDeniedException`.
    package var deniedOperations: Set<String> = []

    /// Share of targets that make a whole batch call fail, by exception.
    package var badTargetRates: [String: Double] = [:]
    /// Exception by project id or name.
    package var badTargets: [String: String] = [:]

    /// Added to every call.
    package var latency: Duration = .zero
    /// At most this much more, drawn for each call.
    package var jitter: Duration = .zero
    /// What `ThrottlingException` and `InternalServerException` say in `Retry-After`.
    package var retryAfter: RetryAfter = .absent

    /// Share of pages that give the token back that asked for them.
    package var repeatedToken = 0.0
    /// Share of pages that are empty although more follow.
    package var emptyPage = 0.0
    /// At most this many rows in a page, however many are asked for; nil is as many as are asked for.
    package var pageSize: Int?
    /// Share of associations that are followed by one whose resource is of an unknown kind.
    package var unknownMember = 0.0
    /// Share of associations that are listed in a form that cannot be matched, by form.
    package var rowFormRates: [RowForm: Double] = [:]
    /// Form by project id or name.
    package var rowForms: [String: RowForm] = [:]
    /// Share of answers in which an object has one member twice.
    package var repeatedMember = 0.0
    /// Share of listing calls answered by a body that is no listing, by kind.
    package var listingBodies: [ListingBody: Double] = [:]
    /// Share of listings that never end, by the way they go on.
    package var endless: [EndlessListing: Double] = [:]
    /// What page tokens stand for; nil is ``PageTokens/positional`` while another operator acts by chance, else ``PageTokens/stable``.
    package var pageTokens: PageTokens?
    /// How far listings are behind the truth.
    package var lag = ListingLag()

    /// Batch calls that take effect later.
    package var late = LateFaults()
    /// What another operator does by chance.
    package var otherOperator = OperatorRates()

    /// Nothing goes wrong.
    package init() {}

    /// The forms of the header `Retry-After`.
    package enum RetryAfter: Equatable, Sendable {
        /// No header.
        case absent
        /// Whole seconds.
        case seconds(Int)
        /// An HTTP date.
        case date
        /// A word that is neither.
        case nonsense

        /// The header's value.
        var value: String? {
            switch self {
            case .absent: nil
            case .seconds(let seconds): "\(seconds)"
            case .date: "Fri, 31 Dec 1999 23:59:59 GMT"
            case .nonsense: "soon"
            }
        }
    }
}
