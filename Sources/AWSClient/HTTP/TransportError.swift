internal import TextSafety

/// Why a request brought no complete reply.
package struct TransportError: Error, Equatable, Sendable {
    /// The layer that failed, as far as it can be told.
    package enum Kind: Equatable, Sendable {
        /// The host name has no address.
        case nameResolution
        /// Nothing listens at the endpoint, or no route leads to it.
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
        /// The proxy or the certificate bundle that the call needs cannot be used; ``TransportError/detail`` is the sentence.
        case settings
        /// The credentials hold something that no header can carry.
        case unwritable
        /// The calling task was cancelled.
        case cancelled
        /// Anything else, such as a reply above the limit; ``TransportError/detail`` says what.
        case other
    }

    /// The layer that failed; retries and advice follow from it.
    package let kind: Kind
    /// Scheme, host and port that were addressed.
    package let endpoint: String
    /// The words of the layer below; may be empty.
    package let detail: String
    /// Whether the service may have acted on the request; true when that is not known.
    package let mayHaveBeenSent: Bool

    /// A failure in the words of the layer below.
    package init(kind: Kind, endpoint: String, detail: String = "", mayHaveBeenSent: Bool) {
        self.kind = kind
        self.endpoint = endpoint
        self.detail = detail
        self.mayHaveBeenSent = mayHaveBeenSent
    }

    /// Whether a time limit ran out; a retry after this costs more of the quota.
    package var isTimeout: Bool { [.connectTimeout, .readTimeout, .deadlineExceeded].contains(kind) }
}

extension TransportError: Worded {
    /// What happened on the way, and what to look at.
    package var words: String {
        let reason = detail.isEmpty ? "" : " (\(detail))"
        return switch kind {
        case .nameResolution: "the host name of \(endpoint) has no address\(reason); check region, endpoint and network."
        case .connectionRefused: "\(endpoint) cannot be reached\(reason); check endpoint, network and proxy."
        case .connectTimeout: "no connection to \(endpoint) in time\(reason); check network, proxy and --cli-connect-timeout."
        case .tlsVerification:
            "the certificate of \(endpoint) cannot be verified\(reason); nothing was sent. Check --ca-bundle or AWS_CA_BUNDLE."
        case .tlsUnavailable: "no TLS connection to \(endpoint)\(reason); nothing was sent."
        case .readTimeout: "\(endpoint) did not answer in time\(reason); try again, or raise --cli-read-timeout."
        case .deadlineExceeded: "\(endpoint) took too long to answer\(reason); try again."
        case .connectionClosed: "\(endpoint) closed the connection before it answered\(reason); try again."
        case .proxy: "the proxy for \(endpoint) refused or cannot be reached\(reason); check HTTPS_PROXY and NO_PROXY."
        case .settings: detail
        case .unwritable: "the call to \(endpoint) cannot be written\(reason); nothing was sent. Check where the credentials come from."
        case .cancelled: "the call to \(endpoint) was cancelled."
        case .other: "the call to \(endpoint) failed\(reason)."
        }
    }
}
