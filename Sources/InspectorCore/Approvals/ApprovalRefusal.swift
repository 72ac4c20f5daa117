/// Why an approval does not let a plan be sent.
package enum ApprovalRefusal: Equatable, Sendable {
    /// It is for another account.
    case account(approved: String, plan: String?)
    /// It is for another region.
    case region(approved: String, plan: String)
    /// It is for another action.
    case action(approved: RunAction, plan: RunAction)
    /// The targets are not the ones that were approved.
    case targets(approved: Int, plan: Int)
    /// Who would send the plan is not known.
    case unknownSender
    /// Who would send the plan has approved it.
    case samePerson(approver: String, sender: String)
    /// The plan leaves projects without a scan configuration, or may, that were not shown to the approver as such.
    case uncovered(projects: Int)
}

extension Approval {
    /// Why the plan must not be sent on this approval; nothing when it may. Projects that would be left without a scan configuration need the
    /// sender's consent besides.
    ///
    /// - Parameter sender: The ARN of who would send the plan, as STS names it; nil when it does not.
    package func refusal(of draft: PlanDraft, sender: String?) -> ApprovalRefusal? {
        let plan = draft.plan
        if plan.knownAccount != account { return .account(approved: account, plan: plan.knownAccount) }
        if plan.region != region { return .region(approved: region, plan: plan.region) }
        if plan.action != action { return .action(approved: action, plan: plan.action) }
        if PlanDigest(plan) != digest || count != draft.count { return .targets(approved: count, plan: draft.count) }
        guard let sender else { return .unknownSender }
        if CallerPerson(sender) == CallerPerson(approver) { return .samePerson(approver: approver, sender: sender) }
        let unseen = draft.uncoveredProjectIds.subtracting(uncovered)
        return unseen.isEmpty ? nil : .uncovered(projects: unseen.count)
    }
}
