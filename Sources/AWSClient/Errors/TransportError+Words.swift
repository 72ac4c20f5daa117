internal import TextSafety

extension TransportError {
    /// What happened on the way, and what to look at.
    package var sentence: String {
        let reason = detail.isEmpty ? "" : " (\(detail))"
        let words =
            switch kind {
            case .nameResolution: "the host name of \(endpoint) has no address\(reason); check region, endpoint and network."
            case .connectionRefused: "\(endpoint) cannot be reached\(reason); check endpoint, network and proxy."
            case .connectTimeout: "no connection to \(endpoint) in time\(reason); check network, proxy and --cli-connect-timeout."
            case .tlsVerification: "\(endpoint) could not prove who it is, nothing was sent\(reason); check --ca-bundle or AWS_CA_BUNDLE."
            case .tlsUnavailable: "no TLS connection to \(endpoint), nothing was sent\(reason)."
            case .readTimeout: "\(endpoint) did not answer in time\(reason); try again, or raise --cli-read-timeout."
            case .deadlineExceeded: "\(endpoint) took too long to answer\(reason); try again."
            case .connectionClosed: "\(endpoint) closed the connection before it answered\(reason); try again."
            case .proxy: "the proxy for \(endpoint) refused or cannot be reached\(reason); check HTTPS_PROXY and NO_PROXY."
            case .unwritable: "the call to \(endpoint) cannot be written\(reason), nothing was sent; check where the credentials come from."
            case .cancelled: "the call to \(endpoint) was cancelled."
            case .other: "the call to \(endpoint) failed\(reason)."
            }
        return words.terminalSafe
    }
}
