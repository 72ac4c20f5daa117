import TextSafety

extension Plan {
    /// How much the plan is about, in words: "20,000 associations (5,000 projects) in 4 configurations".
    package var extent: String { extent(projects: projectCount) }

    /// The same where the number of projects is known already.
    package func extent(projects: Int) -> String {
        Self.extent(targets: targets.count, projects: projects, configurations: configurationCount)
    }

    static func extent(targets: Int, projects: Int, configurations: Int) -> String {
        "\(targets.counted("association")) (\(projects.counted("project"))) in \(configurations.counted("configuration"))"
    }

    /// How many different projects the targets belong to. With several configurations each id is hashed, so ask once.
    package var projectCount: Int {
        configurationCount > 1 ? Set(targets.lazy.map(\.association.resource)).count : targets.count
    }
}

extension Plan {
    /// Why the plan must not be carried out by a session of this account and region, in words; nothing when it may.
    package func mismatch(_ session: PlanInputContext) -> String? {
        let account = knownAccount
        return session.unknownAccount(for: account)
            ?? session.mismatch(account: account, region: region).map { "This plan is for \($0)." }
    }
}

extension PlanInputContext {
    /// Why a plan for `account` is not for this session, whose account is not known; nil when it is known.
    package func unknownAccount(for account: String?) -> String? {
        guard let account, self.account == nil else { return nil }
        return "This plan is for account \(account), and this session's account is not known: neither STS nor the listing told it."
    }

    /// Why a plan for an account and a region is not for this session, as the end of a sentence; what is not known is not held
    /// against it.
    func mismatch(account: String?, region: String?) -> String? {
        if let account, let ours = self.account, account != ours {
            return "account \(account), and this session's account is \(ours)"
        }
        if let region, let ours = self.region, region != ours {
            return "region \(region), and this session's region is \(ours)"
        }
        return nil
    }
}

extension PlanInputError: Worded {
    /// One line a problem, and that nothing was sent.
    package var words: String {
        let lines = problems.map { "\(input)\($0.line > 0 ? ", line \($0.line)" : ""): \($0.reason)" }
        let more = left > 0 ? ["and \(left.counted("problem")) more"] : []
        return (lines + more + ["Nothing was sent; nothing is unless all of the input is valid."]).joined(separator: "\n")
    }

    /// The words with their lines, made terminal-safe.
    package var sentence: String { words.terminalSafeLines }
}
