import AWSClient
import InspectorCore

/// What is simulated, and which credentials are accepted.
package struct SimulatorOptions: Sendable {
    /// Decides ids, names, refusals and faults: the same seed gives the same account.
    package var seed: UInt64
    /// Twelve digits.
    package var accountId = "123456789012"
    /// The region that signatures have to name; see ``furtherRegions``.
    package var region = "us-east-1"
    /// The port on 127.0.0.1; 0 lets the system choose.
    package var port = 0
    /// How many scan configurations there are.
    package var configurations: Int
    /// Projects of the account (demo), or of each configuration (uniform).
    package var projects: Int
    /// How many neighbouring configurations share their projects (uniform).
    package var sharing = 4
    /// How many projects a configuration can have.
    package var projectLimit = ServiceLimits.projects
    /// Whether the first configuration is a default one, with scope ALL (uniform).
    package var hasDefault = false
    /// How long each call takes before it is looked at.
    package var latency: Duration = .zero
    /// Inspector2 calls a second before `ThrottlingException`; nil is no limit.
    package var rate: Double?
    /// How many calls are let through at once under ``rate``; nil is one second's worth.
    package var burst: Double?
    /// What goes wrong.
    package var faults = FaultPlan()
    /// The access key id that is accepted.
    package var accessKeyId = "AKIASCANCONFIGLOCAL0"
    /// The secret that belongs to it. Made up; it opens nothing.
    package var secretAccessKey = "made-up/secret+of-the-local-simulator"
    /// The session token that has to come with it; nil for long-term keys.
    package var sessionToken: String?
    /// The session token of a role's credentials, which is accepted as well. Made up; it opens nothing.
    package static let roleSessionToken = "made-up-session-of-the-local-simulator"
    /// Regions besides the first one, in which every account has configurations and projects of its own.
    package var furtherRegions: [String] = []
    /// Accounts besides the first one.
    package var furtherAccounts: [SimulatorAccount] = []
    /// Keys besides the first one, of any of the accounts.
    package var furtherKeys: [SimulatorKey] = []
    /// How the accounts are filled.
    package var population: PopulationStyle

    /// An account: the demo's with ten configurations and nine hundred projects when no numbers are given, uniform otherwise.
    package init(seed: UInt64 = 1, configurations: Int? = nil, projects: Int? = nil, population: PopulationStyle? = nil) {
        let style = population ?? (configurations == nil && projects == nil ? .demo : .uniform)
        self.seed = seed
        self.configurations = configurations ?? 10
        self.projects = projects ?? (style == .demo ? 900 : 100)
        self.population = style
    }

    /// The partition that ``region`` belongs to, as it stands in ARNs.
    var partition: String { Partition.of(region: region).id }
}

extension SimulatorOptions {
    /// The key of the first account.
    package var key: SimulatorKey {
        SimulatorKey(accessKeyId: accessKeyId, secretAccessKey: secretAccessKey, sessionToken: sessionToken, accountId: accountId)
    }

    /// Adds a key; of the first account when `accountId` is nil.
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

    /// Adds accounts until there are `count`; their numbers are 210987654321 and those that follow.
    package mutating func addAccounts(upTo count: Int) {
        while furtherAccounts.count + 1 < count {
            addAccount(SimulatorAccount(String(210_987_654_321 + furtherAccounts.count)))
        }
    }

    /// Adds a key of another person to every account, so that one can plan and another one approve.
    package mutating func addColleagues() {
        for (number, account) in ([accountId] + furtherAccounts.map(\.accountId)).enumerated() {
            furtherKeys.append(
                SimulatorKey(
                    accessKeyId: "AKIASCANCONFIGSECND\(number)", secretAccessKey: "made-up/second+\(number)-of-the-local-simulator",
                    accountId: account, userName: "OpsReviewer"))
        }
    }

    /// The first key of each account besides the first one.
    var firstKeysOfFurtherAccounts: [SimulatorKey] {
        furtherAccounts.compactMap { account in furtherKeys.first { $0.accountId == account.accountId } }
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
