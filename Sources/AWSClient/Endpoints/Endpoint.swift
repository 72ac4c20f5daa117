/// Where a service is called.
package struct Endpoint: Equatable, Sendable {
    /// `scheme://host[:port][/path][?query]`.
    package let url: String
    /// The URL taken apart, once for all calls; nil when it is none.
    let parts: EndpointURL?
    /// Whether somebody set it, as opposed to AWS's rules.
    package let isCustom: Bool
    /// Who set it: "--endpoint-url", "AWS_ENDPOINT_URL", "~/.aws/config line 4", "us-east-1".
    package let source: String
    /// The region to sign for, where it is another than the one asked for.
    let signingRegion: String?

    /// An endpoint whose URL has been checked.
    package init(url: String, isCustom: Bool, source: String, signingRegion: String? = nil) {
        self.signingRegion = signingRegion
        self.url = url
        parts = EndpointURL(url)
        self.isCustom = isCustom
        self.source = source
    }

    /// Whether calls travel unencrypted: the scheme is http.
    package var isPlain: Bool { url.lowercased().hasPrefix("http://") }

    /// The URL of a path at this endpoint.
    func url(of path: String) -> String {
        parts.map { $0.origin + $0.path(before: path) } ?? url + path
    }

    /// Checks a custom endpoint: http or https with a host, no user.
    package init(custom url: Sourced<String>) throws(SettingsError) {
        guard let parts = EndpointURL(url.value) else {
            throw .invalidEndpoint(url: EndpointURL.withoutUser(url.value), origin: url.origin, problem: "it is not an http or https URL")
        }
        if let problem = parts.problem {
            throw .invalidEndpoint(url: EndpointURL.withoutUser(url.value), origin: url.origin, problem: problem)
        }
        self.init(url: parts.normalized, isCustom: true, source: url.origin.phrase)
    }
}

extension Settings {
    /// The endpoint of a service.
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
        let region = PseudoRegion(other ?? region)
        let partition = Partition.of(region: region.name)
        if useDualStack, !partition.hasDualStack {
            throw .unsupportedEndpoint(problem: "there are no dual-stack endpoints in partition \(partition.id)")
        }
        return try EndpointRules.resolve(
            service, region: region.name, useFIPS: useFIPS || region.isFIPS, useDualStack: useDualStack, profile: profile)
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
        guard let name = section.name("services", isKnown: { files.config.services[$0] != nil }) else { return nil }
        guard let services = files.config.services[name.value], !services.properties.isEmpty else {
            throw .unknownServices(name: name.value, profile: profile, origin: name.origin)
        }
        return services.nested(service.configurationKey)["endpoint_url"].flatMap { $0.value.isEmpty ? nil : $0 }
    }
}

/// AWS's rules for endpoints that no setting names.
package enum EndpointRules {
    /// The endpoint of a service in a region.
    /// - Parameters:
    ///   - region: nil only makes sense with a custom endpoint.
    ///   - custom: an endpoint set by hand; FIPS and dual-stack cannot be combined with it.
    package static func resolve(
        _ service: Service, region: String?, useFIPS: Bool, useDualStack: Bool, custom: Endpoint? = nil, profile: String = "default"
    ) throws(SettingsError) -> Endpoint {
        if let custom {
            if useFIPS { throw .unsupportedEndpoint(problem: "FIPS and custom endpoint are not supported") }
            if useDualStack { throw .unsupportedEndpoint(problem: "Dualstack and custom endpoint are not supported") }
            return custom
        }
        guard let region, !region.isEmpty else { throw .missingRegion(profile: profile) }
        let partition = Partition.of(region: region)
        let suffix = useDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix
        let host = hostName(service, region: region, useFIPS: useFIPS, useDualStack: useDualStack, partition: partition, suffix: suffix)
        let isGlobal = service == .sts && region == "aws-global" && !useFIPS && !useDualStack
        return Endpoint(
            url: "https://" + (isGlobal ? "sts.amazonaws.com" : host), isCustom: false, source: region,
            signingRegion: isGlobal ? "us-east-1" : nil)
    }

    private static func hostName(
        _ service: Service, region: String, useFIPS: Bool, useDualStack: Bool, partition: Partition, suffix: String
    ) -> String {
        if service == .signin, !useDualStack, let host = signinHost(region, useFIPS: useFIPS, partition) { return host }
        if service.isPlainInGovCloud, useFIPS, !useDualStack, partition.id == "aws-us-gov" {
            return "\(service.endpointPrefix).\(region).\(suffix)"
        }
        return "\(service.endpointPrefix)\(useFIPS ? "-fips" : "").\(region).\(suffix)"
    }

    private static func signinHost(_ region: String, useFIPS: Bool, _ partition: Partition) -> String? {
        guard useFIPS else { return "\(region).\(partition.signinDnsSuffix)" }
        guard partition.id == "aws-us-gov" else { return nil }
        return (region == "us-gov-west-1" ? "" : region + ".") + "signin-fips.amazonaws-us-gov.com"
    }
}

/// A region's name as old settings may have it: `fips-us-east-1` and `us-gov-west-1-fips` mean the region and FIPS.
struct PseudoRegion: Equatable, Sendable {
    let name: String
    let isFIPS: Bool

    init(_ text: String) {
        name = text.replacing("fips-", with: "").replacing("-fips", with: "")
        isFIPS = name != text
    }
}

/// What has to be known of an AWS service to sign for it and to find its endpoint.
package struct Service: Equatable, Sendable {
    /// The name in the credential scope.
    package let signingName: String
    /// The first part of the host name, `-fips` not included.
    package let endpointPrefix: String
    /// What follows `AWS_ENDPOINT_URL_`.
    package let environmentSuffix: String
    /// The service's key in a `services` section.
    package let configurationKey: String

    /// A service under the four names by which AWS's tools know it.
    package init(signingName: String, endpointPrefix: String, environmentSuffix: String, configurationKey: String) {
        self.signingName = signingName
        self.endpointPrefix = endpointPrefix
        self.environmentSuffix = environmentSuffix
        self.configurationKey = configurationKey
    }

    /// Whether its plain endpoints in GovCloud are the FIPS ones.
    var isPlainInGovCloud: Bool { [Service.sts, .sso, .ssoOIDC].contains(self) }

    /// AWS Security Token Service, at its regional endpoint.
    package static let sts = Service(signingName: "sts", endpointPrefix: "sts", environmentSuffix: "STS", configurationKey: "sts")

    /// The portal of IAM Identity Center, which gives role credentials for a token.
    package static let sso = Service(
        signingName: "awsssoportal", endpointPrefix: "portal.sso", environmentSuffix: "SSO", configurationKey: "sso")

    /// The OpenID Connect service of IAM Identity Center, which refreshes tokens.
    package static let ssoOIDC = Service(
        signingName: "sso-oauth", endpointPrefix: "oidc", environmentSuffix: "SSO_OIDC", configurationKey: "sso_oidc")

    /// The sign-in service behind `aws login`.
    package static let signin = Service(
        signingName: "signin", endpointPrefix: "signin", environmentSuffix: "SIGNIN", configurationKey: "signin")
}
