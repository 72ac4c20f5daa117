/// The numbers of the Inspector2 service model and its quotas.
package enum ServiceLimits {
    /// Items in one batch call.
    package static let batchSize = 25
    /// `maxResults` of the two listings of code security, at most.
    package static let pageSize = 100
    /// `maxResults` of `ListCoverage`, at most.
    package static let coveragePageSize = 200
    /// General configurations of an account.
    package static let configurations = 500
    /// Projects of a configuration.
    package static let projects = 100_000
    /// Characters of a `nextToken`, at most.
    package static let tokenLength = 1_000_000
}
