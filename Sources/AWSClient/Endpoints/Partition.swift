/// A group of regions with names of its own.
///
/// Source: AWS's partition table (`partitions.json` of the endpoint rules), version 1.1.
package struct Partition: Equatable, Sendable {
    /// The partition's name in ARNs.
    package let id: String
    /// What host names end in.
    package let dnsSuffix: String
    /// What dual-stack host names end in.
    package let dualStackDnsSuffix: String
    /// What the sign-in service's host names end in after the region.
    let signinDnsSuffix: String
    /// What a region's name begins with, up to and including the last fixed part: `us` for `us-east-1`.
    let regionPrefixes: [String]
    /// The partition's one region name that is no region.
    let globalRegion: String?

    /// Whether AWS CLI version 2 knows dual-stack endpoints here.
    var hasDualStack: Bool { id != "aws-iso-e" && id != "aws-iso-f" }

    /// All partitions, `aws` first: it stands for regions that fit none.
    package static let all: [Partition] = [
        Partition(
            id: "aws", dnsSuffix: "amazonaws.com", dualStackDnsSuffix: "api.aws",
            signinDnsSuffix: "signin.aws.amazon.com",
            regionPrefixes: ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"], globalRegion: "aws-global"),
        Partition(
            id: "aws-cn", dnsSuffix: "amazonaws.com.cn", dualStackDnsSuffix: "api.amazonwebservices.com.cn",
            signinDnsSuffix: "signin.amazonaws.cn",
            regionPrefixes: ["cn"], globalRegion: "aws-cn-global"),
        Partition(
            id: "aws-eusc", dnsSuffix: "amazonaws.eu", dualStackDnsSuffix: "api.amazonwebservices.eu",
            signinDnsSuffix: "signin.amazonaws-eusc.eu",
            regionPrefixes: ["eusc-de"], globalRegion: nil),
        Partition(
            id: "aws-iso", dnsSuffix: "c2s.ic.gov", dualStackDnsSuffix: "api.aws.ic.gov",
            signinDnsSuffix: "signin.c2shome.ic.gov",
            regionPrefixes: ["us-iso"], globalRegion: "aws-iso-global"),
        Partition(
            id: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", dualStackDnsSuffix: "api.aws.scloud",
            signinDnsSuffix: "signin.sc2shome.sgov.gov",
            regionPrefixes: ["us-isob"], globalRegion: "aws-iso-b-global"),
        Partition(
            id: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk", dualStackDnsSuffix: "api.cloud-aws.adc-e.uk",
            signinDnsSuffix: "signin.csphome.adc-e.uk",
            regionPrefixes: ["eu-isoe"], globalRegion: "aws-iso-e-global"),
        Partition(
            id: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov", dualStackDnsSuffix: "api.aws.hci.ic.gov",
            signinDnsSuffix: "signin.csphome.hci.ic.gov",
            regionPrefixes: ["us-isof"], globalRegion: "aws-iso-f-global"),
        Partition(
            id: "aws-us-gov", dnsSuffix: "amazonaws.com", dualStackDnsSuffix: "api.aws",
            signinDnsSuffix: "signin.amazonaws-us-gov.com",
            regionPrefixes: ["us-gov"], globalRegion: "aws-us-gov-global"),
    ]

    /// The partition of a region; `aws` for a region that fits none, as AWS's rules have it.
    package static func of(region: String) -> Partition {
        all.first { $0.globalRegion == region || $0.matches(region) } ?? all[0]
    }

    /// Whether a name reads prefix, word, number: `us-gov-west-1`.
    func matches(_ region: String) -> Bool {
        regionPrefixes.contains { prefix in
            guard region.hasPrefix(prefix + "-") else { return false }
            let rest = region.dropFirst(prefix.count + 1).split(separator: "-", omittingEmptySubsequences: false)
            guard rest.count == 2, !rest[0].isEmpty, !rest[1].isEmpty else { return false }
            return rest[0].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && rest[1].allSatisfy { $0.isWholeNumber }
        }
    }
}
