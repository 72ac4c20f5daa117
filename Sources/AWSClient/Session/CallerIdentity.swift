/// Who the service takes the caller for.
package struct CallerIdentity: Equatable, Sendable {
    /// The account, 12 digits.
    package let account: String
    /// The ARN of user or assumed role.
    package let arn: String
    /// The unique id of user or role session.
    package let userId: String

    /// One identity.
    package init(account: String, arn: String, userId: String) {
        self.account = account
        self.arn = arn
        self.userId = userId
    }

    /// Reads the reply of `GetCallerIdentity`; nil when it is none.
    init?(xml: [UInt8]) {
        guard let fields = XMLFields(xml), let account = fields.first("Account"), let arn = fields.first("Arn") else { return nil }
        self.init(account: account, arn: arn, userId: fields.first("UserId") ?? "")
    }
}
