extension PlanDraft {
    /// "12 projects that would be left with no scan configuration": what the plan leaves uncovered, or may; nothing when every project
    /// keeps a configuration.
    package var uncoveredWords: String? {
        guard whole.action == .disassociate else { return nil }
        let (bare, unknown) = (coverage.count(of: .loses), coverage.count(of: .unknown))
        let parts =
            (bare > 0 ? ["\(bare.counted("project")) that would be left with no scan configuration"] : [])
            + (unknown > 0 ? ["\(unknown.counted("project")) of which it is not known whether another scan configuration remains"] : [])
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
        case .hidden: "hidden by filter"
        }
    }
}

extension PlanCoverage.Fate {
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
