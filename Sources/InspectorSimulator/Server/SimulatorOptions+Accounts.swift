/// An account besides the first one.
package struct SimulatorAccount: Sendable {
    /// Twelve digits.
    package var accountId: String
    /// The account's seed; nil is that of the simulator, so that project ids and the ids in ARNs are those of the first account.
    package var seed: UInt64?
    /// How many scan configurations there are; nil is as many as in the first account.
    package var configurations: Int?
    /// Projects of the account, or of each configuration; nil is as many as in the first account.
    package var projects: Int?

    /// An account that is filled like the first one, except for what is said.
    package init(_ accountId: String, seed: UInt64? = nil, configurations: Int? = nil, projects: Int? = nil) {
        self.accountId = accountId
        self.seed = seed
        self.configurations = configurations
        self.projects = projects
    }
}

extension SimulatorOptions {
    /// The key of the first account.
    package var key: SimulatorKey {
        SimulatorKey(accessKeyId: accessKeyId, secretAccessKey: secretAccessKey, sessionToken: sessionToken, accountId: accountId)
    }

    /// Adds a key, of the first account unless told otherwise.
    @discardableResult
    package mutating func addKey(accountId: String? = nil, userName: String = "OpsAdmin", sessionToken: String? = nil) -> SimulatorKey {
        let number = furtherKeys.count + 1
        let key = SimulatorKey(
            accessKeyId: "AKIASCANCONFIGLOCAL\(number)", secretAccessKey: "made-up/secret+\(number)-of-the-local-simulator",
            sessionToken: sessionToken, accountId: accountId ?? self.accountId, userName: userName)
        furtherKeys.append(key)
        return key
    }

    /// Adds an account with a key of its own.
    @discardableResult
    package mutating func addAccount(_ account: SimulatorAccount) -> SimulatorKey {
        furtherAccounts.append(account)
        return addKey(accountId: account.accountId)
    }

    /// Adds accounts until there are so many; their numbers are 210987654321 and those that follow.
    package mutating func addAccounts(upTo count: Int) {
        while furtherAccounts.count + 1 < count {
            addAccount(SimulatorAccount(String(210_987_654_321 + furtherAccounts.count)))
        }
    }

    /// How a further account is filled.
    func filled(like account: SimulatorAccount) -> Self {
        var options = self
        options.accountId = account.accountId
        options.seed = account.seed ?? seed
        options.configurations = account.configurations ?? configurations
        options.projects = account.projects ?? projects
        return options
    }
}
