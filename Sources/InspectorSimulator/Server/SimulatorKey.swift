/// One set of credentials and whose it is. Made up; it opens nothing but the simulator.
package struct SimulatorKey: Equatable, Sendable {
    /// The access key id.
    package var accessKeyId: String
    /// The secret that belongs to it.
    package var secretAccessKey: String
    /// The session token that has to come with it; nil for long-term keys.
    package var sessionToken: String?
    /// The account it signs for, twelve digits.
    package var accountId: String
    /// The user, or the role when there is a session token.
    package var userName: String

    /// A key.
    package init(
        accessKeyId: String, secretAccessKey: String, sessionToken: String? = nil, accountId: String, userName: String = "OpsAdmin"
    ) {
        self.accessKeyId = accessKeyId
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.accountId = accountId
        self.userName = userName
    }

    /// The ARN that `GetCallerIdentity` answers: a role when there is a session token, a user otherwise.
    package func callerArn(partition: String) -> String {
        sessionToken == nil
            ? "arn:\(partition):iam::\(accountId):user/\(userName)" : "arn:\(partition):sts::\(accountId):assumed-role/\(userName)/operator"
    }

    /// The section of a shared credentials file that holds the key.
    package func profile(_ name: String = "default") -> String {
        let token = sessionToken.map { "aws_session_token = \($0)\n" } ?? ""
        return "[\(name)]\naws_access_key_id = \(accessKeyId)\naws_secret_access_key = \(secretAccessKey)\n\(token)"
    }
}

/// The keys that may sign for an account, by access key id.
struct Keyring: Sendable {
    private let keys: [String: SimulatorKey]

    /// The keys of `options`; of two with the same id the first one counts.
    init(_ options: SimulatorOptions) {
        keys = Dictionary(([options.key] + options.furtherKeys).map { ($0.accessKeyId, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The key with this id.
    subscript(accessKeyId: String?) -> SimulatorKey? { accessKeyId.flatMap { keys[$0] } }

    /// A key of the account.
    func key(ofAccount id: String) -> SimulatorKey? {
        keys.values.filter { $0.accountId == id }.min { $0.accessKeyId < $1.accessKeyId }
    }
}
