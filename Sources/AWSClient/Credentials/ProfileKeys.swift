/// Static keys in one of the shared files.
struct ProfileKeys: Sendable {
    let profile: String
    let section: SharedFileSection
    /// The file, as shown to a reader.
    let path: String

    /// The profile's keys; nil when neither half of the pair is there.
    func credentials() throws(CredentialError) -> Credentials? {
        let names = (key: "aws_access_key_id", secret: "aws_secret_access_key")
        switch (value(names.key), value(names.secret)) {
        case (nil, nil): return nil
        case (let key?, nil): throw .incomplete(missing: names.secret, present: names.key, origin: key.origin, profile: profile)
        case (nil, let secret?): throw .incomplete(missing: names.key, present: names.secret, origin: secret.origin, profile: profile)
        case (let key?, let secret?):
            let token = value("aws_security_token") ?? value("aws_session_token")
            try HeaderText.check(key.value, subject("The access key id", key.origin))
            try HeaderText.check(token?.value, subject("The session token", token?.origin ?? key.origin))
            return Credentials(
                accessKeyId: key.value, secretAccessKey: secret.value, sessionToken: token?.value,
                source: "profile \(profile) in \(path)")
        }
    }

    private func subject(_ what: String, _ origin: Origin) -> String { "\(what) of profile \(profile) (\(origin.phrase))" }

    private func value(_ name: String) -> Sourced<String>? {
        section[name].flatMap { $0.value.isEmpty ? nil : $0 }
    }
}
