package import InspectorCore

/// What is on top of the terminal, with all that belongs to it.
package enum Screen: Equatable, Sendable {
    /// The account's configurations.
    case configurations(ConfigurationList)
    /// Associations of one configuration or of all of them.
    case projects(ProjectList)
    /// Everything about one association.
    case details(AssociationID, Viewport)
    /// What would be sent, and the question.
    case plan(PlanScreen)
    /// The run that goes on.
    case run(Viewport)
    /// Results and errors of this session.
    case results(Viewport)
    /// Runs of this machine's journals, earlier ones too.
    case earlierRuns(EarlierRuns)
    /// One of them.
    case earlierRun(EarlierRun)
    /// Profiles and the region.
    case profiles(ProfilePicker)
    /// The key table in words.
    case help(Viewport)
    /// A question before something is lost.
    case question(Question)
    /// A code that credentials need.
    case code(CodeQuestion)

    /// Whether this is one of the two lists.
    package var isList: Bool {
        switch self {
        case .configurations, .projects: true
        default: false
        }
    }

    /// Whether the operator has to answer before anything else.
    package var isQuestion: Bool {
        switch self {
        case .question, .code: true
        default: false
        }
    }
}

/// A question before something is lost; the harmless answer is the default.
package enum Question: Equatable, Sendable {
    /// Leave although associations are marked.
    case quitWithMarks(Int)
    /// Leave although a run goes on: it stops first.
    case quitDuringRun
    /// Work with another profile or region although associations are marked.
    case switchWithMarks(ConnectionChoice, marks: Int)
    /// Write to a file that is there.
    case replaceFile(Export)
}

/// A code that a multi-factor device shows.
package struct CodeQuestion: Hashable, Sendable {
    /// The device's serial number or ARN.
    package var serial: String
    /// The profile that needs it.
    package var profile: String
}
