internal import NIOSSL

/// Says in words why a certificate was not accepted.
enum TLSProblem {
    /// The middle of a sentence; falls back on the library's own words.
    static func words(for error: any Error) -> String {
        if (error as? NIOSSLExtraError) == .failedToValidateHostname { return "the certificate is for another host name" }
        let text = "\(error)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return "the certificate is not signed by a trusted authority, or is out of date" }
        return Excerpt.cleaned(Array(text.utf8))
    }
}
