internal import Crypto
internal import FoundationEssentials

/// A P-256 key in the form in which AWS CLI version 2 keeps it: `EC PRIVATE KEY`.
///
/// Source: RFC 5915, section 3; RFC 7468.
enum SEC1Key {
    static func pem(_ key: P256.Signing.PrivateKey) -> String {
        let text = Array(Data(der(key)).base64EncodedString())
        let lines = stride(from: 0, to: text.count, by: 64).map { String(text[$0..<min($0 + 64, text.count)]) }
        return "-----BEGIN EC PRIVATE KEY-----\n\(lines.joined(separator: "\n"))\n-----END EC PRIVATE KEY-----\n"
    }

    /// Version, private key, the curve's identifier (prime256v1) and the public key, in DER.
    private static func der(_ key: P256.Signing.PrivateKey) -> [UInt8] {
        [0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20] + key.rawRepresentation
            + [0xA0, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0xA1, 0x44, 0x03, 0x42, 0x00]
            + key.publicKey.x963Representation
    }
}
