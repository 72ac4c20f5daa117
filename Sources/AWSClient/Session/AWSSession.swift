package import Logging

/// Settings, credentials and transport of one profile and region, opened together and shut down together.
package struct AWSSession: Sendable {
    /// What the session was opened with: options, environment and shared files put together.
    package let settings: Settings
    /// The credential chain, refreshed as needed, and held to one account.
    package let gate: AccountGate
    /// How far this machine's clock is off, as replies have shown.
    package let clock: ClockCorrection
    private let transport: AsyncHTTPTransport
    private let logger: Logger

    /// Opens a session. Reads files, makes no call; the session has to be shut down.
    /// - Parameters:
    ///   - prompt: asks for codes of multi-factor devices; nil when nobody can be asked.
    ///   - fallback: finds out the account where STS cannot be reached; nil leaves it unknown then.
    ///   - metadataRegion: the region of this instance, for when nothing else names one; see ``region(options:environment:logger:)``.
    package static func open(
        options: ClientOptions, environment: Environment, logger: Logger, prompt: (any MFAPrompt)? = nil, fallback: AccountFallback? = nil,
        metadataRegion: String? = nil
    ) throws(SettingsError) -> AWSSession {
        let settings = try Settings.load(options: options, environment: environment, metadataRegion: metadataRegion)
        let transport = AsyncHTTPTransport(settings: settings)
        let clock = ClockCorrection()
        let chain = CredentialChain(settings: settings, transport: transport, prompt: prompt, clock: clock, logger: logger)
        let clients = ClientFactory(settings: settings, transport: transport, clock: clock, logger: logger)
        let gate = AccountGate(RefreshingCredentialProvider(chain, clock: clock), lookup: clients.lookup(fallback))
        return AWSSession(settings: settings, gate: gate, clock: clock, transport: transport, logger: logger)
    }

    /// The region that instance metadata names for this machine; nil when it names none.
    package static func region(options: ClientOptions, environment: Environment, logger: Logger) async throws(SettingsError) -> String? {
        if environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" { return nil }
        let settings = try Settings.load(options: options, environment: environment, metadataRegion: "us-east-1")
        let transport = AsyncHTTPTransport(settings: settings)
        let sources = SettingSources(
            environment: environment, section: settings.files.profile(settings.profile) ?? SharedFileSection(), profile: settings.profile)
        do {
            let region = await (try InstanceMetadata(sources, transport: transport, logger: logger)).region()
            await transport.shutdown()
            return region
        } catch {
            await transport.shutdown()
            throw error
        }
    }

    /// A client of a service; its calls are signed for the session's account only.
    package func client(for service: Service) -> ServiceClient {
        ClientFactory(settings: settings, transport: transport, clock: clock, logger: logger).client(service, gate)
    }

    /// The session's account; STS is asked where it is not known yet. nil when neither STS nor a listing can say.
    /// - Parameter loadsCredentials: whether the credential chain is asked first where it has given nothing yet.
    package func account(loadsCredentials: Bool = true) async -> SessionAccount? {
        await gate.learnAccount(loadsCredentials: loadsCredentials)
    }

    /// Closes all connections; calls on their way fail.
    package func shutdown() async {
        await transport.shutdown()
    }
}

/// Makes the clients of one session.
private struct ClientFactory: Sendable {
    let settings: Settings
    let transport: AsyncHTTPTransport
    let clock: ClockCorrection
    let logger: Logger

    func client(_ service: Service, _ credentials: any CredentialProvider, retry: RetryPolicy? = nil) -> ServiceClient {
        ServiceClient(
            service: service, settings: settings, credentials: credentials, transport: transport, retry: retry, clock: clock, logger: logger
        )
    }

    /// Calls that find out whose credentials are, signed with exactly these. Other calls wait for them, so each ends after ten seconds.
    func lookup(_ fallback: AccountFallback?) -> AccountLookup {
        let retry = RetryPolicy(maxAttempts: 2, callDeadline: .seconds(10))
        return AccountLookup { credentials throws(CallError) in
            try await client(.sts, StaticCredentialProvider(credentials), retry: retry).callerIdentity()
        } fallback: { credentials in
            guard let fallback else { return nil }
            return await fallback.account(client(fallback.service, StaticCredentialProvider(credentials), retry: retry))
        }
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
