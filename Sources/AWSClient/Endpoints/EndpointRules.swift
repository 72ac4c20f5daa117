/// AWS's rules for endpoints that nobody set by hand.
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
        return Endpoint(url: "https://" + host, isCustom: false, source: region)
    }

    private static func hostName(
        _ service: Service, region: String, useFIPS: Bool, useDualStack: Bool, partition: Partition, suffix: String
    ) -> String {
        if service == .signin, !useFIPS, !useDualStack, let host = signinHost(region: region, partition: partition) { return host }
        if service == .sts, useFIPS, !useDualStack, partition.id == "aws-us-gov" { return "sts.\(region).\(suffix)" }
        return "\(service.endpointPrefix)\(useFIPS ? "-fips" : "").\(region).\(suffix)"
    }

    /// The sign-in service has names under `signin.aws.amazon.com` and its like, in three partitions.
    private static func signinHost(region: String, partition: Partition) -> String? {
        switch partition.id {
        case "aws": "\(region).signin.aws.amazon.com"
        case "aws-cn": "\(region).signin.amazonaws.cn"
        case "aws-us-gov": "\(region).signin.amazonaws-us-gov.com"
        default: nil
        }
    }
}
