internal import Crypto
internal import FoundationEssentials

/// The third step of Signature Version 4: a key that is good for one day, region and service only.
package struct SigningKey: Sendable {
    private let key: SymmetricKey

    /// Derives the key from the secret access key, one HMAC-SHA256 for each part of the scope.
    package init(secretAccessKey: String, scope: CredentialScope) {
        let seed = SymmetricKey(data: Data("AWS4\(secretAccessKey)".utf8))
        key = [scope.day, scope.region, scope.service, "aws4_request"].reduce(seed) { key, part in
            SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data(part.utf8), using: key))
        }
    }

    /// The fourth step: the signature of a string, in lower-case hexadecimal.
    package func signature(of string: StringToSign) -> String {
        Hex.encode(HMAC<SHA256>.authenticationCode(for: Array(string.text.utf8), using: key))
    }
}
