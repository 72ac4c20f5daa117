extension FaultWord {
    /// Every fault the command line knows.
    static let all: [FaultWord] = targets + calls + credentials + pages + times

    private static let targets: [FaultWord] = [
        target(
            "item", "STATUSCODE", "associations that fail with this statusCode, the same ones each time",
            accepts: { $0.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } },
            { plan, code, target in
                switch target {
                case .rate(let rate): plan.itemFailureRates[code] = rate
                case .project(let project): plan.itemFailures[project] = code
                }
            }),
        target(
            "call", "EXCEPTION",
            "a target that makes its whole batch call fail; ValidationException, ResourceNotFoundException or"
                + " ConflictException",
            accepts: { ["ValidationException", "ResourceNotFoundException", "ConflictException"].contains($0) },
            { plan, exception, target in
                switch target {
                case .rate(let rate): plan.badTargetRates[exception] = rate
                case .project(let project): plan.badTargets[project] = exception
                }
            }),
        rate("omit", "items that are in neither list of the answer") { $0.omit = $1 },
        rate("duplicate", "items that are twice in their list") { $0.duplicate = $1 },
        rate("both", "items that are in both lists") { $0.bothLists = $1 },
        FaultWord(
            name: "organization", form: "organization=deny or organization=allow",
            meaning: "whether organization-level configurations refuse every item (they do unless told otherwise)"
        ) { plan, argument in
            plan.organizationDenies = argument == "=deny"
            return argument == "=deny" || argument == "=allow"
        },
    ]

    private static let calls: [FaultWord] = [
        rate("throttle", "calls answered by ThrottlingException") { $0.throttle = $1 },
        rate("error", "calls answered by InternalServerException, without effect") { $0.serverError = $1 },
        rate("gateway", "calls answered by a proxy's 502 or 503 page, half of them after their effect") { $0.gatewayError = $1 },
        rate("drop-before", "connections closed before the call takes effect") { $0.dropBefore = $1 },
        rate("drop-after", "connections closed after the call took effect") { $0.dropAfter = $1 },
        rate("truncate", "answers that end half way, after the effect") { $0.truncate = $1 },
        rate("nonsense", "answers with status 200 that are not JSON, after the effect") { $0.nonsense = $1 },
        FaultWord(
            name: "retry-after", form: "retry-after=SECONDS, =date, =nonsense or =absent",
            meaning: "the header Retry-After of throttling and internal errors (absent unless told otherwise)"
        ) { plan, argument in
            switch argument {
            case "=date": plan.retryAfter = .date
            case "=nonsense": plan.retryAfter = .nonsense
            case "=absent": plan.retryAfter = .absent
            default:
                guard let seconds = FaultArgument.count(argument) else { return false }
                plan.retryAfter = .seconds(seconds)
            }
            return true
        },
    ]

    private static let credentials: [FaultWord] = [
        count("expire-after", "CALLS", "the credentials expire after so many calls") { $0.expireAfter = $1 },
        count("expire-at", "SECONDS", "the credentials expire so long after the start") { $0.expireAt = .seconds($1) },
        count("expire-for", "CALLS", "expired credentials count as renewed after so many refusals") { $0.expireFor = $1 },
        FaultWord(name: "deny", form: "deny:OPERATION", meaning: "the operation answers AccessDeniedException") { plan, argument in
            let name = String(argument.dropFirst())
            guard argument.first == ":", ServiceOperation(rawValue: name) != nil else { return false }
            plan.deniedOperations.insert(name)
            return true
        },
    ]

    private static let pages: [FaultWord] = [
        rate("repeat-token", "pages that give the token back that asked for them") { $0.repeatedToken = $1 },
        rate("empty-page", "pages that are empty although more follow") { $0.emptyPage = $1 },
        rate("unknown-member", "associations followed by a resource of an unknown kind") { $0.unknownMember = $1 },
    ]

    private static let times: [FaultWord] = [
        count("latency", "MILLISECONDS", "each call takes so much longer") { $0.latency = .milliseconds($1) },
        count("jitter", "MILLISECONDS", "each call takes up to so much longer still") { $0.jitter = .milliseconds($1) },
        FaultWord(
            name: "clock", form: "clock=SECONDS", meaning: "the service's clock is so far ahead; behind when negative"
        ) { plan, argument in
            guard argument.first == "=", let seconds = Int(argument.dropFirst()) else { return false }
            plan.clockOffset = seconds
            return true
        },
    ]
}
