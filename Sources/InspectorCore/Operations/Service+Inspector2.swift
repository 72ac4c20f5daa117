package import AWSClient

extension Service {
    /// Amazon Inspector, version 2 of its API.
    package static let inspector2 = Service(
        signingName: "inspector2", endpointPrefix: "inspector2", environmentSuffix: "INSPECTOR2", configurationKey: "inspector2")
}
