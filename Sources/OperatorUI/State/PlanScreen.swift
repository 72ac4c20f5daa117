package import InspectorCore

/// The plan with its targets as they were when it opened, and what was typed in answer.
package struct PlanScreen: Hashable, Sendable {
    /// Where a plan comes from.
    package enum Origin: Hashable, Sendable {
        /// The marks.
        case marks
        /// What failed in the last run: all of it, or what is worth sending again.
        case retry(worthwhile: Int, all: Int, takesAll: Bool)
        /// The way back from a run.
        case undo(runId: String)
        /// What is left of a run, some of it in doubt; when it began, ISO 8601 in UTC, where that is known, and the run that took it back.
        case resume(RunReport, began: String?, undoneBy: String?)
    }

    /// The frozen plan.
    package let plan: Plan
    /// Where it comes from.
    package let origin: Origin
    /// How much it is about, in words.
    package let extent: String
    /// The targets of each configuration, in the plan's order.
    let groups: [Range<Int>]
    /// What of it was on the screen so far.
    package internal(set) var seen = Seen()
    /// Digits typed so far.
    package var answer = ""
    /// The part that is seen.
    package var viewport = Viewport()

    /// A screen for the plan given; its projects are counted unless their number is known.
    package init(plan: Plan, origin: Origin = .marks, projectCount: Int? = nil) {
        self.plan = plan
        self.origin = origin
        extent = plan.extent(projects: projectCount ?? plan.projectCount)
        groups = Self.groups(of: plan.targets)
    }

    /// The largest plan that one key press sends.
    package static let singleKeyLimit = 25

    /// Whether the number of targets has to be typed.
    package var needsTypedCount: Bool { plan.targets.count > Self.singleKeyLimit }

    private static func groups(of targets: [PlanTarget]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in targets.indices.dropFirst()
        where targets[index].association.scanConfigurationArn != targets[index - 1].association.scanConfigurationArn {
            groups.append(start..<index)
            start = index
        }
        return start < targets.count ? groups + [start..<targets.count] : groups
    }
}
