extension Settings {
    /// Where a service is called.
    ///
    /// `--endpoint-url` is meant for the service of the command. It serves STS as well when it names this machine: a local
    /// endpoint has test credentials, which the real STS cannot know.
    package func endpoint(for service: Service) throws(SettingsError) -> Endpoint {
        try endpoint(for: service, honoringOption: true)
    }

    /// Where a service is called by the credential chain, which `--endpoint-url` does not concern.
    func credentialEndpoint(for service: Service, region other: String? = nil) throws(SettingsError) -> Endpoint {
        try endpoint(for: service, honoringOption: false, region: other)
    }

    private func endpoint(
        for service: Service, honoringOption: Bool, region other: String? = nil
    ) throws(SettingsError) -> Endpoint {
        if honoringOption, let custom = try optionEndpoint(for: service) { return custom }
        if let configured = try configuredEndpoint(for: service) { return try Endpoint(custom: configured) }
        return try EndpointRules.resolve(
            service, region: other ?? region, useFIPS: useFIPS, useDualStack: useDualStack, profile: profile)
    }

    private func optionEndpoint(for service: Service) throws(SettingsError) -> Endpoint? {
        guard let url = options.endpointURL, !url.isEmpty else { return nil }
        let custom = try Endpoint(custom: Sourced(url, .option("--endpoint-url")))
        let isLocal = EndpointURL(url)?.isLoopback ?? false
        return service != .sts || isLocal ? custom : nil
    }

    private func configuredEndpoint(for service: Service) throws(SettingsError) -> Sourced<String>? {
        let section = files.profile(profile) ?? SharedFileSection()
        let sources = SettingSources(environment: environment, section: section, profile: profile)
        if sources.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") { return nil }
        for name in ["AWS_ENDPOINT_URL_\(service.environmentSuffix)", "AWS_ENDPOINT_URL"] {
            if let url = environment[name] { return Sourced(url, .variable(name)) }
        }
        return try servicesEndpoint(for: service, section: section) ?? section["endpoint_url"].flatMap { $0.value.isEmpty ? nil : $0 }
    }

    private func servicesEndpoint(
        for service: Service, section: SharedFileSection
    ) throws(SettingsError) -> Sourced<String>? {
        guard let name = section["services"] else { return nil }
        guard let services = files.config.services[name.value] else {
            throw .unknownServices(name: name.value, profile: profile, origin: name.origin)
        }
        return services.nested(service.configurationKey)["endpoint_url"].flatMap { $0.value.isEmpty ? nil : $0 }
    }
}
