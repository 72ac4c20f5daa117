internal import FoundationEssentials
internal import Logging
internal import Runtime

/// What every source of credentials may use.
struct CredentialContext: Sendable {
    let settings: Settings
    /// Both shared files, as read for this resolution.
    let files: SharedFiles
    let transport: any HTTPTransport
    let prompt: (any MFAPrompt)?
    let time: TimeSource
    let random: RandomSource
    let logger: Logger
    /// Whether roles assumed before may be taken from the cache on disk.
    var usesRoleCache = true
    /// What is known of this machine's clock.
    var clock = ClockCorrection()

    /// The service's time, as far as known: what credentials begin and end by.
    var now: Date { time.now().addingTimeInterval(clock.offset) }

    var environment: Environment { settings.environment }

    /// A profile, merged from both files; empty when there is none.
    func section(_ profile: String) -> SharedFileSection { files.profile(profile) ?? SharedFileSection() }

    /// A property that is there and not empty.
    func value(_ key: String, in profile: String) -> Sourced<String>? {
        section(profile)[key].flatMap { $0.value.isEmpty ? nil : $0 }
    }

    /// A client of a service that gives credentials.
    /// - Parameters:
    ///   - credentials: nil leaves requests unsigned.
    ///   - region: nil is the region in use.
    func client(_ service: Service, credentials: Credentials?, region: String? = nil) throws(CredentialError) -> ServiceClient {
        do {
            return ServiceClient(
                service: service, settings: settings, credentials: credentials.map { StaticCredentialProvider($0) },
                transport: transport, endpoint: try settings.credentialEndpoint(for: service, region: region),
                retry: RetryPolicy(maxAttempts: settings.maxAttempts, callDeadline: .seconds(120)), clock: clock, time: time,
                random: random,
                logger: logger)
        } catch {
            throw .settings(error)
        }
    }

    /// Calls a service that gives credentials.
    /// - Parameter source: the subject of the sentence if it fails.
    func call(_ client: ServiceClient, _ request: OperationRequest, source: String) async throws(CredentialError) -> [UInt8] {
        do {
            return try await client.send(request).body
        } catch {
            throw CredentialError(error, source: source)
        }
    }
}
