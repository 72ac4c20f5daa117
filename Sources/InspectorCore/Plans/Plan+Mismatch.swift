extension Plan {
    /// Why the plan must not be carried out by a session of this account and region, in words; nothing when it may.
    package func mismatch(_ session: PlanInputContext) -> String? {
        if let account, account != session.account {
            let ours = session.account.map { "is \($0)" } ?? "is not known: neither STS nor the listing told it"
            return "This plan is for account \(account), and this session's account \(ours)."
        }
        if let ours = session.region, region != ours {
            return "This plan is for region \(region), and this session's region is \(ours)."
        }
        return nil
    }
}
