package import Logging

/// Settings, credentials and transport of one profile and region, opened together and shut down together.
package struct AWSSession: Sendable {
    /// Everything that was settled on opening.
    package let settings: Settings
    /// The credential chain, refreshed as needed, and held to one account.
    package let gate: AccountGate
    /// What was found out about this machine's clock.
    package let clock: ClockCorrection
    private let transport: AsyncHTTPTransport
    private let logger: Logger

    /// Opens a session. Reads files, makes no call; the session has to be shut down.
    /// - Parameters:
    ///   - prompt: asks for codes of multi-factor devices; nil when there is nobody to ask.
    ///   - witness: tells the account where STS cannot be reached; nil leaves it unknown then.
    package static func open(
        options: ClientOptions, environment: Environment, logger: Logger, prompt: (any MFAPrompt)? = nil, witness: AccountWitness? = nil
    ) throws(SettingsError) -> AWSSession {
        let settings = try Settings.load(options: options, environment: environment)
        let transport = try AsyncHTTPTransport(settings: settings)
        let clock = ClockCorrection()
        let chain = CredentialChain(settings: settings, transport: transport, prompt: prompt, clock: clock, logger: logger)
        let clients = ClientMaker(settings: settings, transport: transport, clock: clock, logger: logger)
        let gate = AccountGate(RefreshingCredentialProvider(chain, clock: clock), questions: clients.questions(witness))
        return AWSSession(settings: settings, gate: gate, clock: clock, transport: transport, logger: logger)
    }

    /// A client of a service; its calls are signed for the session's account only.
    package func client(for service: Service) -> ServiceClient {
        ClientMaker(settings: settings, transport: transport, clock: clock, logger: logger).client(service, gate)
    }

    /// The session's account; STS is asked where it is not known yet. nil when nobody can tell.
    /// - Parameter begins: whether credentials are asked for where there are none yet.
    package func account(begins: Bool = true) async -> SessionAccount? {
        await gate.learnAccount(begins: begins)
    }

    /// Closes all connections.
    package func shutdown() async {
        await transport.shutdown()
    }
}

/// Makes the clients of one session.
private struct ClientMaker: Sendable {
    let settings: Settings
    let transport: AsyncHTTPTransport
    let clock: ClockCorrection
    let logger: Logger

    func client(_ service: Service, _ credentials: any CredentialProvider, retry: RetryPolicy? = nil) -> ServiceClient {
        ServiceClient(
            service: service, settings: settings, credentials: credentials, transport: transport, retry: retry, clock: clock, logger: logger
        )
    }

    /// Questions signed with the credentials they are about. Calls wait for the answers, so that none takes longer than ten seconds.
    func questions(_ witness: AccountWitness?) -> AccountQuestions {
        let retry = RetryPolicy(maxAttempts: 2, callDeadline: .seconds(10))
        return AccountQuestions { credentials throws(CallError) in
            try await client(.sts, StaticCredentialProvider(credentials), retry: retry).callerIdentity()
        } witness: { credentials in
            guard let witness else { return nil }
            return await witness.account(client(witness.service, StaticCredentialProvider(credentials), retry: retry))
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
