package import AWSClient

/// Why a listing could not be followed to its end.
package enum ListingError: Error, Equatable, Sendable {
    /// A page could not be had.
    case call(CallError)
    /// The service gave a `nextToken` it had given before: the listing would never end.
    case repeatedToken(operation: String)

    /// Whether the credentials are another account's, or that could not be ruled out.
    package var isOtherAccount: Bool {
        if case .call(let error) = self { error.otherAccount != nil } else { false }
    }
}
