import InspectorCore
import Terminal

extension PlanScreen {
    /// What of a plan has been on the screen.
    struct Seen: Hashable, Sendable {
        /// Whether account and region have been on the screen.
        private(set) var hasIdentity = false
        /// The lines with account and region that have been shown, counted from the first of them.
        private var identityLines: Set<Int> = []
        /// The targets that have been shown, of a plan that one key sends.
        private(set) var targets: Set<Int> = []

        /// Notes the lines of the plan's text that are on the screen.
        mutating func note(_ lines: Range<Int>, _ text: PlanText) {
            let identity = text.identityLines
            identityLines.formUnion(identity.filter(lines.contains).map { $0 - identity.lowerBound })
            if identityLines.count >= identity.count { hasIdentity = true }
            targets.formUnion(text.targets(on: lines))
        }
    }

    func isTakingText(on display: Display) -> Bool { asksForCount(on: display) }

    /// What to type.
    var countRequest: String { "Type \(plan.targets.count.grouped), the number of associations, then Enter." }

    /// Whether the number of targets is taken now.
    func asksForCount(on display: Display) -> Bool {
        display.arming.isArmed && seen.hasIdentity && (needsTypedCount || !answer.isEmpty)
    }

    /// Why `y` does not send the plan yet; nothing when it does.
    func unreadReason(on display: Display) -> String? {
        if !display.arming.isArmed { return Arming.refusal }
        if !seen.hasIdentity { return Self.unseenIdentityReason }
        let count = plan.targets.count
        if needsTypedCount { return countRequest }
        if isSeen { return nil }
        return "y sends after all \(count) have been shown (\(seen.targets.count) so far): PgDn, or type \(count)."
    }

    static let unseenIdentityReason = "Scroll to the account and region before sending."
}

extension PlanText {
    /// The targets on these lines, of a plan that one key sends.
    func targets(on lines: Range<Int>) -> [Int] {
        guard !screen.needsTypedCount else { return [] }
        var (line, targets) = (identityLines.upperBound + scope.count, [Int]())
        for group in screen.groups {
            targets += group.filter { lines.contains(line + 1 + $0 - group.lowerBound) }
            line += 1 + group.count
        }
        return targets
    }
}
