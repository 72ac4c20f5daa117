internal import NIOSSL
internal import Runtime

/// A file of PEM certificates that replaces the system's roots.
enum CertificateBundle {
    /// Makes sure that the file holds certificates. An unusable bundle is an error, never "no verification".
    static func check(_ bundle: Sourced<String>) throws(SettingsError) {
        _ = try certificates(bundle)
    }

    /// The certificates in the file, one at least.
    static func certificates(_ bundle: Sourced<String>) throws(SettingsError) -> [NIOSSLCertificate] {
        let bytes: [UInt8]
        do {
            bytes = try LocalFile.bytes(at: bundle.value)
        } catch {
            throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: error.phrase)
        }
        guard !bytes.isEmpty else { throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: "it is empty") }
        guard let found = try? NIOSSLCertificate.fromPEMBytes(bytes), !found.isEmpty else {
            throw .invalidCABundle(path: bundle.value, origin: bundle.origin, problem: "it holds no certificate in PEM form")
        }
        return found
    }
}
