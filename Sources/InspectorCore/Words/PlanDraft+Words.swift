extension PlanDraft {
    /// "12 projects that would lose their last scan configuration": what the plan leaves uncovered, or may; nothing when every project
    /// keeps a configuration.
    package var uncoveredWords: String? {
        guard whole.action != .associate else { return nil }
        let (bare, unknown) = (coverage.count(of: .loses), coverage.count(of: .unknown))
        let parts =
            (bare > 0 ? ["\(bare.counted("project")) that would lose \(bare == 1 ? "its" : "their") last scan configuration"] : [])
            + (unknown > 0 ? ["\(unknown.counted("project")) that may lose \(unknown == 1 ? "its" : "their") last scan configuration"] : [])
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }

    /// What leaving out the uncovered ones did: "Left out 121 associations that would …; 59 remain."
    package func coverageKept(leavingOut targets: Int) -> String {
        "Left out \(targets.counted("association")), so that no project loses its last scan configuration; "
            + "\(count.grouped) \(count == 1 ? "remains" : "remain")."
    }
}

extension TargetRemark {
    /// The remark as it stands beside a target.
    package var words: String {
        switch self {
        case .lastConfiguration: "last configuration"
        case .coverageUnknown: "coverage unknown"
        case .organizationLevel: "organization"
        case .comesBack: "may come back"
        case .unknownConfiguration: "not listed"
        case .full: "in 4 configurations"
        case .hidden: "hidden by filter"
        }
    }
}

extension PlanCoverage.Fate {
    /// The fate as it stands beside a target; "-" for one that nobody has to hear of.
    package var remark: String {
        switch self {
        case .loses: TargetRemark.lastConfiguration.words
        case .unknown: TargetRemark.coverageUnknown.words
        case .keeps: "-"
        }
    }

    /// "121 projects lose their last configuration".
    package func words(_ count: Int) -> String {
        let isOne = count == 1
        return switch self {
        case .loses: "\(count.counted("project")) \(isOne ? "loses its" : "lose their") last scan configuration"
        case .unknown: "\(count.counted("project")) may lose \(isOne ? "its" : "their") last scan configuration: the listings do not tell"
        case .keeps: "\(count.counted("project")) \(isOne ? "keeps" : "keep") a scan configuration"
        }
    }

    /// What such projects do.
    package var verb: String {
        switch self {
        case .loses: "lose their last scan configuration"
        case .unknown: "may lose their last scan configuration"
        case .keeps: "keep a scan configuration"
        }
    }
}

extension CoverageNumber.Fact {
    /// "12 projects were scanned in the last 30 days".
    package func words(_ count: Int) -> String {
        let isOne = count == 1
        switch self {
        case .fate(let fate): return fate.words(count)
        case .scanned(.recent): return "\(count.counted("project")) \(isOne ? "was" : "were") scanned in the last 30 days"
        case .scanned(.older): return "\(count.counted("project")) \(isOne ? "was" : "were") not scanned in the last 30 days"
        case .scanned(.unknown): return "\(count.counted("project")): when \(isOne ? "it was" : "they were") last scanned is not known"
        }
    }

    /// What is so of each of such projects.
    fileprivate var verb: String {
        switch self {
        case .fate(let fate): fate.verb
        case .scanned(.recent): "were scanned in the last 30 days"
        case .scanned(.older): "were not scanned in the last 30 days"
        case .scanned(.unknown): "have no known last scan"
        }
    }
}

extension CoverageNumber {
    /// "projects that keep a scan configuration (GITHUB)": what it counts; exact, from outside.
    package var words: String {
        switch part {
        case .all: "projects that \(fact.verb)"
        case .account, .provider: "projects that \(fact.verb) (\(part.name))"
        }
    }
}

extension CoverageNumber.Part {
    /// The account, the provider, or that it is not known; exact, from outside.
    package var name: String {
        switch self {
        case .all: ""
        case .account(let name), .provider(let name): name ?? "unknown"
        }
    }
}
