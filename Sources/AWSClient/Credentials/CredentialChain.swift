package import Logging
package import Runtime
internal import Synchronization

/// The default chain: the first source that is configured wins, and one that is configured but fails stops the chain.
///
/// Source: AWS CLI version 2, "Configuration settings and precedence". The shared files are read again at each resolution, so that
/// credentials renewed in another window are found.
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
    ///   - prompt: asks for codes of multi-factor devices; nil when there is nobody to ask.
    ///   - clock: by which credentials end; what has ended by a clock that no service has judged yet is tried all the same.
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

    /// Goes through the chain. After ``invalidate()`` roles are assumed anew instead of being taken from the cache on disk.
    package func credentials() async throws(CredentialError) -> Credentials {
        let context = try context()
        let found = try await resolve(context)
        usesRoleCache.withLock { $0 = true }
        if let expiration = found.expiration, clock.isChecked, expiration <= context.now { throw .expired(source: found.source) }
        logger.info("credentials \(found.keySuffix) from \(found.source)")
        return found
    }

    /// Leaves the cache of assumed roles aside until the chain has been gone through once.
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

    private func resolve(_ context: CredentialContext) async throws(CredentialError) -> Credentials {
        let profile = settings.profile
        let readsEnvironment = settings.options.profile == nil
        if readsEnvironment, let found = try EnvironmentCredentials(environment: settings.environment).credentials() { return found }
        if let found = try await AssumeRoleCredentials(context: context).credentials(profile: profile) { return found }
        let sources = ProfileSources(context: context, readsEnvironment: readsEnvironment)
        if let found = try await sources.credentials(profile: profile) { return found }
        if let found = try await ContainerCredentials(context: context).credentials() { return found }
        if let found = try await InstanceMetadataCredentials(context: context).credentials() { return found }
        throw .notFound(profile: profile, lookedAt: places(context, readsEnvironment: readsEnvironment))
    }

    private func places(_ context: CredentialContext, readsEnvironment: Bool) -> [String] {
        let isDisabled = InstanceMetadataCredentials(context: context).isDisabled
        return [
            readsEnvironment ? "the environment (AWS_ACCESS_KEY_ID)" : nil, context.files.configPath, context.files.credentialsPath,
            "the container endpoint", isDisabled ? nil : "instance metadata",
        ].compactMap { $0 }
    }
}
