import InspectorCore

extension State {
    /// Whether the plan on top takes its number of targets now.
    func asksForCount(_ plan: PlanScreen) -> Bool {
        arming.isArmed && plan.seen.hasIdentity && (plan.needsTypedCount || !plan.answer.isEmpty)
    }

    /// Why `y` does not send the plan yet; nothing when it does.
    func unreadReason(_ plan: PlanScreen) -> String? {
        if !arming.isArmed { return Self.unarmedReason }
        if !plan.seen.hasIdentity { return Self.unseenIdentityReason }
        let count = plan.plan.targets.count
        if plan.needsTypedCount { return "Type \(count.grouped), the number of associations, then Enter." }
        if plan.isSeen { return nil }
        return "y sends once every association was shown, \(plan.seen.targets.count) of \(count) so far: PgDn. Or type \(count)."
    }

    static let unarmedReason = "Read this first: answers count in a moment."
    static let unseenIdentityReason = "Scroll to account and region first: nothing is sent before."

    /// What has to happen before the confirmation on top can be answered; nothing when it can.
    var readingText: String? {
        switch screen {
        case .question, .code: arming.isArmed ? nil : Self.unarmedReason
        case .plan(let plan): isReadOnly || activity != .idle || asksForCount(plan) ? nil : unreadReason(plan)
        default: nil
        }
    }
}
