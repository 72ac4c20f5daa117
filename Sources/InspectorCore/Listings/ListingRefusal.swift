import AWSClient
import TextSafety

/// Why nothing could be listed, as far as it decides what to do next.
package enum ListingRefusal: Hashable, Sendable {
    /// The credentials are missing or have expired.
    case signedOut
    /// The caller lacks a permission.
    case denied
    /// The account has not enabled the service in the region.
    case notEnabled
    /// Anything else.
    case other

    /// The refusal in a word or two.
    package var words: String {
        switch self {
        case .signedOut: "signed out"
        case .denied: "denied"
        case .notEnabled: "not enabled here"
        case .other: "failed"
        }
    }
}

extension ListingError {
    /// What kind of refusal it is.
    package var refusal: ListingRefusal {
        let call: CallError
        switch self {
        case .call(let error), .stalled(_, let error): call = error
        case .repeatedToken, .endless, .unmatchedRows: return .other
        }
        switch call.cause {
        case .credentials: return call.otherAccount == nil ? .signedOut : .other
        case .service(let error):
            if error.isExpiredCredentials || error.isSignatureRefused { return .signedOut }
            return error.isNotEnabled ? .notEnabled : error.isAccessDenied ? .denied : .other
        case .settings, .transport, .unexpectedResponse, .cancelled, .invalidRequest: return .other
        }
    }
}
