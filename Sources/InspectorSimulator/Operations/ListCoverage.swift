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
        let account = state.account
        let degrees = account.listedDegrees(lag: faults.lag, at: state.now)
        let integrations = Dictionary(uniqueKeysWithValues: ProjectDirectory.providers.map { ($0, account.integrationArn($0)) })
        let page = request.page(number: call.number, faults: faults, seed: seed) { place in
            wantsRepositories && place < account.directory.count ? Found(place: place, entry: place) : nil
        }
        return page.body("coveredResources", capacity: size * 640) { writer, project in
            account.coverage(project, isScanned: degrees[project] > 0, integrations: integrations, &writer)
        }
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
    fileprivate func coverage(_ project: Int, isScanned: Bool, integrations: [String: String], _ writer: inout JSONWriter) {
        let provider = directory.provider(of: project)
        let integration = integrations[provider] ?? ""
        writer.object { row in
            row.member("resourceId", integration + "/" + directory.identity.id(of: project))
            row.member("resourceType", "CODE_REPOSITORY")
            row.member("accountId", options.accountId)
            row.member("scanType", "CODE")
            row.key("scanStatus")
            row.object { status in
                status.member("statusCode", isScanned ? "ACTIVE" : "INACTIVE")
                status.member("reason", isScanned ? "SUCCESSFUL" : "NO_SCAN_CONFIGURATION_ASSOCIATED")
            }
            row.key("lastScannedAt")
            row.number(MadeUpTime.epoch + Double(project * 97) + 0.125)
            row.key("resourceMetadata")
            row.object { metadata in
                metadata.key("codeRepository")
                metadata.object { repository(project, provider: provider, integration: integration, &$0) }
            }
        }
    }

    private func repository(_ project: Int, provider: String, integration: String, _ writer: inout JSONWriter) {
        let commit = Draw.bits(seed: options.seed, purpose: "commit", key: UInt64(project))
        writer.member("projectName", directory.name(of: project))
        writer.member("providerType", provider)
        writer.member("providerTypeVisibility", commit % 5 == 0 ? "PUBLIC" : "PRIVATE")
        writer.member("integrationArn", integration)
        writer.key("lastScannedCommitId")
        writer.plainString { UUIDText.append(commit, count: 40, to: &$0) }
    }

    /// The ARN of the integration that repositories at `provider` belong to.
    func integrationArn(_ provider: String) -> String {
        let id = UUIDText.drawn(seed: options.seed, purpose: "integration", key: Draw.hash(provider))
        return "arn:\(options.partition):inspector2:\(options.region):\(options.accountId):codesecurity-integration/\(id)"
    }
}
