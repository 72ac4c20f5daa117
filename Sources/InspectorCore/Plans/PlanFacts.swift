/// What is known of an account when a plan is made; an empty value knows nothing.
package struct PlanFacts: Sendable {
    /// The account, twelve digits.
    package var account: String?
    /// The region the calls go to.
    package var region: String
    /// The caller's ARN.
    package var caller: String?
    /// The listed configurations by ARN.
    package var configurations: [String: ScanConfiguration]
    /// How many configurations each project is associated with, by project id.
    package var configurationCounts: [String: Int]
    /// Whether every page of every listing arrived.
    package var isComplete: Bool
    /// Names of configurations whose listing has rows that match no project.
    package var unmatchedListings: [String]
    /// Associations that are as the run would make them, and are proven to be so.
    package var alreadyDone: Set<Association>
    /// Whether repository names could be listed.
    package var namesKnown: Bool
    /// Targets that the current filter hides.
    package var hiddenByFilter: Int

    /// Facts; what is left out is not known.
    package init(
        account: String? = nil, region: String, caller: String? = nil, configurations: [String: ScanConfiguration] = [:],
        configurationCounts: [String: Int] = [:], isComplete: Bool = false, unmatchedListings: [String] = [],
        alreadyDone: Set<Association> = [], namesKnown: Bool = true, hiddenByFilter: Int = 0
    ) {
        self.account = account
        self.region = region
        self.caller = caller
        self.configurations = configurations
        self.configurationCounts = configurationCounts
        self.isComplete = isComplete
        self.unmatchedListings = unmatchedListings
        self.alreadyDone = alreadyDone
        self.namesKnown = namesKnown
        self.hiddenByFilter = hiddenByFilter
    }
}
