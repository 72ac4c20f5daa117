/// A source of credentials to sign with.
package protocol CredentialProvider: Sendable {
    /// Credentials for one call, refreshed when they are about to expire.
    /// - Throws: ``CredentialError/notFound(profile:lookedAt:)`` when the source turns out not to exist; any other error is final.
    func credentials() async throws(CredentialError) -> Credentials

    /// Drops cached credentials, so that the next call asks the source again (after `aws sso login`, for one).
    func invalidate() async

    /// Names the account, twelve digits, for which calls are to be signed, where that is not known yet.
    func expect(account: String) async
}

extension CredentialProvider {
    /// Does nothing: most providers cache nothing.
    package func invalidate() async {}

    /// Does nothing: most providers sign for any account.
    package func expect(account: String) async {}
}

/// Asks a person for the code that a multi-factor device shows.
package protocol MFAPrompt: Sendable {
    /// The six digits that the device shows.
    /// - Parameters:
    ///   - serial: the device's serial number or ARN, as the profile has it.
    ///   - profile: the profile that needs it.
    /// - Throws: ``CredentialError/mfaCancelled(profile:serial:)`` when the person declines.
    func code(for serial: String, profile: String) async throws(CredentialError) -> String
}
