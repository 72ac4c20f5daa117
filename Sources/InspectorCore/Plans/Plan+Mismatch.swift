extension Plan {
    /// Why the plan must not be carried out by a session of this account and region, in words; nothing when it may.
    package func mismatch(_ session: PlanInputContext) -> String? {
        if let account, session.account == nil {
            return "This plan is for account \(account), and this session's account is not known: neither STS nor the listing told it."
        }
        return session.mismatch(account: account, region: region).map { "This plan is for \($0)." }
    }
}

extension PlanInputContext {
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
