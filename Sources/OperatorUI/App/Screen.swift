import Terminal

/// All screens there are. A new screen is a folder and a case here.
enum Screen: Equatable, Sendable {
    /// The sessions, where there are several.
    case accounts(AccountsScreen)
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
    /// The configurations to associate projects with.
    case destinations(DestinationsScreen)
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
    /// What can be copied.
    case copy(CopyScreen)
    /// Every command, to choose from.
    case palette(PaletteScreen)
    /// Profiles and the region.
    case profiles(ProfilesScreen)
    /// The regions to choose from.
    case regions(RegionsScreen)
    /// The key table in words.
    case help(HelpScreen)
    /// Where to sign in.
    case signIn(SignInScreen)
    /// A question before something is lost.
    case question(QuestionScreen)
    /// The code that credentials need.
    case code(CodeScreen)

    /// The screen's model.
    var model: any ScreenModel {
        get {
            switch self {
            case .accounts(let screen): screen
            case .configurations(let screen): screen
            case .projects(let screen): screen
            case .details(let screen): screen
            case .unconfigured(let screen): screen
            case .reasons(let screen): screen
            case .destinations(let screen): screen
            case .columns(let screen): screen
            case .plan(let screen): screen
            case .run(let screen): screen
            case .results(let screen): screen
            case .earlierRuns(let screen): screen
            case .earlierRun(let screen): screen
            case .copy(let screen): screen
            case .palette(let screen): screen
            case .profiles(let screen): screen
            case .regions(let screen): screen
            case .help(let screen): screen
            case .signIn(let screen): screen
            case .question(let screen): screen
            case .code(let screen): screen
            }
        }
        set { self = newValue.screen }
    }

    /// Whether both are of one kind, whatever they show.
    func isSameKind(as other: Screen) -> Bool { type(of: model) == type(of: other.model) }
}

/// A screen: a value that answers what a command would do, does it, and shows itself.
protocol ScreenModel: Equatable, Sendable {
    /// The screen as a case of all there are.
    var screen: Screen { get }
    /// What is asked here, where an answer changes something and has to be armed first.
    var confirmation: Confirmation? { get }
    /// Whether the command does something here, and if not, why.
    func availability(of command: Command, in session: Session, on display: Display) -> Availability
    /// Carries out a command that is available here.
    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action]
    /// Whether a text is being typed as an answer.
    func isTakingText(on display: Display) -> Bool
    /// Takes a key as an answer, before it can mean a command; `nil` when it is none.
    mutating func answer(_ key: Key, in session: inout Session, on display: Display) -> [Action]?
    /// Handles what became of the text in the prompt that this screen opened.
    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action]
    /// The texts that Tab may make of the one in the prompt that this screen opened.
    func completions(of text: String, in session: Session) -> [String]
    /// Handles what happened elsewhere.
    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action]
    /// Whether what is shown beside the cursor belongs to where it was when it last rested.
    func isBehind(on display: Display) -> Bool
    /// The cursor rests: what is shown beside it belongs to where it is now.
    mutating func settle()
    /// Records which of the lines of its view the next frame shows.
    mutating func noteShown(_ lines: Range<Int>, in session: Session, on display: Display)
    /// What the screen shows.
    func view(in scene: Scene) -> ScreenView
    /// What the screen says to somebody who hears it.
    func spoken(in scene: Scene) -> Spoken
}

/// What happened outside of a screen and may concern it.
enum News: Equatable, Sendable {
    /// Rows may have changed since the lists were last computed.
    case rowsChanged
    /// A frame is about to be made, and this screen is on top.
    case frameDue
    /// Marks were changed by another command than Space.
    case marksChanged
    /// The screen above was closed.
    case uncovered(by: Screen)
    /// An event arrived that screens handle.
    case event(Event)
}

/// What a confirmation asks, and which keys answer it.
struct Confirmation {
    /// What is asked.
    let kind: Arming.Kind
    /// Whether the key would change something if it were accepted.
    let isAffirmative: (Key) -> Bool
    /// Whether keys that were typed before it is shown, and answer nothing, still count.
    var keepsInput = false
    /// What a terminal that is too small for the question shows instead.
    var tinyNote: String?

    /// Whether the key decides: it would change something at once. The digits of a number and of a code do not.
    func isDecisive(_ key: Key) -> Bool { isAffirmative(key) && !key.isDigit }
}

extension ScreenModel {
    var confirmation: Confirmation? { nil }

    func isTakingText(on display: Display) -> Bool { false }

    mutating func answer(_ key: Key, in session: inout Session, on display: Display) -> [Action]? { nil }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] { [] }

    func completions(of text: String, in session: Session) -> [String] { [] }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] { [] }

    func isBehind(on display: Display) -> Bool { false }

    mutating func settle() {}

    mutating func noteShown(_ lines: Range<Int>, in session: Session, on display: Display) {}

    /// The availability on screens that have no rule of their own.
    func usualAvailability(of command: Command, in session: Session) -> Availability {
        switch command {
        case .move, .open, .back: .enabled
        case .list: .inListsOnly
        case .copy: .disabled("\(session.key(.copy)) copies in the lists, in details and in results.")
        case .export: .disabled("\(session.key(.export)) exports lists and results. Esc goes back.")
        case .refresh: .when(session.run == nil || session.hasWaitingRun, else: "A run is in progress; the lists follow it.")
        case .run(let command): RunCommands(session).availability(of: command)
        case .program(let command): command.availability(in: session)
        }
    }

    /// What a command does on screens that have no rule of their own.
    mutating func performUsual(_ command: Command, in session: inout Session) -> [Action] {
        switch command {
        case .open, .back: [.close]
        case .refresh: [.refresh]
        case .run(let command): RunCommands(session).actions(for: command, in: &session)
        case .move, .list, .copy, .export, .program: []
        }
    }
}

extension ProgramCommand {
    fileprivate func availability(in session: Session) -> Availability {
        switch self {
        case .results, .earlierRuns, .palette, .signIn, .help, .whereAmI, .repaint, .suspend, .quit, .interrupt: .enabled
        case .console:
            .when(
                session.identity.region != nil,
                else: session.isFleet ? "Choose one session: the address is that of its region." : "The region is not known yet.")
        case .stop: .when(session.run != nil || session.watch != nil, else: "No run is in progress.")
        case .profiles: .unless(session.run == nil ? session.switchingRefusal : session.busyReason)
        }
    }
}
