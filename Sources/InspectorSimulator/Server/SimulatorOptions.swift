/// What is simulated, and which credentials are accepted.
package struct SimulatorOptions: Sendable {
    /// Decides ids, names, refusals and faults: the same seed gives the same account.
    package var seed: UInt64
    /// Twelve digits.
    package var accountId = "123456789012"
    /// The region that signatures have to name.
    package var region = "us-east-1"
    /// The port on 127.0.0.1; 0 lets the system choose.
    package var port = 0
    /// How many scan configurations there are.
    package var configurations: Int
    /// Projects of the account (believable), or of each configuration (uniform).
    package var projects: Int
    /// How many neighbouring configurations share their projects (uniform).
    package var sharing = 4
    /// How long each call takes before it is looked at.
    package var latency: Duration = .zero
    /// Inspector2 calls a second before `ThrottlingException`; nil is no limit.
    package var rate: Double?
    /// How many calls may come at once under ``rate``; nil is one second's worth.
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
    /// Accounts besides the first one.
    package var furtherAccounts: [SimulatorAccount] = []
    /// Keys besides the first one, of any of the accounts.
    package var furtherKeys: [SimulatorKey] = []
    /// How the accounts are filled.
    package var population: PopulationStyle

    /// An account: believable with ten configurations and nine hundred projects when no numbers are given, uniform otherwise.
    package init(seed: UInt64 = 1, configurations: Int? = nil, projects: Int? = nil, population: PopulationStyle? = nil) {
        let style = population ?? (configurations == nil && projects == nil ? .believable : .uniform)
        self.seed = seed
        self.configurations = configurations ?? 10
        self.projects = projects ?? (style == .believable ? 900 : 100)
        self.population = style
    }

    /// The partition that ``region`` belongs to, as it stands in ARNs.
    var partition: String {
        if region.hasPrefix("cn-") { return "aws-cn" }
        return region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
