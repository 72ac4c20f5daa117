/// Why a request brought no complete reply.
package struct TransportError: Error, Equatable, Sendable {
    /// What went wrong.
    package enum Kind: Equatable, Sendable {
        /// The host name has no address.
        case nameResolution
        /// Nothing listens there, or the network has no way to it.
        case connectionRefused
        /// No connection within the connect time limit.
        case connectTimeout
        /// The certificate could not be verified, or the TLS handshake failed.
        case tlsVerification
        /// The endpoint speaks no TLS, or none that is accepted here.
        case tlsUnavailable
        /// The endpoint was silent for longer than the read time limit.
        case readTimeout
        /// The reply was not complete when the time for the whole call was over.
        case deadlineExceeded
        /// The connection ended before the reply was complete.
        case connectionClosed
        /// The proxy refused, or could not be used.
        case proxy
        /// The request has something in it that HTTP cannot carry.
        case unwritable
        /// The caller went away.
        case cancelled
        /// Anything else.
        case other
    }

    /// What went wrong.
    package let kind: Kind
    /// Scheme, host and port that were addressed.
    package let endpoint: String
    /// The words of the layer below; may be empty.
    package let detail: String
    /// Whether the service may have acted on the request; true when that is not known.
    package let mayHaveBeenSent: Bool

    /// Describes one failure.
    package init(kind: Kind, endpoint: String, detail: String = "", mayHaveBeenSent: Bool) {
        self.kind = kind
        self.endpoint = endpoint
        self.detail = detail
        self.mayHaveBeenSent = mayHaveBeenSent
    }

    /// Whether a time limit ran out; a retry after this costs more of the quota.
    package var isTimeout: Bool { [.connectTimeout, .readTimeout, .deadlineExceeded].contains(kind) }
}
