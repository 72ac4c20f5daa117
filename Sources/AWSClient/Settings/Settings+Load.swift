extension Settings {
    /// Settles everything, reading the shared files once. No call is made.
    ///
    /// Source: AWS CLI version 2, "Configuration settings and precedence": options, then environment, then the profile.
    package static func load(options: ClientOptions, environment: Environment) throws(SettingsError) -> Settings {
        let files = try SharedFiles.load(environment: environment)
        let profile = try chooseProfile(options: options, environment: environment, files: files)
        let sources = SettingSources(
            environment: environment, section: files.profile(profile.value) ?? SharedFileSection(), profile: profile.value)
        let region = try sources.region(option: options.region)
        let maxAttempts = try sources.positive("AWS_MAX_ATTEMPTS", "max_attempts")
        return Settings(
            profile: profile.value, region: region.value,
            profileOrigin: profile.origin, regionOrigin: region.origin,
            profiles: files.profileNames,
            useFIPS: sources.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
            useDualStack: sources.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
            caBundle: try sources.caBundle(option: options.caBundle),
            maxAttempts: maxAttempts ?? 3, isMaxAttemptsSet: maxAttempts != nil,
            connectTimeout: limit(options.connectTimeout), readTimeout: limit(options.readTimeout),
            proxies: try ProxySettings(environment: environment),
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
