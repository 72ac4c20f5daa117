/// What options, environment and shared files say, read once before the first call.
package struct Settings: Equatable, Sendable {
    /// The name of the profile in use.
    package let profile: String
    /// The region that is called.
    package let region: String
    /// Where the profile's name came from; ``Origin/standard`` for `default`.
    package let profileOrigin: Origin
    /// Where the region came from.
    package let regionOrigin: Origin
    /// Names known from both files, for a picker; `default` first.
    package let profiles: [String]
    /// Whether endpoints with FIPS-validated cryptography are wanted.
    package let useFIPS: Bool
    /// Whether endpoints reachable over IPv6 are wanted.
    package let useDualStack: Bool
    /// The certificate bundle that replaces the system's roots, a path.
    package let caBundle: Sourced<String>?
    /// Sends in total for one call, the first included.
    package let maxAttempts: Int
    /// Whether somebody chose that number: no call, a page of a listing among them, is then sent more often.
    package let isMaxAttemptsSet: Bool
    /// Seconds to wait for a connection; nil is no limit.
    package let connectTimeout: Int?
    /// Seconds of silence to bear while reading; nil is no limit.
    package let readTimeout: Int?
    /// Which calls go through a proxy.
    package let proxies: ProxySettings
    /// What the command line says.
    package let options: ClientOptions
    /// The process environment when the settings were read.
    package let environment: Environment
    /// Both shared files when the settings were read.
    package let files: SharedFiles
}

extension Settings: CustomStringConvertible, CustomReflectable {
    /// Profile and region.
    package var description: String { "profile \(profile), region \(region)" }
    /// Profile and region only.
    package var customMirror: Mirror { Mirror(self, children: ["profile": profile, "region": region]) }
}

/// What the command line says; each nil leaves the choice to the environment and the shared files.
package struct ClientOptions: Equatable, Sendable {
    /// `--profile`.
    package var profile: String?
    /// `--region`.
    package var region: String?
    /// `--endpoint-url`.
    package var endpointURL: String?
    /// `--ca-bundle`, a path.
    package var caBundle: String?
    /// `--cli-connect-timeout` in seconds; 0 is no limit.
    package var connectTimeout: Int?
    /// `--cli-read-timeout` in seconds of silence; 0 is no limit.
    package var readTimeout: Int?

    /// Options; what is not given is nil.
    package init(
        profile: String? = nil, region: String? = nil, endpointURL: String? = nil, caBundle: String? = nil, connectTimeout: Int? = nil,
        readTimeout: Int? = nil
    ) {
        self.profile = profile
        self.region = region
        self.endpointURL = endpointURL
        self.caBundle = caBundle
        self.connectTimeout = connectTimeout
        self.readTimeout = readTimeout
    }
}

extension Settings {
    /// Reads everything, the shared files once. No call is made.
    ///
    /// Source: AWS CLI version 2, "Configuration settings and precedence": options, then environment, then the profile.
    /// - Parameter metadataRegion: the region of this instance, for when nothing else names one.
    package static func load(
        options: ClientOptions, environment: Environment, metadataRegion: String? = nil
    ) throws(SettingsError) -> Settings {
        let files = try SharedFiles.load(environment: environment)
        let profile = try chooseProfile(options: options, environment: environment, files: files)
        let sources = SettingSources(
            environment: environment, section: files.profile(profile.value) ?? SharedFileSection(), profile: profile.value)
        let region = try sources.region(option: options.region, metadata: metadataRegion)
        let named = PseudoRegion(region.value)
        let maxAttempts = try sources.positive("AWS_MAX_ATTEMPTS", "max_attempts")
        _ = try sources.choice("AWS_RETRY_MODE", "retry_mode", of: ["standard", "adaptive"])
        return Settings(
            profile: profile.value, region: named.name,
            profileOrigin: profile.origin, regionOrigin: region.origin,
            profiles: files.profileNames,
            useFIPS: named.isFIPS || sources.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
            useDualStack: sources.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
            caBundle: sources.caBundle(option: options.caBundle),
            maxAttempts: maxAttempts ?? 3, isMaxAttemptsSet: maxAttempts != nil,
            connectTimeout: limit(options.connectTimeout), readTimeout: limit(options.readTimeout),
            proxies: ProxySettings(environment: environment),
            options: options, environment: environment, files: files)
    }

    /// Seconds; 60 when nothing is said, nil (no limit) for 0.
    private static func limit(_ option: Int?) -> Int? {
        let seconds = option ?? 60
        return seconds <= 0 ? nil : seconds
    }

    private static func chooseProfile(
        options: ClientOptions, environment: Environment, files: SharedFiles
    ) throws(SettingsError) -> Sourced<String> {
        let chosen: Sourced<String>
        if let name = options.profile, !name.isEmpty {
            chosen = Sourced(name, .option("--profile"))
        } else if let found = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"].first(where: { environment[$0] != nil }) {
            chosen = Sourced(environment[found] ?? "default", .variable(found))
        } else {
            return Sourced("default", .standard)
        }
        guard files.profile(chosen.value) != nil else {
            throw .unknownProfile(
                name: chosen.value, origin: chosen.origin, files: [files.configPath, files.credentialsPath], known: files.profileNames)
        }
        return chosen
    }
}
