import Terminal

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
    /// Takes a key before it means a command, as an answer; nothing when it means its command here too.
    mutating func answer(_ key: Key, in session: inout Session, on display: Display) -> [Action]?
    /// Takes in what became of the text that is typed for this screen.
    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action]
    /// Takes in what happened elsewhere; what this screen wants done.
    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action]
    /// Takes in which lines of its text the next frame shows.
    mutating func noteShown(_ lines: Int, in session: Session, on display: Display)
    /// What is drawn between the top line and the key hints.
    func view(in scene: Scene) -> ScreenView
}

/// What happened outside of a screen that may concern it.
enum News: Equatable, Sendable {
    /// Rows may have changed since the lists were last computed.
    case rowsChanged
    /// A frame is about to be made, and this screen is on top.
    case frameDue
    /// Marks were changed by another command than Space.
    case marksChanged
    /// A key was taken in, and this screen is on top.
    case keyHandled
    /// The screen above was closed.
    case uncovered(by: Screen)
    /// An event came.
    case event(Event)
}

/// What a confirmation asks, and which keys answer it.
struct Confirmation {
    /// What is asked.
    let kind: Arming.Kind
    /// Whether the key would change something.
    let isAffirmative: (Key) -> Bool
    /// What a terminal that is too small for the question shows instead.
    var tinyNote: String?
}

extension ScreenModel {
    var confirmation: Confirmation? { nil }

    mutating func answer(_ key: Key, in session: inout Session, on display: Display) -> [Action]? { nil }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] { [] }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] { [] }

    mutating func noteShown(_ lines: Int, in session: Session, on display: Display) {}

    /// What most screens answer.
    func usualAvailability(of command: Command, in session: Session) -> Availability {
        switch command {
        case .move, .open, .back: .enabled
        case .list: .inListsOnly
        case .copy: .disabled("c copies ids in the lists and in details.")
        case .export: .disabled("e exports lists and results: Esc goes back.")
        case .refresh: .when(session.run?.isPaused ?? true, else: "A run is in progress, and the lists follow it.")
        case .run(let command): RunCommands(session).availability(of: command)
        case .program(let command): command.availability(in: session)
        }
    }

    /// What most screens do with a command that they know nothing special about.
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
        case .results, .earlierRuns, .help, .repaint, .suspend, .quit, .interrupt: .enabled
        case .stop: .when(session.run != nil, else: "Nothing is being sent.")
        case .profiles: .when(session.run == nil, else: LiveRun.busyReason)
        }
    }
}
