/// The numbers of the Inspector2 service model and its quotas.
package enum ServiceLimits {
    /// Items in one batch call.
    package static let batchSize = 25
    /// `maxResults` of the two listings of code security, at most.
    package static let pageSize = 100
    /// `maxResults` of `ListCoverage`, at most.
    package static let coveragePageSize = 200
    /// General configurations of an account, at most.
    package static let configurations = 500
    /// Projects of a configuration, at most.
    package static let projects = 100_000
    /// Characters of a `nextToken`, at most.
    package static let tokenLength = 1_000_000
}

/// What the service model says of requests, checked before anything is sent. Each check gives the problem in words, or nothing.
enum RequestChecks {
    static func page(_ maxResults: Int?, upTo limit: Int, _ nextToken: String?) -> String? {
        if let maxResults, !(1...limit).contains(maxResults) { return "maxResults is \(maxResults), and only 1 to \(limit) are allowed" }
        if let nextToken, nextToken.utf16.count > ServiceLimits.tokenLength {
            return "the nextToken is longer than \(ServiceLimits.tokenLength.grouped) characters"
        }
        return nil
    }

    static func arn(_ text: String) -> String? {
        Identifiers.isScanConfigurationArn(text) ? nil : "'\(text)' is not the ARN of a scan configuration"
    }

    static func batch(_ requests: [Association]) -> String? {
        guard (1...ServiceLimits.batchSize).contains(requests.count) else {
            return "it has \(requests.count) items, and only 1 to \(ServiceLimits.batchSize) are allowed"
        }
        return Set(requests.map(\.scanConfigurationArn)).sorted().lazy.compactMap(arn).first ?? requests.lazy.compactMap(project).first
    }

    private static func project(_ request: Association) -> String? {
        guard let id = request.resource.projectId else { return "only projects can be named in it" }
        return Identifiers.isProjectId(id) ? nil : "'\(id)' is not a project's id"
    }
}
