extension Plan {
    /// The account that the plan is for: the one it was made in, else the one that the ARNs of its configurations agree on.
    package var knownAccount: String? { account ?? Self.account(of: targets) }

    /// The account that the targets' configurations belong to; nothing when they tell none, or more than one.
    static func account(of targets: [PlanTarget]) -> String? {
        var (accounts, last): (Set<String>, String) = ([], "")
        for target in targets where target.association.scanConfigurationArn != last {
            last = target.association.scanConfigurationArn
            if let account = Identifiers.account(ofArn: last) { accounts.insert(account) }
        }
        return accounts.count == 1 ? accounts.first : nil
    }

    /// Why the plan must not be carried out by a session of this account and region, in words; nothing when it may.
    package func mismatch(_ session: PlanInputContext) -> String? {
        let account = knownAccount
        return session.unknownAccount(for: account)
            ?? session.mismatch(account: account, region: region).map { "This plan is for \($0)." }
    }
}

extension PlanInputContext {
    /// Why a plan for `account` is not for this session, of which nobody knows the account; nothing when that is known.
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
