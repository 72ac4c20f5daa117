package import FoundationEssentials
internal import HTTPTypes

/// One set of AWS credentials. Printing, dumping or interpolating it shows the end of the access key id and nothing else.
package struct Credentials: Equatable, Sendable {
    /// The public half of the key pair; requests carry it.
    package let accessKeyId: String
    /// The secret half of the key pair; never sent, logged or shown.
    package let secretAccessKey: String
    /// The session token of temporary credentials.
    package let sessionToken: String?
    /// When temporary credentials expire; nil for those that do not, or do not say so.
    package let expiration: Date?
    /// Where they came from, in words: "environment", "profile payroll in ~/.aws/credentials".
    package let source: String

    /// Credentials of which nothing is checked yet; an empty session token is none.
    package init(accessKeyId: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Date? = nil, source: String) {
        self.accessKeyId = accessKeyId
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken.flatMap { $0.isEmpty ? nil : $0 }
        self.expiration = expiration
        self.source = source
    }

    /// Whether these sign as `other` would; where they came from and when they end makes no difference.
    func signsLike(_ other: Credentials?) -> Bool {
        accessKeyId == other?.accessKeyId && secretAccessKey == other?.secretAccessKey && sessionToken == other?.sessionToken
    }

    /// The part that no header can carry as it is (RFC 9110, 5.5), as a phrase; nil when both can travel.
    var unwritable: String? {
        if !HTTPField.isValidValue(accessKeyId) { return "the access key id" }
        return sessionToken.map(HTTPField.isValidValue) ?? true ? nil : "the session token"
    }

    /// The last four characters of the access key id: enough to tell keys apart, nothing to steal.
    package var keySuffix: String { "…" + accessKeyId.suffix(4) }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The end of the key id, and the source.
    package var description: String { "credentials \(keySuffix) (\(source))" }
    /// The same as ``description``.
    package var debugDescription: String { description }
    /// Only what ``description`` shows.
    package var customMirror: Mirror { Mirror(self, children: ["keySuffix": keySuffix, "source": source]) }
}

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
