internal import FoundationEssentials

/// Who STS says the caller is.
package struct CallerIdentity: Equatable, Sendable {
    /// The account, 12 digits.
    package let account: String
    /// The ARN of the user or assumed role.
    package let arn: String
    /// The unique id of the user or role session.
    package let userId: String

    /// An identity as ``ServiceClient/callerIdentity()`` finds it.
    package init(account: String, arn: String, userId: String) {
        self.account = account
        self.arn = arn
        self.userId = userId
    }

    /// Reads the reply of `GetCallerIdentity`; nil when account or ARN are missing.
    init?(xml: [UInt8]) {
        guard let fields = XMLFields(xml), let account = fields.first("Account"), let arn = fields.first("Arn") else { return nil }
        self.init(account: account, arn: arn, userId: fields.first("UserId") ?? "")
    }
}

/// Requests to STS in the query protocol.
enum STSRequest {
    /// A form-encoded POST of one action (API version 2011-06-15).
    static func make(_ action: String, _ parameters: [(String, String)] = []) -> OperationRequest {
        let form = [("Action", action), ("Version", "2011-06-15")] + parameters
        let body = form.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
        return OperationRequest(
            name: action, path: "/", body: Array(body.utf8), contentType: "application/x-www-form-urlencoded; charset=utf-8",
            secrets: parameters.filter { ["WebIdentityToken", "TokenCode"].contains($0.0) }.map(\.1))
    }
}

/// The reply of `AssumeRole` and `AssumeRoleWithWebIdentity`.
enum STSReply {
    /// The credentials of the reply; key and secret have to be there.
    static func credentials(_ body: [UInt8], source: String) throws(CredentialError) -> Credentials {
        guard let fields = XMLFields(body), let key = fields.first("AccessKeyId"), let secret = fields.first("SecretAccessKey") else {
            throw .malformedResponse(source: source, problem: "STS answered without credentials")
        }
        let token = fields.first("SessionToken")
        try HeaderText.check(key, "AccessKeyId from \(source)")
        try HeaderText.check(token, "SessionToken from \(source)")
        return Credentials(
            accessKeyId: key, secretAccessKey: secret, sessionToken: token,
            expiration: fields.first("Expiration").flatMap(WireDate.parse), source: source)
    }
}
