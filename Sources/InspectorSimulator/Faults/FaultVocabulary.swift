extension FaultWord {
    /// Every fault the command line knows.
    static let all: [FaultWord] = targets + calls + late + credentials + pages + rows + coverage + others + times

    private static let targets: [FaultWord] = [
        target(
            "item", "STATUSCODE", "associations that fail with this statusCode, the same ones each time",
            accepts: { $0.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } },
            { plan, code, target in
                switch target {
                case .rate(let rate): plan.items.failureRates[code] = rate
                case .project(let project): plan.items.failures[project] = code
                }
            }),
        target(
            "call", "EXCEPTION",
            "a target that makes its whole batch call fail; ValidationException, ResourceNotFoundException or"
                + " ConflictException",
            accepts: { ["ValidationException", "ResourceNotFoundException", "ConflictException"].contains($0) },
            { plan, exception, target in
                switch target {
                case .rate(let rate): plan.items.callFailureRates[exception] = rate
                case .project(let project): plan.items.callFailures[project] = exception
                }
            }),
        rate("omit", "items that are in neither list of the answer") { $0.items.omitted = $1 },
        rate("duplicate", "items that are twice in their list") { $0.items.duplicated = $1 },
        rate("both", "items that are in both lists") { $0.items.inBothLists = $1 },
        FaultWord(
            name: "organization", form: "organization=deny or organization=allow",
            meaning: "whether organization-level configurations refuse every item (default deny)"
        ) { plan, argument in
            plan.items.organizationDenies = argument == "=deny"
            return argument == "=deny" || argument == "=allow"
        },
    ]

    private static let calls: [FaultWord] = [
        rate("throttle", "calls answered by ThrottlingException") { $0.calls.throttle = $1 },
        rate("error", "calls answered by InternalServerException, without effect") { $0.calls.serverError = $1 },
        rate("gateway", "calls answered by a proxy's 502 or 503 page, half of them after their effect") { $0.calls.gatewayError = $1 },
        rate("drop-before", "connections closed before the call takes effect") { $0.calls.dropBefore = $1 },
        rate("drop-after", "connections closed after the call has taken effect") { $0.calls.dropAfter = $1 },
        rate("truncate", "answers that end half way, after the effect") { $0.calls.truncate = $1 },
        rate("nonsense", "answers with status 200 that are not JSON, after the effect") { $0.calls.notJSON = $1 },
        FaultWord(
            name: "retry-after", form: "retry-after=SECONDS, =date, =nonsense or =absent",
            meaning: "the header Retry-After of throttling and internal errors (default absent)"
        ) { plan, argument in
            switch argument {
            case "=date": plan.calls.retryAfter = .date
            case "=nonsense": plan.calls.retryAfter = .invalid
            case "=absent": plan.calls.retryAfter = .absent
            default:
                guard let seconds = FaultArgument.count(argument) else { return false }
                plan.calls.retryAfter = .seconds(seconds)
            }
            return true
        },
    ]

    private static let credentials: [FaultWord] = [
        count("expire-after", "CALLS", "the credentials expire after this many calls") { $0.credentials.expireAfter = $1 },
        count("expire-at", "SECONDS", "the credentials expire this long after the start") { $0.credentials.expireAt = .seconds($1) },
        count("expire-for", "CALLS", "expired credentials count as renewed after this many refusals") { $0.credentials.expireFor = $1 },
        count("sts-unreachable-after", "CALLS", "STS closes every connection after this many calls") {
            $0.credentials.stsUnreachableAfter = $1
        },
        count("sts-unreachable-for", "CALLS", "STS can be reached again after this many closed connections") {
            $0.credentials.stsUnreachableFor = $1
        },
        FaultWord(name: "deny", form: "deny:OPERATION", meaning: "the operation answers AccessDeniedException") { plan, argument in
            let name = String(argument.dropFirst())
            guard argument.first == ":", ServiceOperation(rawValue: name) != nil else { return false }
            plan.calls.deniedOperations.insert(name)
            return true
        },
        name("not-enabled", "REGION", "Inspector is not enabled in the region") { $0.calls.notEnabledRegions.insert($1) },
        name("suspended", "ACCOUNT", "the account is suspended: STS knows it, Inspector refuses it") {
            $0.calls.suspendedAccounts.insert($1)
        },
    ]

    private static let pages: [FaultWord] = [
        rate("repeat-token", "pages whose nextToken is the token they were requested with") { $0.listings.repeatedToken = $1 },
        rate("empty-page", "pages that are empty although more pages follow") { $0.listings.emptyPage = $1 },
        FaultWord(name: "page-size", form: "page-size=ROWS", meaning: "pages have at most this many rows, even if the client asks for more")
        {
            plan, argument in
            plan.listings.pageSize = FaultArgument.count(argument)
            return plan.listings.pageSize.map { $0 > 0 } ?? false
        },
        kinds("endless", of: EndlessListing.self, "listings that never end: empty pages, or the same rows again, each with a new token") {
            $0.listings.endless[$1] = $2
        },
        kinds("listing", of: ListingBody.self, "listing calls answered by a body that is not a listing") { $0.listings.bodies[$1] = $2 },
        FaultWord(
            name: "tokens", form: "tokens=stable or tokens=positional",
            meaning: "whether page tokens of association listings stand for a row or for a number of rows, so that rows may slip past the"
                + " boundary between pages (default stable, unless another operator acts)"
        ) { plan, argument in
            plan.listings.pageTokens = PageTokens(rawValue: String(argument.dropFirst()))
            return argument.first == "=" && plan.listings.pageTokens != nil
        },
        count("lag", "MILLISECONDS", "listings and coverage show the account as it was this long ago") {
            $0.listings.lag.time = .milliseconds($1)
        },
        count("lag-listings", "LISTINGS", "each change is missing from this many further listings of its configuration") {
            $0.listings.lag.listings = $1
        },
    ]

    private static let rows: [FaultWord] = [
        rate("unknown-member", "associations followed by a row with a resource of an unknown kind") { $0.listings.unknownMember = $1 },
        target(
            "row", "FORM",
            "associations listed in a form that cannot be matched; FORM is one of "
                + RowForm.allCases.map(\.rawValue).joined(separator: ", "),
            accepts: { RowForm(rawValue: $0) != nil },
            { plan, form, target in
                guard let form = RowForm(rawValue: form) else { return }
                switch target {
                case .rate(let rate): plan.listings.rowFormRates[form] = rate
                case .project(let project): plan.listings.rowForms[project] = form
                }
            }),
        rate("repeat-member", "answers in which an object has one member twice, once with an empty value") { $0.calls.repeatedMember = $1 },
    ]

    private static let coverage: [FaultWord] = [
        kinds(
            "coverage", of: CoverageOddity.self, "projects whose row of the coverage disagrees with the associations or cannot be read"
        ) { $0.coverage.oddities[$1] = $2 },
        count("coverage-latency", "MILLISECONDS", "each page of the coverage takes this much longer") {
            $0.coverage.latency = .milliseconds($1)
        },
        count("coverage-ends-after", "PAGES", "after this many pages of a listing the coverage answers InternalServerException") {
            $0.coverage.endsAfter = $1
        },
    ]

    private static let late: [FaultWord] = [
        rate("late-item", "items answered INTERNAL_ERROR that take effect later") { $0.late.item = $1 },
        rate("late-reset", "batch calls whose connection closes without an answer, and that take effect later") { $0.late.reset = $1 },
        rate("late-gateway", "batch calls answered by a proxy's 504 page, and that take effect later") { $0.late.gateway = $1 },
        rate("late-timeout", "batch calls that are never answered, and that take effect later") { $0.late.timeout = $1 },
        count("late-after", "CALLS", "late effects come after this many further calls (default 3)") { $0.late.calls = $1 },
        count("late-after-ms", "MILLISECONDS", "late effects come this long after the call") { $0.late.time = .milliseconds($1) },
    ]

    private static let others: [FaultWord] = [
        count(
            "comes-back", "LISTINGS",
            "a default configuration associates again what was disassociated from it, after this many further listings of it"
        ) { $0.comesBack = $1 },
        rate(
            "operator-between-pages",
            "pages before which another operator changes associations of the configuration listed, never in two whole listings in a row"
        ) {
            $0.otherOperator.betweenPages = $1
        },
        rate("operator-between-listings", "listings after which another operator changes associations of the configuration listed") {
            $0.otherOperator.betweenListings = $1
        },
        rate("operator-after-batch", "batch calls after which another operator changes associations of some configuration") {
            $0.otherOperator.afterBatches = $1
        },
        count("operator-changes", "ASSOCIATIONS", "another operator changes up to this many at a time (default 3)") {
            $0.otherOperator.changes = $1
        },
    ]

    private static let times: [FaultWord] = [
        count("latency", "MILLISECONDS", "each call takes this much longer") { $0.calls.latency = .milliseconds($1) },
        count("jitter", "MILLISECONDS", "each call takes up to this much longer again, drawn for each call") {
            $0.calls.jitter = .milliseconds($1)
        },
        FaultWord(
            name: "clock", form: "clock=SECONDS", meaning: "the service's clock is this far ahead, or behind if negative"
        ) { plan, argument in
            guard argument.first == "=", let seconds = Int(argument.dropFirst()) else { return false }
            plan.calls.clockOffset = seconds
            return true
        },
    ]
}
