package import Logging
package import Runtime
internal import Synchronization

/// The default credential chain: asks the rows of ``CredentialSource/chain`` in order.
///
/// The shared files are read again each time, so that credentials renewed in another window are found.
package final class CredentialChain: CredentialProvider {
    private let settings: Settings
    private let transport: any HTTPTransport
    private let prompt: (any MFAPrompt)?
    private let time: TimeSource
    private let random: RandomSource
    private let clock: ClockCorrection
    private let logger: Logger
    private let usesRoleCache = Mutex(true)

    /// A chain for these settings.
    /// - Parameters:
    ///   - prompt: asks for codes of multi-factor devices; nil when nobody can be asked.
    ///   - clock: decides when credentials have expired. Until a service has confirmed this machine's clock, expired ones are tried too.
    package init(
        settings: Settings, transport: any HTTPTransport, prompt: (any MFAPrompt)? = nil, time: TimeSource = .system,
        random: RandomSource = .system, clock: ClockCorrection = ClockCorrection(), logger: Logger
    ) {
        self.settings = settings
        self.transport = transport
        self.prompt = prompt
        self.time = time
        self.random = random
        self.clock = clock
        self.logger = logger
    }

    /// The credentials of the first source that is configured. After ``invalidate()`` roles are assumed anew, whatever the disk's cache has.
    package func credentials() async throws(CredentialError) -> Credentials {
        let context = try context()
        guard let found = try await CredentialSource.chain.credentials(context) else {
            throw .notFound(profile: context.profile, lookedAt: Self.places(context))
        }
        usesRoleCache.withLock { $0 = true }
        if let expiration = found.expiration, clock.isChecked, expiration <= context.now { throw .expired(source: found.source) }
        logger.info("credentials \(found.keySuffix) from \(found.source)")
        return found
    }

    /// Leaves the cache of assumed roles aside, the next time.
    package func invalidate() async {
        usesRoleCache.withLock { $0 = false }
    }

    private func context() throws(CredentialError) -> CredentialContext {
        do {
            return CredentialContext(
                settings: settings, files: try SharedFiles.load(environment: settings.environment), transport: transport,
                prompt: prompt, time: time, random: random, logger: logger, usesRoleCache: usesRoleCache.withLock { $0 },
                clock: clock)
        } catch {
            throw .settings(error)
        }
    }

    private static func places(_ context: CredentialContext) -> [String] {
        let isAsked = CredentialSource.chain.contains { $0.name == .instanceMetadata && $0.provider(context) != nil }
        return [
            context.readsEnvironment ? "the environment (AWS_ACCESS_KEY_ID)" : nil, context.files.configPath, context.files.credentialsPath,
            "the container endpoint", isAsked ? "instance metadata" : nil,
        ].compactMap { $0 }
    }
}
