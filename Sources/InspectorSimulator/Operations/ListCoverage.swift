import InspectorCore
import JSON

/// `ListCoverage`: one row for each project, when the filter lets code repositories through.
enum ListCoverage {
    /// One page of the account's projects.
    static func answer(_ call: ReceivedCall, in state: inout ServiceState) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.read(RequestBody.Coverage.self, from: call.request.body)
        let size = try RequestChecks.pageSize(body.maxResults, atMost: ServiceLimits.coveragePageSize)
        let wantsRepositories = try wantsRepositories(body.resourceTypes)
        let (faults, seed) = (state.faults.listings, state.options.seed)
        let request = try PageRequest(listing: "coverage", token: body.nextToken, size: size, seed: seed)
        state.log.note(call.number) { $0.nextToken = body.nextToken }
        if request.place.page == 0 { state.account.coverageListings += 1 }
        if let end = state.faults.coverage.endsAfter, request.place.page >= end { throw .internalServer(retryAfter: nil) }
        let source = CoverageSource(state.account, faults: state.faults.coverage, lag: faults.lag, at: state.now)
        let page = request.page(number: call.number, faults: faults, seed: seed) { place in
            wantsRepositories ? source.row(at: place) : nil
        }
        let options = state.account.options
        return page.body("coveredResources", capacity: size * 900) { writer, row in row.write(to: &writer, options) }
    }

    private static func wantsRepositories(_ filters: [RequestBody.StringFilter]?) throws(ServiceFault) -> Bool {
        guard let filters else { return true }
        guard (1...10).contains(filters.count) else {
            throw .constraint("\(filters.count) items", field: "filterCriteria.resourceType", "Member must have length between 1 and 10")
        }
        for filter in filters where !["EQUALS", "NOT_EQUALS"].contains(filter.comparison) {
            throw .constraint(
                filter.comparison, field: "filterCriteria.resourceType.comparison",
                "Member must satisfy enum value set: [EQUALS, NOT_EQUALS]")
        }
        return filters.contains { ($0.value == "CODE_REPOSITORY") == ($0.comparison == "EQUALS") }
    }
}

extension SimulatedAccount {
    /// The ARN of the integration by which the repositories of `account` at `provider` are connected; nil is the account's own.
    func integrationArn(_ provider: String, account: String? = nil) -> String {
        let account = account ?? options.accountId
        let key = account == options.accountId ? provider : provider + account
        let id = UUIDText.drawn(seed: options.seed, purpose: "integration", key: Draw.hash(key))
        return "arn:\(options.partition):inspector2:\(options.region):\(account):codesecurity-integration/\(id)"
    }
}
