/// A source of credentials that are good to sign with now.
package protocol CredentialProvider: Sendable {
    /// Credentials for one call; refreshed when they are about to end.
    func credentials() async throws(CredentialError) -> Credentials

    /// Forgets what is kept, so that the next call asks the source again (after `aws sso login`, say).
    func invalidate() async

    /// Tells for which account calls are signed, twelve digits, where that is not known yet.
    func expect(account: String) async
}

extension CredentialProvider {
    /// A provider that keeps nothing has nothing to forget.
    package func invalidate() async {}

    /// A provider that knows no accounts takes any.
    package func expect(account: String) async {}
}

/// Credentials that were given and never change.
package struct StaticCredentialProvider: CredentialProvider {
    private let fixed: Credentials

    /// Always gives these credentials.
    package init(_ credentials: Credentials) {
        fixed = credentials
    }

    /// The given credentials.
    package func credentials() async throws(CredentialError) -> Credentials { fixed }
}
