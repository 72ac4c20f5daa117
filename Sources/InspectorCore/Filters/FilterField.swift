/// A field that a filter names, such as `reason` in `reason:ACCESS_DENIED`: the one table that the parser, completion, help, manual and README
/// are made from.
package enum FilterField: String, CaseIterable, Hashable, Sendable {
    case name, id
    case configuration = "config"
    case scan, reason, scanned
    case membership = "in"
    case provider, visibility, account, integration, region, profile, status

    /// What can follow the field.
    package enum Form: Hashable, Sendable {
        /// `:` and a text.
        case text
        /// `:`, `>` or `<` and a count.
        case count
        /// `>` or `<` and an age, or `:never`.
        case age
    }

    /// What can follow this field.
    package var form: Form {
        switch self {
        case .name, .id, .configuration, .status, .scan, .reason, .provider, .visibility, .account, .integration, .region, .profile:
            .text
        case .membership: .count
        case .scanned: .age
        }
    }

    /// Whether a text is found only where a word of the field begins: `scan:active` is not about `INACTIVE`.
    package var findsWordStarts: Bool {
        switch self {
        case .scan, .reason, .provider, .visibility, .account, .region, .status: true
        case .name, .id, .configuration, .integration, .profile, .membership, .scanned: false
        }
    }

    /// Terms that show how the field is written.
    package var examples: [String] {
        switch self {
        case .name: ["name:ledger"]
        case .id: ["id:3f2a"]
        case .configuration: ["config:nightly"]
        case .scan: ["scan:ok", "scan:inactive"]
        case .reason: ["reason:ACCESS_DENIED"]
        case .scanned: ["scanned>90d", "scanned<7d", "scanned:never"]
        case .membership: ["in:1", "in>1", "in<3"]
        case .provider: ["provider:GITHUB"]
        case .visibility: ["visibility:PUBLIC"]
        case .account: ["account:123456789012"]
        case .integration: ["integration:3f2a"]
        case .region: ["region:eu-west-1"]
        case .profile: ["profile:payments"]
        case .status: ["status:ACCESS_DENIED"]
        }
    }

    /// What the field asks about, in a few words.
    package var meaning: String {
        switch self {
        case .name: "the repository's name"
        case .id: "the project's ID"
        case .configuration: "the scan configuration's name or ARN"
        case .scan: "the scan state: a word of the SCAN column, or active and inactive"
        case .reason: "the service's reason for that state, matched from the start of a word"
        case .scanned: "the age of the last scan in h, d, w, mo or y; a project never scanned matches only scanned:never"
        case .membership: "the number of scan configurations that have the project"
        case .provider: "the provider that hosts the repository"
        case .visibility: "PUBLIC or PRIVATE"
        case .account: "the account that owns the repository"
        case .integration: "the ARN of the integration that connects the repository"
        case .region: "the session's region, among several sessions"
        case .profile: "the session's profile, among several sessions"
        case .status: "what happened to the association in this session"
        }
    }
}

/// A word that stands for a condition; in quotes it is looked for like any other word.
package enum FilterFlag: String, CaseIterable, Hashable, Sendable {
    case failed, marked

    /// What the flag shows, in a few words.
    package var meaning: String {
        switch self {
        case .failed: "what failed in this session"
        case .marked: "what is marked"
        }
    }
}

/// What a filter chooses from: not every field says something of everything.
package enum FilterPlace: CaseIterable, Hashable, Sendable {
    /// A list of associations.
    case associations
    /// The list of configurations.
    case configurations
    /// A list of associations of several sessions.
    case associationsOfSessions
    /// The list of configurations of several sessions.
    case configurationsOfSessions
    /// A command, which has no session.
    case commandLine
}

extension FilterField {
    /// Whether the field says something here.
    package func isKnown(in place: FilterPlace) -> Bool {
        switch (place, self) {
        case (.associations, .region), (.associations, .profile): false
        case (.associations, _), (.configurations, .configuration), (.associationsOfSessions, _): true
        case (.configurationsOfSessions, .configuration), (.configurationsOfSessions, .account): true
        case (.configurationsOfSessions, .region), (.configurationsOfSessions, .profile): true
        case (.configurations, _), (.configurationsOfSessions, _): false
        case (.commandLine, _): self != .status
        }
    }
}

extension FilterFlag {
    /// Whether the flag says something here.
    package func isKnown(in place: FilterPlace) -> Bool { place != .commandLine }
}
