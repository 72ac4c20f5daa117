internal import Glibc
internal import NIOSSL

/// The certificates that this machine trusts.
enum SystemRoots {
    /// Where Debian and Fedora keep them; NIOSSL looks there by itself.
    private static let usual = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]
    /// Where SUSE and Alpine keep them.
    private static let others = ["/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"]

    /// What certificates of servers are checked against when no bundle is named.
    static var trusted: NIOSSLTrustRoots {
        choice(isReadable: { access($0, R_OK) == 0 }).map { .file($0) } ?? .default
    }

    /// Whether none of the usual places holds certificates, so that no server can be trusted.
    static var areMissing: Bool {
        (files + ["/etc/ssl/certs"]).allSatisfy { access($0, R_OK) != 0 }
    }

    /// The files, in the order they are tried.
    static var files: [String] { usual + others }

    /// The file to name; `nil` where NIOSSL finds the certificates itself, or nobody does.
    static func choice(isReadable: (String) -> Bool) -> String? {
        usual.contains(where: isReadable) ? nil : others.first(where: isReadable)
    }
}
