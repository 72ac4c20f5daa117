package import AWSClient

extension AccountWitness {
    /// The ARNs of the account's own scan configurations, as far as the first page has some.
    package static let scanConfigurations = AccountWitness(service: .inspector2) { client in
        let page = try? await Inspector(client: client).listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize)
        return page?.configurations?.lazy.compactMap { Identifiers.account(ofArn: $0.scanConfigurationArn) }.first
    }
}
