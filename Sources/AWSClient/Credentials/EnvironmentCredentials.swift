internal import FoundationEssentials

/// Credentials from `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
struct EnvironmentCredentials: Sendable {
    let environment: Environment

    /// The variables that may hold the session token; the first wins.
    private static let tokens = ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"]

    /// The environment's credentials; nil when neither half of the pair is set.
    func credentials() throws(CredentialError) -> Credentials? {
        let names = (key: "AWS_ACCESS_KEY_ID", secret: "AWS_SECRET_ACCESS_KEY")
        switch (environment[names.key], environment[names.secret]) {
        case (nil, nil): return nil
        case (_?, nil): throw .incomplete(missing: names.secret, present: names.key, origin: .variable(names.key), profile: nil)
        case (nil, _?): throw .incomplete(missing: names.key, present: names.secret, origin: .variable(names.secret), profile: nil)
        case (let key?, let secret?):
            try HeaderText.check(key, names.key)
            for name in Self.tokens { try HeaderText.check(environment[name], name) }
            return Credentials(
                accessKeyId: key, secretAccessKey: secret, sessionToken: Self.tokens.lazy.compactMap { environment[$0] }.first,
                expiration: environment["AWS_CREDENTIAL_EXPIRATION"].flatMap(WireDate.parseISO8601), source: "environment")
        }
    }
}
