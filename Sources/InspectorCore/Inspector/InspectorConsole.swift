import AWSClient

/// Amazon Inspector's page in AWS's console.
package enum InspectorConsole {
    /// The address of the page for a region, from where "Code Security" is one step; nil where the partition's console is not known.
    ///
    /// Source: "Viewing code repositories" in the Amazon Inspector user guide, which documents no address of a single repository.
    package static func address(region: String) -> String? {
        guard let domain = domains[Partition.of(region: region).id], !region.isEmpty, region.utf8.allSatisfy(allowed.contains) else {
            return nil
        }
        return "https://\(region).\(domain)/inspector/v2/home?region=\(region)"
    }

    private static let domains = [
        "aws": "console.aws.amazon.com", "aws-cn": "console.amazonaws.cn", "aws-us-gov": "console.amazonaws-us-gov.com",
    ]
    private static let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
}
