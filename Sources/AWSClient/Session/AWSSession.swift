package import Logging

/// Settings, credentials and transport of one profile and region, opened together and shut down together.
package struct AWSSession: Sendable {
    /// Everything that was settled on opening.
    package let settings: Settings
    /// The credential chain, refreshed as needed.
    package let credentials: any CredentialProvider
    /// What was found out about this machine's clock.
    package let clock = ClockCorrection()
    private let transport: AsyncHTTPTransport
    private let logger: Logger

    /// Opens a session. Reads files, makes no call; the session has to be shut down.
    /// - Parameter prompt: asks for codes of multi-factor devices; nil when there is nobody to ask.
    package static func open(
        options: ClientOptions, environment: Environment, logger: Logger, prompt: (any MFAPrompt)? = nil
    ) throws(SettingsError) -> AWSSession {
        let settings = try Settings.load(options: options, environment: environment)
        let transport = try AsyncHTTPTransport(settings: settings)
        let chain = CredentialChain(settings: settings, transport: transport, prompt: prompt, logger: logger)
        return AWSSession(settings: settings, credentials: RefreshingCredentials(chain), transport: transport, logger: logger)
    }

    /// A client of a service.
    package func client(for service: Service) -> ServiceClient {
        ServiceClient(service: service, settings: settings, credentials: credentials, transport: transport, clock: clock, logger: logger)
    }

    /// Asks STS who is calling. The answer is a convenience, so it is not waited for longer than ten seconds.
    package func callerIdentity() async throws(CallError) -> CallerIdentity {
        let client = ServiceClient(
            service: .sts, settings: settings, credentials: credentials, transport: transport,
            retry: RetryPolicy(maxAttempts: 2, callDeadline: .seconds(10)), clock: clock, logger: logger)
        return try await client.callerIdentity()
    }

    /// Closes all connections.
    package func shutdown() async {
        await transport.shutdown()
    }
}

extension ServiceClient {
    /// `GetCallerIdentity`, which needs no permission.
    package func callerIdentity() async throws(CallError) -> CallerIdentity {
        let request = STSRequest.make("GetCallerIdentity")
        let reply = try await send(request)
        guard let identity = CallerIdentity(xml: reply.body) else { throw unexpectedResponse(reply, to: request) }
        return identity
    }
}
