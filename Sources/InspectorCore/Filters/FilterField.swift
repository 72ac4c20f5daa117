/// A field that a filter names, such as `scan` in `scan:ACCESS_DENIED`: the one table that the parser, completion, help, man page and README
/// are made from.
package enum FilterField: String, CaseIterable, Hashable, Sendable {
    case name, id
    case configuration = "config"
    case status, scan, reason, provider, visibility, account, integration
    case membership = "in"
    case scanned

    /// What can follow the field.
    package enum Form: Hashable, Sendable {
        /// `:` and a text that the field contains.
        case text
        /// `:`, `>` or `<` and a count.
        case count
        /// `>` or `<` and an age, or `:never`.
        case age
    }

    /// What can follow this field.
    package var form: Form {
        switch self {
        case .name, .id, .configuration, .status, .scan, .reason, .provider, .visibility, .account, .integration: .text
        case .membership: .count
        case .scanned: .age
        }
    }

    /// Terms that show how the field is written.
    package var examples: [String] {
        switch self {
        case .name: ["name:ledger"]
        case .id: ["id:3f2a"]
        case .configuration: ["config:nightly"]
        case .status: ["status:ACCESS_DENIED"]
        case .scan: ["scan:FAILED"]
        case .reason: ["reason:NO_CODE_FOUND"]
        case .provider: ["provider:GITHUB"]
        case .visibility: ["visibility:PUBLIC"]
        case .account: ["account:123456789012"]
        case .integration: ["integration:corp-github"]
        case .membership: ["in:1", "in>1"]
        case .scanned: ["scanned>90d", "scanned<7d", "scanned:never"]
        }
    }

    /// What the field holds, in a few words.
    package var meaning: String {
        switch self {
        case .name: "the repository's name"
        case .id: "the project's id"
        case .configuration: "the scan configuration's name or ARN"
        case .status: "what happened to the association in this session"
        case .scan: "the status of the last scan"
        case .reason: "the reason for that status"
        case .provider: "the source code provider"
        case .visibility: "PUBLIC or PRIVATE"
        case .account: "the account that owns the project"
        case .integration: "the integration that connects the repository"
        case .membership: "the number of scan configurations that the project is associated with"
        case .scanned: "the time since the last scan, in h, d, w, mo or y"
        }
    }
}

/// A word that stands for a condition; in quotes it is searched for like any other word.
package enum FilterFlag: String, CaseIterable, Hashable, Sendable {
    case failed, marked

    /// What the flag shows, in a few words.
    package var meaning: String {
        switch self {
        case .failed: "associations that failed in this session"
        case .marked: "marked associations"
        }
    }
}
