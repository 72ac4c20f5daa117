package import AWSClient

/// Why a listing could not be followed to its end.
package enum ListingError: Error, Equatable, Sendable {
    /// How a listing shows that it never ends.
    package enum Endlessness: Hashable, Sendable {
        /// So many pages in a row brought nothing new.
        case barrenPages(Int)
        /// More rows came than this, many times what the service allows.
        case rows(Int)
    }

    /// A page could not be had.
    case call(CallError)
    /// No new page came for so many seconds, for the service asked to slow down each time.
    case stalled(seconds: Int, CallError)
    /// The service gave a `nextToken` it had given before: the listing would never end.
    case repeatedToken(operation: String)
    /// The tokens are new each time, and the listing does not end.
    case endless(operation: String, Endlessness)
    /// Rows do not say which project they are about, or what its name is, so that not everything about every project is known.
    case unmatchedRows(operation: String, rows: Int)

    /// Whether the credentials are another account's, or that could not be ruled out.
    package var isOtherAccount: Bool {
        if case .call(let error) = self { error.otherAccount != nil } else { false }
    }
}
