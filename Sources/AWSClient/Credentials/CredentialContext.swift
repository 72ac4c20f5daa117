internal import FoundationEssentials
internal import JSON
internal import Logging
internal import Runtime

/// What a source of credentials may use, and the profile that it is asked for.
struct CredentialContext: Sendable {
    let settings: Settings
    /// Both shared files, as read for this resolution.
    let files: SharedFiles
    let transport: any HTTPTransport
    let prompt: (any MFAPrompt)?
    let time: TimeSource
    let random: RandomSource
    let logger: Logger
    /// Whether roles assumed earlier may be taken from the cache on disk.
    var usesRoleCache = true
    /// What is known of this machine's clock.
    var clock = ClockCorrection()
    /// The session's profile, or one that a `source_profile` names.
    private(set) var profile: String
    /// Whether ``variable(_:)`` reads the environment; not after `--profile`, nor for a source profile.
    private(set) var readsEnvironment: Bool
    /// The profiles whose `source_profile` led to this one, outermost first; empty for the session's own.
    private(set) var visited: [String] = []

    init(
        settings: Settings, files: SharedFiles, transport: any HTTPTransport, prompt: (any MFAPrompt)?, time: TimeSource,
        random: RandomSource, logger: Logger, usesRoleCache: Bool = true, clock: ClockCorrection = ClockCorrection()
    ) {
        self.settings = settings
        self.files = files
        self.transport = transport
        self.prompt = prompt
        self.time = time
        self.random = random
        self.logger = logger
        self.usesRoleCache = usesRoleCache
        self.clock = clock
        profile = settings.profile
        readsEnvironment = settings.options.profile == nil
    }

    /// The same for a profile that ``profile`` names as its `source_profile`.
    func sourceProfile(_ name: String) -> CredentialContext {
        var context = self
        context.visited.append(profile)
        context.profile = name
        context.readsEnvironment = false
        return context
    }

    /// The same with the environment read, which `credential_source` may ask for in any profile.
    var readingEnvironment: CredentialContext {
        var context = self
        context.readsEnvironment = true
        return context
    }
}

extension CredentialContext {
    /// The service's time as far as it is known: credentials expire by it.
    var now: Date { time.now().addingTimeInterval(clock.offset) }

    var environment: Environment { settings.environment }

    /// The profile, merged from both files; empty when there is none.
    var section: SharedFileSection { files.profile(profile) ?? SharedFileSection() }

    /// A property of the profile; nil when it is absent or empty.
    func value(_ key: String) -> Sourced<String>? {
        section[key].flatMap { $0.value.isEmpty ? nil : $0 }
    }

    /// The same of a closed kind: a comment may follow it.
    func closed(_ key: String) -> Sourced<String>? { section.closed(key) }

    /// A variable that stands for a setting of the profile; nil when it is absent or empty, or the environment does not count.
    func variable(_ name: String) -> Sourced<String>? {
        readsEnvironment ? environment[name].map { Sourced($0, .variable(name)) } : nil
    }

    /// Whether this is a source profile with keys of its own, which are then used whatever role it names.
    var isSourceWithKeys: Bool { !visited.isEmpty && hasKeys }

    /// Whether the profile has one half of a key pair at least.
    var hasKeys: Bool { value("aws_access_key_id") != nil || value("aws_secret_access_key") != nil }
}

extension CredentialContext {
    /// A client of a service that issues credentials.
    /// - Parameters:
    ///   - credentials: nil leaves requests unsigned.
    ///   - region: nil is the session's region.
    func client(_ service: Service, credentials: Credentials?, region: String? = nil) throws(CredentialError) -> ServiceClient {
        do {
            return ServiceClient(
                service: service, settings: settings, credentials: credentials.map { StaticCredentialProvider($0) },
                transport: transport, endpoint: try settings.credentialEndpoint(for: service, region: region),
                retry: RetryPolicy(maxAttempts: settings.maxAttempts, callDeadline: .seconds(120)), clock: clock, time: time,
                random: random, logger: logger)
        } catch {
            throw .settings(error)
        }
    }

    /// A document of a cache that other programs write in place: what is no JSON is read again, for it may be half written.
    func document(at path: String) async throws(LocalFile.Problem) -> JSONValue? {
        for _ in 0..<4 {
            if let document = JSONValue(python: try LocalFile.bytes(at: path)) { return document }
            guard (try? await time.sleep(.milliseconds(50))) != nil else { return nil }
        }
        return JSONValue(python: try LocalFile.bytes(at: path))
    }

    /// The body of the reply to a request to a service that issues credentials.
    /// - Parameter source: the subject of the sentence if the call fails.
    func call(_ client: ServiceClient, _ request: OperationRequest, source: String) async throws(CredentialError) -> [UInt8] {
        do {
            return try await client.send(request).body
        } catch {
            throw CredentialError(error, source: source)
        }
    }
}
