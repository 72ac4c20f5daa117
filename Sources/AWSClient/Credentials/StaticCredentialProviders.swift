internal import FoundationEssentials

/// Credentials that the caller has already.
package struct StaticCredentialProvider: CredentialProvider {
    private let fixed: Credentials

    /// Always gives these credentials.
    package init(_ credentials: Credentials) {
        fixed = credentials
    }

    /// The given credentials, expired or not.
    package func credentials() async throws(CredentialError) -> Credentials { fixed }
}

/// Credentials from `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
struct EnvironmentCredentialProvider: CredentialProvider {
    let environment: Environment

    private static let (key, secret) = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    /// The variables that may hold the session token; the first wins.
    private static let tokens = ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"]

    func credentials() async throws(CredentialError) -> Credentials {
        guard let key = environment[Self.key], let secret = environment[Self.secret] else {
            throw .incomplete(missing: Self.secret, present: Self.key, origin: .variable(Self.key), profile: nil)
        }
        try HeaderText.check(key, Self.key)
        for name in Self.tokens { try HeaderText.check(environment[name], name) }
        return Credentials(
            accessKeyId: key, secretAccessKey: secret, sessionToken: Self.tokens.lazy.compactMap { environment[$0] }.first,
            expiration: try expiration(), source: "environment")
    }

    private func expiration() throws(CredentialError) -> Date? {
        let name = "AWS_CREDENTIAL_EXPIRATION"
        guard let text = environment[name] else { return nil }
        guard let date = WireDate.parse(text) else {
            throw .invalidConfiguration(problem: "\(name) is \"\(text)\", which is no time", origin: .variable(name), profile: nil)
        }
        return date
    }
}

/// A profile's section of one shared file, with an access key id in it.
struct ProfileKeys: Sendable {
    let profile: String
    let section: SharedFileSection
    /// The file, as shown to a reader.
    let path: String

    let keyId: Sourced<String>

    /// nil when the file has no such profile, or no access key id in it.
    init?(_ profile: String, in file: SharedFile, at path: String) {
        guard let section = file.profiles[profile], let keyId = section["aws_access_key_id"], !keyId.value.isEmpty else { return nil }
        (self.profile, self.section, self.path, self.keyId) = (profile, section, path, keyId)
    }

    fileprivate func value(_ name: String) -> Sourced<String>? {
        section[name].flatMap { $0.value.isEmpty ? nil : $0 }
    }
}

/// Credentials from `aws_access_key_id`, `aws_secret_access_key` and `aws_session_token` of a profile.
struct ProfileCredentialProvider: CredentialProvider {
    let keys: ProfileKeys

    func credentials() async throws(CredentialError) -> Credentials {
        let key = keys.keyId
        guard let secret = keys.value("aws_secret_access_key") else {
            throw .incomplete(
                missing: "aws_secret_access_key", present: "aws_access_key_id", origin: key.origin, profile: keys.profile)
        }
        let token = keys.value("aws_security_token") ?? keys.value("aws_session_token")
        try HeaderText.check(key.value, subject("The access key id", key.origin))
        try HeaderText.check(token?.value, subject("The session token", token?.origin ?? key.origin))
        return Credentials(
            accessKeyId: key.value, secretAccessKey: secret.value, sessionToken: token?.value,
            source: "profile \(keys.profile) in \(keys.path)")
    }

    private func subject(_ what: String, _ origin: Origin) -> String { "\(what) of profile \(keys.profile) (\(origin.phrase))" }
}
