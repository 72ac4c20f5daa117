import InspectorCore
import Terminal

/// The plan with its targets as they were when it opened, and what was typed in answer. Nothing is sent that was not read here.
struct PlanScreen: TextScreen {
    /// Where a plan comes from.
    enum Origin: Hashable, Sendable {
        /// The marks.
        case marks
        /// What failed in the last run: all of it, or what is worth sending again.
        case retry(retryable: Int, all: Int, takesAll: Bool)
        /// The way back from a run.
        case undo(runId: String)
        /// What is left of a run, some of it in doubt; when it began, ISO 8601 in UTC, where that is known, and the run that undid it.
        case resume(RunReport, began: String?, undoneBy: String?)
    }

    /// The plan; it does not change while it is open.
    let plan: Plan
    /// Where it comes from.
    let origin: Origin
    /// How much it is about, in words.
    @Cached private(set) var extent: String
    /// The targets of each configuration, in the plan's order.
    @Cached private(set) var groups: [Range<Int>]
    /// What has been on the screen so far.
    private(set) var seen = Seen()
    /// Digits typed so far.
    var answer = ""
    var viewport = Viewport()

    /// A screen for the plan given; its projects are counted unless their number is known.
    init(plan: Plan, origin: Origin = .marks, projectCount: Int? = nil) {
        self.plan = plan
        self.origin = origin
        extent = plan.extent(projects: projectCount ?? plan.projectCount)
        groups = Self.groups(of: plan.targets)
    }

    var screen: Screen { .plan(self) }

    /// The largest plan that one key press sends.
    static let singleKeyLimit = 25

    /// Whether the number of targets has to be typed.
    var needsTypedCount: Bool { plan.targets.count > Self.singleKeyLimit }

    /// Whether every target was on the screen.
    var isSeen: Bool { seen.targets.count == plan.targets.count }

    var confirmation: Confirmation? {
        let takesEnter = needsTypedCount || !answer.isEmpty
        return Confirmation(kind: .plan(targets: plan.targets.count)) { key in
            switch key {
            case .character("y"): true
            case .character(let character): character.isDigit
            case .enter: takesEnter
            default: false
            }
        }
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .event(.resized): clamp(in: session, on: display)
        case .event(.resumed) where isOnTop: answer = ""
        case .rowsChanged, .frameDue, .marksChanged, .keyHandled, .uncovered, .event: break
        }
        return []
    }

    mutating func noteShown(_ lines: Int, in session: Session, on display: Display) {
        seen.note(viewport.top..<viewport.top + lines, PlanText(self, Page(columns: display.size.columns)))
    }

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
