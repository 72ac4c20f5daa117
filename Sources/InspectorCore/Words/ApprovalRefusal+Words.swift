import TextSafety

extension ApprovalRefusal: Worded {
    /// What is wrong, and what to do.
    package var words: String {
        switch self {
        case .account(let approved, let plan):
            "The approval is for account \(approved), and the plan is for \(plan.map { "account \($0)" } ?? "an account that is not known")."
        case .region(let approved, let plan): "The approval is for region \(approved), and the plan is for region \(plan)."
        case .action(let approved, let plan): "The approval is for a plan to \(approved.rawValue), and this one is to \(plan.rawValue)."
        case .targets(let approved, let plan) where approved == plan:
            "The plan is not the one that was approved: its \(plan.counted("association")) are others. Have it approved anew."
        case .targets(let approved, let plan):
            "The plan is not the one that was approved: that had \(approved.counted("association")), and this one has \(plan.grouped). "
                + "The plan or the account has changed: make the plan anew, and have it approved."
        case .unknownSender:
            "Who sends the plan is not known, because STS did not name the caller, so it cannot be told from who approved it: allow "
                + "sts:GetCallerIdentity."
        case .samePerson(let approver, let sender) where approver == sender:
            "\(sender) has approved this plan, so somebody else has to send it."
        case .samePerson(let approver, let sender):
            "\(sender) may be the same person as \(approver), who approved this plan, so somebody else has to send it."
        case .uncovered(let projects):
            "\(projects.counted("project")) would be left with no scan configuration, or might, and the approver was not shown that: have the "
                + "plan approved anew."
        }
    }
}

extension PlanApproval {
    /// Who approved it and when, as a field's value.
    package var fact: String { "\(approver), \(approvedAt.moment)" }
}

extension PlanApproval {
    /// Why the caller must not resume a run whose plan was approved; nothing when it may.
    package func resumeRefusal(of caller: String?) -> String? {
        guard let caller else { return ApprovalRefusal.unknownSender.words }
        return CallerPerson(caller) == CallerPerson(approver) ? ApprovalRefusal.samePerson(approver: approver, sender: caller).words : nil
    }
}
