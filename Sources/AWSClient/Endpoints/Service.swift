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
