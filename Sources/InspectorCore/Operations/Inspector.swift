package import AWSClient

/// The Inspector2 operations of code security, under AWS's names.
///
/// Each checks its input against the service model, sends one request and decodes one answer; retries of an
/// operation without effect are the client's.
package struct Inspector: Sendable {
    let client: ServiceClient

    /// The operations as `client` reaches them.
    package init(client: ServiceClient) {
        self.client = client
    }

    /// Tells for which account calls are made, twelve digits, where the session does not know it yet; see ``AccountGate``.
    package func expect(account: String?) async {
        await client.expect(account: account)
    }

    /// One page of the account's scan configurations.
    ///
    /// - Parameter maxResults: 1 to 100.
    package func listCodeSecurityScanConfigurations(
        maxResults: Int? = nil, nextToken: String? = nil
    ) async throws(CallError) -> ListCodeSecurityScanConfigurationsResponse {
        let name = "ListCodeSecurityScanConfigurations"
        try check(name, RequestChecks.page(maxResults, upTo: ServiceLimits.pageSize, nextToken))
        let request = OperationRequest(
            name: name, path: "/codesecurity/scan-configuration/list",
            query: Self.pageQuery(maxResults, nextToken), isReadOnly: true)
        let response = try await client.send(request)
        let page = WireJSON.decode(ListCodeSecurityScanConfigurationsResponse.self, from: response.body)
        return try listing(response, request, page)
    }

    /// One page of the associations of a configuration.
    ///
    /// - Parameter maxResults: 1 to 100.
    package func listCodeSecurityScanConfigurationAssociations(
        scanConfigurationArn: String, maxResults: Int? = nil, nextToken: String? = nil
    ) async throws(CallError) -> ListCodeSecurityScanConfigurationAssociationsResponse {
        let name = "ListCodeSecurityScanConfigurationAssociations"
        try check(name, RequestChecks.arn(scanConfigurationArn) ?? RequestChecks.page(maxResults, upTo: ServiceLimits.pageSize, nextToken))
        var body = JSONWriter()
        body.object { $0.member("scanConfigurationArn", scanConfigurationArn) }
        let request = OperationRequest(
            name: name,
            path: "/codesecurity/scan-configuration/associations/list",
            query: Self.pageQuery(maxResults, nextToken), body: body.bytes, isReadOnly: true)
        let response = try await client.send(request)
        let page = WireJSON.scan(ListCodeSecurityScanConfigurationAssociationsResponse.self, from: response.body)
        return try listing(response, request, page)
    }

    /// One configuration with its settings.
    package func getCodeSecurityScanConfiguration(
        scanConfigurationArn: String
    ) async throws(CallError) -> GetCodeSecurityScanConfigurationResponse {
        let name = "GetCodeSecurityScanConfiguration"
        try check(name, RequestChecks.arn(scanConfigurationArn))
        let body = ListCodeSecurityScanConfigurationAssociationsRequest(scanConfigurationArn: scanConfigurationArn)
        let request = OperationRequest(
            name: name, path: "/codesecurity/scan-configuration/get", body: WireJSON.encode(body), isReadOnly: true)
        return try await answer(to: request)
    }

    /// One page of the coverage of code repositories, where projects have their names.
    ///
    /// - Parameter maxResults: 1 to 200.
    package func listCoverage(
        filterCriteria: CoverageFilterCriteria?, maxResults: Int? = nil, nextToken: String? = nil
    ) async throws(CallError) -> ListCoverageResponse {
        let name = "ListCoverage"
        try check(name, RequestChecks.page(maxResults, upTo: ServiceLimits.coveragePageSize, nextToken))
        let body = ListCoverageRequest(filterCriteria: filterCriteria, maxResults: maxResults, nextToken: nextToken)
        let request = OperationRequest(name: name, path: "/coverage/list", body: WireJSON.encode(body), isReadOnly: true)
        let response = try await client.send(request)
        return try listing(response, request, WireJSON.scan(ListCoverageResponse.self, from: response.body))
    }

    /// Disassociates 1 to 25 associations in one call.
    ///
    /// - Parameter invocation: The call's identity when the caller paces and resends by itself: one attempt is made.
    ///   Without it the client retries in standard mode.
    package func batchDisassociateCodeSecurityScanConfiguration(
        _ requests: [Association], invocation: Invocation? = nil
    ) async throws(CallError) -> BatchAssociationResponse {
        let name = "BatchDisassociateCodeSecurityScanConfiguration"
        let path = "/codesecurity/scan-configuration/batch/disassociate"
        return try await batch(name, path, "disassociateConfigurationRequests", requests, invocation)
    }

    /// Associates 1 to 25 associations in one call.
    ///
    /// - Parameter invocation: See ``batchDisassociateCodeSecurityScanConfiguration(_:invocation:)``.
    package func batchAssociateCodeSecurityScanConfiguration(
        _ requests: [Association], invocation: Invocation? = nil
    ) async throws(CallError) -> BatchAssociationResponse {
        let name = "BatchAssociateCodeSecurityScanConfiguration"
        let path = "/codesecurity/scan-configuration/batch/associate"
        return try await batch(name, path, "associateConfigurationRequests", requests, invocation)
    }

    private func batch(
        _ name: String, _ path: String, _ member: StaticString, _ requests: [Association], _ invocation: Invocation?
    ) async throws(CallError) -> BatchAssociationResponse {
        try check(name, RequestChecks.batch(requests))
        let request = OperationRequest(name: name, path: path, body: BatchBody.bytes(member, requests))
        return try await scannedAnswer(to: request, attempts: invocation.map { .single($0) } ?? .standard)
    }

    private static func pageQuery(_ maxResults: Int?, _ nextToken: String?) -> [(String, String)] {
        var query: [(String, String)] = []
        if let maxResults { query.append(("maxResults", String(maxResults))) }
        if let nextToken { query.append(("nextToken", nextToken)) }
        return query
    }

    /// Throws for a request with a problem; nothing is sent then.
    private func check(_ operation: String, _ problem: String?) throws(CallError) {
        guard let problem else { return }
        throw CallError(
            operation: operation, service: client.service.signingName, endpoint: "", attempts: 0, cause: .invalidRequest(problem: problem))
    }

    private func answer<Response: Decodable>(to request: OperationRequest) async throws(CallError) -> Response {
        let response = try await client.send(request)
        return try decoded(response, request, WireJSON.decode(Response.self, from: response.body))
    }

    private func scannedAnswer<Response: ScannedBody>(
        to request: OperationRequest, attempts: AttemptPolicy = .standard
    ) async throws(CallError) -> Response {
        let response = try await client.send(request, attempts: attempts)
        return try decoded(response, request, WireJSON.scan(Response.self, from: response.body))
    }

    /// A page of a listing; an answer without its list is another's.
    private func listing<Page: ListingPage>(
        _ response: OperationResponse, _ request: OperationRequest, _ page: Page?
    ) throws(CallError) -> Page {
        let page = try decoded(response, request, page)
        guard page.hasList else { throw client.unexpectedResponse(response, to: request, missing: Page.listName) }
        return page
    }

    private func decoded<Response>(
        _ response: OperationResponse, _ request: OperationRequest, _ value: Response?
    ) throws(CallError) -> Response {
        guard let value else { throw client.unexpectedResponse(response, to: request) }
        return value
    }
}
