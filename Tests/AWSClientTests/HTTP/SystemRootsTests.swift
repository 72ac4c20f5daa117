import Testing

@testable import AWSClient

@Suite struct SystemRootsTests {
    /// Each file alone is what a distribution has; of several, the library's own choice comes first.
    @Test(
        arguments: [
            (["/etc/ssl/certs/ca-certificates.crt"], nil), (["/etc/pki/tls/certs/ca-bundle.crt"], nil),
            (["/etc/ssl/ca-bundle.pem"], "/etc/ssl/ca-bundle.pem"), (["/etc/ssl/cert.pem"], "/etc/ssl/cert.pem"),
            (["/etc/ssl/cert.pem", "/etc/ssl/certs/ca-certificates.crt"], nil), ([], nil),
        ] as [([String], String?)])
    func areFoundWhereADistributionKeepsThem(present: [String], named: String?) {
        #expect(SystemRoots.choice(isReadable: present.contains) == named)
    }
}
