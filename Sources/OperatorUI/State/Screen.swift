package import InspectorCore

/// What is on top of the terminal, with all that belongs to it.
package enum Screen: Equatable, Sendable {
    /// The account's configurations.
    case configurations(ConfigurationList)
    /// Associations of one configuration or of all of them.
    case projects(ProjectList)
    /// Everything about one association.
    case details(AssociationID, Viewport)
    /// Everything about one configuration.
    case configurationDetails(ConfigurationNumber, Viewport)
    /// What would be sent, and the question.
    case plan(PlanScreen)
    /// The run that goes on.
    case run(Viewport)
    /// Results and errors of this session.
    case results(Viewport)
    /// The key table in words.
    case help(Viewport)
    /// A question before something is lost.
    case question(Question)
}

/// The list of configurations; row 0 stands for all of them.
package struct ConfigurationList: Hashable, Sendable {
    /// Where the operator is.
    package var viewport = Viewport()

    /// The list's first row.
    package init() {}
}

/// The plan with its targets as they were when it opened, and what was typed in answer.
package struct PlanScreen: Hashable, Sendable {
    /// The frozen plan.
    package var plan: Plan
    /// Digits typed so far.
    package var answer = ""
    /// The part that is seen.
    package var viewport = Viewport()

    /// A screen for the plan given.
    package init(plan: Plan) {
        self.plan = plan
    }

    /// The largest plan that one key press sends.
    package static let singleKeyLimit = 25

    /// Whether the number of targets has to be typed.
    package var needsTypedCount: Bool { plan.targets.count > Self.singleKeyLimit }
}

/// A question before something is lost; the harmless answer is the default.
package enum Question: Hashable, Sendable {
    /// Leave although associations are marked.
    case quitWithMarks(Int)
    /// Leave although a run goes on: it stops first.
    case quitDuringRun
}
