internal import AWSClient
internal import Crypto

/// What tells whether two files are the same.
package enum FileDigest {
    /// SHA-256 in 64 hexadecimal digits, as `sha256sum` prints it.
    package static func sha256(_ bytes: [UInt8]) -> String {
        let digits = SHA256.hash(data: bytes).flatMap { [Hex.digit($0 >> 4), Hex.digit($0 & 15)] }
        return String(decoding: digits, as: UTF8.self)
    }
}
