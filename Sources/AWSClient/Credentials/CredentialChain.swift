package import Logging
package import Runtime

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
    private let usesRoleCache = Locked(true)

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
        _ = try InstanceMetadata(context)
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

/// A row of the credential chain: the setting that switches a source on, and the provider that then reads it.
struct CredentialSource: Sendable {
    /// The chain, in the order of AWS CLI version 2 ("Configuration settings and precedence").
    ///
    /// The first row whose setting is there decides. When its provider fails, that error ends the chain; only the network can tell whether
    /// there is instance metadata. Rows without a name read the profile in use, and are also what a `source_profile` has.
    static let chain: [CredentialSource] = [
        CredentialSource(.environment, if: { $0.variable("AWS_ACCESS_KEY_ID") }) { context, _ in
            EnvironmentCredentialProvider(environment: context.environment)
        },
        CredentialSource(if: { $0.value("web_identity_token_file") == nil && !$0.isSourceWithKeys ? $0.section["role_arn"] : nil }) {
            AssumeRoleCredentialProvider(context: $0, arn: $1)
        },
        CredentialSource(if: { $0.variable("AWS_WEB_IDENTITY_TOKEN_FILE") ?? $0.value("web_identity_token_file") }) {
            WebIdentityCredentialProvider(context: $0, file: $1)
        },
        CredentialSource(if: { $0.value("sso_account_id") ?? $0.value("sso_role_name") }) {
            SSOCredentialProvider(context: $0, anchor: $1)
        },
        CredentialSource(if: { ProfileKeys($0.profile, in: $0.files.credentials, at: $0.files.credentialsPath) }) {
            ProfileCredentialProvider(keys: $1)
        },
        CredentialSource(if: { $0.value("login_session") }) {
            LoginCredentialProvider(context: $0, session: $1.value)
        },
        CredentialSource(if: { $0.value("credential_process") }) {
            ProcessCredentialProvider(context: $0, command: $1)
        },
        CredentialSource(if: { ProfileKeys($0.profile, in: $0.files.config, at: $0.files.configPath) }) {
            ProfileCredentialProvider(keys: $1)
        },
        CredentialSource(.container, if: { ContainerEndpoint($0.environment) }) {
            ContainerCredentialProvider(context: $0, endpoint: $1)
        },
        CredentialSource(.instanceMetadata, if: { $0.environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" ? nil : () }) {
            context, _ in InstanceMetadataCredentialProvider(context: context)
        },
    ]

    /// What `credential_source` calls the sources that stand in no profile.
    enum Name: String, CaseIterable, Sendable {
        case environment = "Environment"
        case container = "EcsContainer"
        case instanceMetadata = "Ec2InstanceMetadata"
    }

    /// nil for a source in the profile.
    let name: Name?
    /// The provider; nil when the source's setting is absent.
    let provider: @Sendable (CredentialContext) -> (any CredentialProvider)?

    private init<Setting>(
        _ name: Name? = nil, if setting: @escaping @Sendable (CredentialContext) -> Setting?,
        _ provider: @escaping @Sendable (CredentialContext, Setting) -> any CredentialProvider
    ) {
        self.name = name
        self.provider = { context in setting(context).map { provider(context, $0) } }
    }
}

extension Sequence<CredentialSource> {
    /// The credentials of the first source that is configured; nil when none is.
    func credentials(_ context: CredentialContext) async throws(CredentialError) -> Credentials? {
        for source in self {
            guard let provider = source.provider(context) else { continue }
            do throws(CredentialError) {
                return try await provider.credentials()
            } catch {
                guard case .notFound = error else { throw error }
            }
        }
        return nil
    }
}
