internal import FoundationEssentials
internal import HTTPTypes
internal import Runtime

extension ServiceClient {
    /// The signed request, byte for byte as it travels.
    ///
    /// Signed are `host`, `x-amz-date`, `content-type` when there is a body, `x-amz-security-token` when there is a token, and what
    /// the operation adds; `user-agent` and `amz-sdk-*` are not, for proxies and resends change them.
    func prepare(_ request: OperationRequest, endpoint: Endpoint, credentials: Credentials?, invocation: Invocation) -> TransportRequest {
        let path = (endpoint.parts?.path ?? "") + request.path
        let query = request.encodedQuery
        var headers: HTTPFields = [.hostField: endpoint.parts?.hostHeader ?? ""]
        if request.body != nil { headers.add(.contentType, request.contentType) }
        headers.append(contentsOf: request.headers)
        if let credentials {
            let signable = SignableRequest(method: request.method, path: path, query: query, headers: headers, body: request.body ?? [])
            headers.append(contentsOf: signer(for: credentials).sign(signable))
        }
        headers.add(.userAgent, UserAgent.standard)
        headers.append(contentsOf: invocation.headers)
        let url = (endpoint.parts?.origin ?? endpoint.url) + path + (query.isEmpty ? "" : "?" + query)
        return TransportRequest(method: request.method, url: url, headers: headers, body: request.body)
    }

    private func signer(for credentials: Credentials) -> Signer {
        var signer = Signer(
            credentials: credentials, region: settings.region, service: service.signingName,
            date: time.now().addingTimeInterval(clockOffset))
        signer.key = signingKeys.key(secretAccessKey: credentials.secretAccessKey, scope: signer.scope)
        return signer
    }
}

/// How this client introduces itself to services.
enum UserAgent {
    /// The `User-Agent` header, which stays unsigned: proxies may change it.
    static let standard = "scanconfig/\(Version.current) lang/swift"
}
