package import AWSClient

/// Why a listing could not be followed to its end.
package enum ListingError: Error, Equatable, Sendable {
    /// A page could not be had.
    case call(CallError)
    /// The service gave a `nextToken` it had given before: the listing would never end.
    case repeatedToken(operation: String)
}
