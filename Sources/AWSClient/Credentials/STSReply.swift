internal import FoundationEssentials

/// The reply of `AssumeRole` and `AssumeRoleWithWebIdentity`.
enum STSReply {
    /// The credentials in it.
    static func credentials(_ body: [UInt8], source: String) throws(CredentialError) -> Credentials {
        guard let fields = XMLFields(body), let key = fields.first("AccessKeyId"), let secret = fields.first("SecretAccessKey") else {
            throw .malformedReply(source: source, problem: "STS answered without credentials")
        }
        let token = fields.first("SessionToken")
        try HeaderText.check(key, "AccessKeyId from \(source)")
        try HeaderText.check(token, "SessionToken from \(source)")
        return Credentials(
            accessKeyId: key, secretAccessKey: secret, sessionToken: token,
            expiration: fields.first("Expiration").flatMap(WireDate.parseISO8601), source: source)
    }
}
