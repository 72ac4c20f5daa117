internal import NIOSSL

/// Says in words why there is no TLS connection.
enum TLSProblem {
    /// Whether the endpoint speaks no TLS, or none that is accepted here; its certificate then plays no part.
    static func isAboutProtocol(_ error: any Error) -> Bool {
        protocolWords("\(error)") != nil
    }

    /// By the names that BoringSSL gives its errors.
    private static func protocolWords(_ text: String) -> String? {
        if ["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "INVALID_SSL_RECORD"].contains(where: text.contains) {
            return "it answers in plain HTTP or another protocol; where that is meant, write http://"
        }
        if ["UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION"].contains(where: text.contains) { return "it offers no TLS 1.2 or later" }
        return nil
    }

    /// The middle of a sentence; falls back on the library's own words.
    static func words(for error: any Error) -> String {
        if (error as? NIOSSLExtraError) == .failedToValidateHostname { return "the certificate is for another host name" }
        let text = "\(error)"
        if let problem = protocolWords(text) { return problem }
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return "the certificate is not signed by a trusted authority, or is out of date" }
        return Excerpt.cleaned(Array(text.utf8))
    }
}
