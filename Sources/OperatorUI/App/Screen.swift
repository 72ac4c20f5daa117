/// All screens there are. A new screen is a folder and a case here.
enum Screen: Equatable, Sendable {
    /// The account's configurations.
    case configurations(ConfigurationsScreen)
    /// Associations of one configuration or of all of them.
    case projects(ProjectsScreen)
    /// Everything about one association.
    case details(DetailsScreen)
    /// Projects that no configuration has.
    case unconfigured(UnconfiguredScreen)
    /// Why scans do not come about.
    case reasons(ReasonsScreen)
    /// The columns of lists of projects.
    case columns(ColumnsScreen)
    /// What would be sent, and the question.
    case plan(PlanScreen)
    /// The run in progress.
    case run(RunScreen)
    /// Results and errors of this session.
    case results(ResultsScreen)
    /// The runs in this machine's journals.
    case earlierRuns(EarlierRunsScreen)
    /// One run of them.
    case earlierRun(EarlierRunScreen)
    /// Profiles and the region.
    case profiles(ProfilesScreen)
    /// The key table in words.
    case help(HelpScreen)
    /// A question before something is lost.
    case question(QuestionScreen)
    /// The code that credentials need.
    case code(CodeScreen)

    /// The screen's model.
    var model: any ScreenModel {
        get {
            switch self {
            case .configurations(let screen): screen
            case .projects(let screen): screen
            case .details(let screen): screen
            case .unconfigured(let screen): screen
            case .reasons(let screen): screen
            case .columns(let screen): screen
            case .plan(let screen): screen
            case .run(let screen): screen
            case .results(let screen): screen
            case .earlierRuns(let screen): screen
            case .earlierRun(let screen): screen
            case .profiles(let screen): screen
            case .help(let screen): screen
            case .question(let screen): screen
            case .code(let screen): screen
            }
        }
        set { self = newValue.screen }
    }

    /// Whether both are of one kind, whatever they show.
    func isSameKind(as other: Screen) -> Bool { type(of: model) == type(of: other.model) }
}
