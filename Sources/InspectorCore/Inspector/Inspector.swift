package import AWSClient
internal import JSON

extension Service {
    /// Amazon Inspector, version 2 of its API.
    package static let inspector2 = Service(
        signingName: "inspector2", endpointPrefix: "inspector2", environmentSuffix: "INSPECTOR2", configurationKey: "inspector2")
}

/// The Inspector2 operations of code security, under AWS's names.
///
/// Each checks its input against the service model, sends one request and reads one answer; retries of an operation without effect
/// are the client's.
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

    /// Sends a request and reads its answer, once the request fits the service model.
    ///
    /// - Parameter problem: What does not fit, in words; nothing is sent then.
    func call<Answer: JSONReadable>(
        _ request: OperationRequest, problem: String?, attempts: AttemptPolicy = .standard
    ) async throws(CallError) -> Answer {
        try await exchange(request, problem: problem, attempts: attempts).answer
    }

    /// Asks for a page of a listing. An answer without its list is another's: any JSON object can be read as one whose members are all
    /// absent, and would stand for an empty account.
    func page<Page: ListingPage>(_ request: OperationRequest, problem: String?) async throws(CallError) -> Page {
        let (page, response): (Page, OperationResponse) = try await exchange(request, problem: problem, attempts: .standard)
        guard page.hasList else { throw client.unexpectedResponse(response, to: request, missing: Page.listName) }
        return page
    }

    /// The same, with the reply that the answer was read from.
    func exchange<Answer: JSONReadable>(
        _ request: OperationRequest, problem: String?, attempts: AttemptPolicy
    ) async throws(CallError) -> (answer: Answer, response: OperationResponse) {
        if let problem {
            throw CallError(
                operation: request.name, service: client.service.signingName, endpoint: "", attempts: 0,
                cause: .invalidRequest(problem: problem))
        }
        let response = try await client.send(request, attempts: attempts)
        guard let answer = try? Answer(json: response.body) else { throw client.unexpectedResponse(response, to: request) }
        return (answer, response)
    }

    /// The query of a page of a listing.
    static func pageQuery(_ maxResults: Int?, _ nextToken: String?) -> [(String, String)] {
        var query: [(String, String)] = []
        if let maxResults { query.append(("maxResults", String(maxResults))) }
        if let nextToken { query.append(("nextToken", nextToken)) }
        return query
    }
}

/// The answer of an operation that lists, one page of it.
protocol ListingPage: JSONReadable {
    /// The name of the member that holds the list.
    static var listName: String { get }
    /// Whether the list is there, be it empty.
    var hasList: Bool { get }
}
