internal import Crypto
package import FoundationEssentials
internal import Synchronization

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

/// Keeps the last signing key: the same one serves all day, and to derive it costs more than the signature itself.
package final class SigningKeys: Sendable {
    private let last = Mutex<Derived?>(nil)

    /// A key with what it was derived from.
    private struct Derived {
        let secretAccessKey: String
        let scope: CredentialScope
        let key: SigningKey
    }

    /// An empty cache.
    package init() {}

    /// The key of a scope.
    package func key(secretAccessKey: String, scope: CredentialScope) -> SigningKey {
        last.withLock { last in
            if let last, last.scope == scope, last.secretAccessKey == secretAccessKey { return last.key }
            let key = SigningKey(secretAccessKey: secretAccessKey, scope: scope)
            last = Derived(secretAccessKey: secretAccessKey, scope: scope, key: key)
            return key
        }
    }
}

/// Where and when a signature counts: `20150830/us-east-1/service/aws4_request`.
package struct CredentialScope: Equatable, Sendable, CustomStringConvertible {
    /// The day in UTC, `20150830`.
    package let day: String
    /// The region that is called.
    package let region: String
    /// The signing name of the service.
    package let service: String

    /// The scope of a signature made at a date.
    package init(date: Date, region: String, service: String) {
        self.init(day: WireDate.day(date), region: region, service: service)
    }

    /// A scope read from elsewhere.
    package init(day: String, region: String, service: String) {
        self.day = day
        self.region = region
        self.service = service
    }

    /// The scope as it stands in the credential and in the string to sign.
    package var description: String { "\(day)/\(region)/\(service)/aws4_request" }
}
