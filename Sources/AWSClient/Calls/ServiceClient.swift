internal import FoundationEssentials
internal import HTTPTypes
package import Logging
package import Runtime

/// Calls one service: resolves the endpoint, signs, sends, retries and reads errors.
package final class ServiceClient: Sendable {
    /// The service that is called.
    package let service: Service
    /// Where it is called from.
    package let settings: Settings
    let credentials: (any CredentialProvider)?
    let endpoint: Result<Endpoint, SettingsError>
    let transport: any HTTPTransport
    let retry: RetryPolicy
    let quota: RetryQuota
    let time: TimeSource
    let random: RandomSource
    let logger: Logger
    let clock: ClockCorrection
    let signingKeys = SigningKeys()

    /// A client of one service.
    /// - Parameters:
    ///   - credentials: nil leaves requests unsigned.
    ///   - endpoint: nil follows the settings.
    ///   - retry: nil takes the number of attempts from the settings.
    ///   - quota: to be shared by clients that call the same endpoint; so is `clock`.
    package init(
        service: Service, settings: Settings, credentials: (any CredentialProvider)?, transport: any HTTPTransport,
        endpoint: Endpoint? = nil, retry: RetryPolicy? = nil, quota: RetryQuota = RetryQuota(), clock: ClockCorrection = ClockCorrection(),
        time: TimeSource = .system,
        random: RandomSource = .system,
        logger: Logger
    ) {
        self.service = service
        self.settings = settings
        self.credentials = credentials
        self.transport = transport
        self.endpoint = endpoint.map { .success($0) } ?? Result { () throws(SettingsError) in try settings.endpoint(for: service) }
        self.retry = retry ?? RetryPolicy(maxAttempts: settings.maxAttempts)
        self.quota = quota
        self.clock = clock
        self.time = time
        self.random = random
        self.logger = logger
    }

    /// Seconds by which the service's clock is ahead of this machine's; 0 until a refused signature shows otherwise.
    package var clockOffset: Double { clock.offset }

    /// Drops cached credentials, so that the next call asks their source again.
    package func reloadCredentials() async {
        await credentials?.invalidate()
    }

    /// Sets the account, twelve digits, for which calls are signed, where the session does not know it yet.
    package func expect(account: String?) async {
        if let account { await credentials?.expect(account: account) }
    }

    func correctClock(to serverTime: Double) {
        clock.set(secondsAhead(serverTime))
    }

    /// Learns about this machine's clock from the reply to a signed request; nil is a success.
    func judgeClock(by error: ServiceError?) {
        guard let error else { return clock.confirm() }
        if error.isExpiredCredentials { return clock.judge(ahead: error.serverTime.map(secondsAhead)) }
        if !error.isSignatureRefused { clock.confirm() }
    }

    private func secondsAhead(_ serverTime: Double) -> Double { serverTime - time.now().timeIntervalSince1970 }
}

extension ServiceClient {
    /// The error for a 2xx answer that is not what `request`'s operation promises. The service may have acted on it.
    ///
    /// - Parameter member: A member that the answer should have and has not.
    package func unexpectedResponse(_ response: OperationResponse, to request: OperationRequest, missing member: String? = nil) -> CallError
    {
        let secrets = SentSecrets(response.sent, values: request.secrets)
        let reply = secrets.hidden(in: TransportResponse(status: response.status, headers: response.headers, body: response.body))
        return CallError(
            operation: request.name, service: service.signingName, endpoint: (try? settings.endpoint(for: service))?.url ?? "",
            attempts: response.attempts, cause: ErrorReply.unexpected(reply, missing: member), outcomeIsUnknown: !request.isReadOnly)
    }
}

extension ServiceClient {
    /// The signed request, byte for byte as it travels.
    ///
    /// Signed are `host`, `x-amz-date`, `content-type` when there is a body, `x-amz-security-token` when there is a token, and what
    /// the operation adds; `user-agent` and `amz-sdk-*` are not, for proxies and resends change them.
    func prepare(_ request: OperationRequest, endpoint: Endpoint, credentials: Credentials?, invocation: Invocation) -> TransportRequest {
        let path = endpoint.parts?.path(before: request.path) ?? request.path
        let query = endpoint.parts?.query(before: request.encodedQuery) ?? request.encodedQuery
        var headers: HTTPFields = [.hostField: endpoint.parts?.hostHeader ?? ""]
        if request.body != nil { headers.add(.contentType, request.contentType) }
        headers.append(contentsOf: request.headers)
        if let credentials {
            let signable = SignableRequest(method: request.method, path: path, query: query, headers: headers, body: request.body ?? [])
            headers.append(contentsOf: signer(for: credentials, region: endpoint.signingRegion ?? settings.region).sign(signable))
        }
        headers.add(.userAgent, UserAgent.standard)
        headers.append(contentsOf: invocation.headers)
        let url = (endpoint.parts?.origin ?? endpoint.url) + path + (query.isEmpty ? "" : "?" + query)
        return TransportRequest(method: request.method, url: url, headers: headers, body: request.body)
    }

    private func signer(for credentials: Credentials, region: String) -> Signer {
        var signer = Signer(
            credentials: credentials, region: region, service: service.signingName,
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
