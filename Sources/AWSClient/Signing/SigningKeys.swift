internal import Synchronization

/// Keeps the last signing key: the same one serves all day, and to derive it costs more than the signature itself.
package final class SigningKeys: Sendable {
    private let last = Mutex<Derived?>(nil)

    /// A key with what it was derived from.
    private struct Derived {
        let secretAccessKey: String
        let scope: CredentialScope
        let key: SigningKey
    }

    /// Keeps none yet.
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
