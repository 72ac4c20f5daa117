package import AWSClient
package import JSON

extension Inspector {
    /// One page of the account's scan configurations.
    ///
    /// - Parameter maxResults: 1 to 100.
    package func listCodeSecurityScanConfigurations(
        maxResults: Int? = nil, nextToken: String? = nil
    ) async throws(CallError) -> ListCodeSecurityScanConfigurationsResponse {
        let request = OperationRequest(
            name: "ListCodeSecurityScanConfigurations", path: "/codesecurity/scan-configuration/list",
            query: Self.pageQuery(maxResults, nextToken), isReadOnly: true)
        return try await page(request, problem: RequestChecks.page(maxResults, upTo: ServiceLimits.pageSize, nextToken))
    }
}

/// The answer of `ListCodeSecurityScanConfigurations`: one page.
package struct ListCodeSecurityScanConfigurationsResponse: Hashable, Sendable {
    /// The page's configurations; an answer without them is no page.
    package var configurations: [ScanConfiguration]?
    /// Set while more pages follow.
    package var nextToken: String?
}

extension ListCodeSecurityScanConfigurationsResponse: ListingPage {
    static let listName = "configurations"
    var hasList: Bool { configurations != nil }

    /// Reads a page; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "configurations": configurations = try json.list(of: ScanConfiguration.self)
            case "nextToken": nextToken = try json.string()
            default: break
            }
        }
    }
}

/// One code-security scan configuration, with the member names of `CodeSecurityScanConfigurationSummary`.
///
/// Enumerations are kept as the service's strings, so that new values survive.
package struct ScanConfiguration: Hashable, Sendable {
    /// The configuration's ARN, its identity.
    package var scanConfigurationArn: String
    /// At most 60 characters; not unique by contract. Where the service gives none, the ARN.
    package var name: String
    /// Twelve digits, or `o-…` for an organization-level configuration.
    package var ownerAccountId: String
    /// How often it scans: `WEEKLY`, `MONTHLY` or `NEVER`.
    package var periodicScanFrequency: String?
    /// When it scans, as a cron expression.
    package var frequencyExpression: String?
    /// The events that start a scan: `PULL_REQUEST` and `PUSH`.
    package var continuousIntegrationScanSupportedEvents: [String]?
    /// What is looked for: `SAST`, `IAC` and `SCA`.
    package var ruleSetCategories: [String]
    /// Which projects are associated by themselves.
    package var scopeSettings: ScopeSettings?

    /// A configuration with just the members given.
    package init(
        scanConfigurationArn: String, name: String, ownerAccountId: String, periodicScanFrequency: String? = nil,
        frequencyExpression: String? = nil, continuousIntegrationScanSupportedEvents: [String]? = nil,
        ruleSetCategories: [String] = [], scopeSettings: ScopeSettings? = nil
    ) {
        self.scanConfigurationArn = scanConfigurationArn
        self.name = name
        self.ownerAccountId = ownerAccountId
        self.periodicScanFrequency = periodicScanFrequency
        self.frequencyExpression = frequencyExpression
        self.continuousIntegrationScanSupportedEvents = continuousIntegrationScanSupportedEvents
        self.ruleSetCategories = ruleSetCategories
        self.scopeSettings = scopeSettings
    }

    /// Whether this is a default configuration: new projects are associated with it by the service.
    package var isDefault: Bool { scopeSettings?.projectSelectionScope == "ALL" }

    /// Whether it scans nothing by itself: it has no schedule, and no event starts a scan. Members without a value are left out by the service.
    package var scansNothing: Bool {
        (periodicScanFrequency ?? "NEVER") == "NEVER" && (continuousIntegrationScanSupportedEvents ?? []).isEmpty
    }

    /// Whether the configuration belongs to an organization, so that only its delegated administrator may change it.
    package var isOrganizationLevel: Bool { ownerAccountId.hasPrefix("o-") }
}

extension ScanConfiguration: JSONReadable, JSONWritable {
    /// Reads a summary, of which only the ARN has to be there.
    package init(_ json: inout JSONReader) throws(JSONError) {
        self.init(scanConfigurationArn: "", name: "", ownerAccountId: "")
        var (arn, givenName): (String?, String?)
        try json.object { json, name throws(JSONError) in
            switch name {
            case "scanConfigurationArn": arn = try json.string()
            case "name": givenName = try json.string()
            case "ownerAccountId": ownerAccountId = try json.string()
            case "periodicScanFrequency": periodicScanFrequency = try json.string()
            case "frequencyExpression": frequencyExpression = try json.string()
            case "continuousIntegrationScanSupportedEvents": continuousIntegrationScanSupportedEvents = try json.strings()
            case "ruleSetCategories": ruleSetCategories = try json.strings()
            case "scopeSettings": scopeSettings = try ScopeSettings(&json)
            default: break
            }
        }
        guard let arn else { throw json.missing("scanConfigurationArn") }
        (scanConfigurationArn, name) = (arn, givenName ?? arn)
    }

    /// Writes the summary with the API's member names.
    package func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    /// Writes the summary's members into an object that may have others before them.
    func writeMembers(to json: inout JSONWriter) {
        json.member("continuousIntegrationScanSupportedEvents", continuousIntegrationScanSupportedEvents)
        json.member("frequencyExpression", frequencyExpression)
        json.member("name", name)
        json.member("ownerAccountId", ownerAccountId)
        json.member("periodicScanFrequency", periodicScanFrequency)
        json.member("ruleSetCategories", ruleSetCategories)
        json.member("scanConfigurationArn", scanConfigurationArn)
        json.member("scopeSettings", scopeSettings)
    }
}

/// `ScopeSettings`: which projects a configuration applies to.
package struct ScopeSettings: Hashable, Sendable {
    /// `ALL` marks a default configuration.
    package var projectSelectionScope: String?

    /// Settings with the scope given.
    package init(projectSelectionScope: String?) {
        self.projectSelectionScope = projectSelectionScope
    }
}

extension ScopeSettings: JSONReadable, JSONWritable {
    /// Reads the settings; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            if case "projectSelectionScope" = name { projectSelectionScope = try json.string() }
        }
    }

    /// Writes the settings; absent members are left out.
    package func write(to json: inout JSONWriter) {
        json.object { $0.member("projectSelectionScope", projectSelectionScope) }
    }
}

extension AccountFallback {
    /// The ARNs of the account's own scan configurations, as far as the first page has some.
    package static let scanConfigurations = AccountFallback(service: .inspector2) { client in
        let page = try? await Inspector(client: client).listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize)
        return page?.configurations?.lazy.compactMap { Identifiers.account(ofArn: $0.scanConfigurationArn) }.first
    }
}
