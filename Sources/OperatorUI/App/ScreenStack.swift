import InspectorCore

/// The open screens, and the prompt of the one on top.
struct ScreenStack: Equatable, Sendable {
    /// The screens, the one on top last; the first is the list of configurations, or of several sessions, always.
    private(set) var screens: [Screen]
    private let first: Screen
    /// What is being typed for the screen on top.
    var prompt: TextPrompt?
    /// What was being typed when a code was asked for; it comes back after that.
    private var covered: TextPrompt?
    /// Questions of events. They are asked once nothing else is asked or typed.
    private var waiting: [Question] = []

    /// The first screen alone.
    init(_ first: Screen = .configurations(ConfigurationsScreen())) { (screens, self.first) = ([first], first) }

    /// How many screens there are.
    var count: Int { screens.count }

    /// The screen on top.
    var top: Screen {
        get { screens[screens.count - 1] }
        set { screens[screens.count - 1] = newValue }
    }

    /// The screens below it.
    var below: ArraySlice<Screen> { screens.dropLast() }

    /// What the screen on top asks. While something else is typed there, nothing is asked.
    var confirmation: Confirmation? { prompt == nil || top.asksForCode ? top.model.confirmation : nil }

    /// Puts a screen on top.
    mutating func push(_ screen: Screen) { screens.append(screen) }

    /// Closes the screen on top, unless it is the only one.
    mutating func pop() -> Screen? {
        guard screens.count > 1 else { return nil }
        if top.asksForCode { uncover() }
        return screens.removeLast()
    }

    /// Closes everything and starts anew with the first screen. A pending request for a code stays open.
    mutating func closeAll() {
        screens = [first] + screens.filter(\.asksForCode)
        covered = nil
        if prompt?.purpose != .code { prompt = nil }
    }

    /// Opens a question above everything except a pending request for a code; cancels the prompt.
    mutating func ask(_ question: Question) {
        let question = Screen.question(QuestionScreen(question))
        if top.asksForCode {
            covered = nil
            return screens.insert(question, at: screens.count - 1)
        }
        if prompt != nil, top.livesOnTyping { screens.removeLast() }
        prompt = nil
        screens.append(question)
    }

    /// Asks once nothing else is asked or typed.
    mutating func askLater(_ question: Question) { waiting.append(question) }

    /// Asks the next question that waits, if nothing else is asked or typed.
    mutating func askWaiting() {
        if prompt == nil, top.model.confirmation == nil, !waiting.isEmpty { ask(waiting.removeFirst()) }
    }

    /// Opens the request for a code above everything else, in place of an earlier one.
    mutating func ask(for code: CodeScreen) {
        cancelCode()
        covered = prompt
        screens.append(.code(code))
        prompt = TextPrompt(.code)
    }

    /// Closes the request for a code.
    mutating func cancelCode() {
        screens.removeAll(where: \.asksForCode)
        if prompt?.purpose == .code { uncover() }
    }

    private mutating func uncover() { (prompt, covered) = (covered, nil) }

    /// Puts the run's screen on top.
    mutating func showRun() {
        closeRun()
        screens.append(.run(RunScreen()))
    }

    /// The runs have ended: their screen stays where it is on top, and is closed anywhere else.
    mutating func keepEnd(of runs: [SessionRun]) {
        guard case .run(var screen) = top else { return closeRun() }
        screen.keep(runs)
        top = .run(screen)
    }

    /// Whether somebody is signing in.
    var hasSignIn: Bool { screens.contains(where: \.isSignIn) }

    /// Closes the page of a sign-in, wherever it is, and what is typed there.
    mutating func closeSignIn() {
        screens.removeAll(where: \.isSignIn)
        if prompt?.purpose == .authorization { prompt = nil }
    }

    /// Whether the screen on top shows how a run ended.
    var isRunOver: Bool {
        if case .run(let screen) = top { screen.isOver } else { false }
    }

    /// Closes the run's screen, wherever it is.
    mutating func closeRun() {
        screens.removeAll { if case .run = $0 { true } else { false } }
    }

    /// !: shows the results; while a run is in progress, the run first, and the results from there.
    mutating func showResults(during run: LiveRun?) -> [Action] {
        let isRunOnTop = if case .run = top { true } else { false }
        if run != nil, !isRunOnTop {
            showRun()
            return []
        }
        if isRunOnTop { screens.removeAll { if case .results = $0 { true } else { false } } }
        return show(.results(ResultsScreen()), otherwise: "This page is already open. Esc goes back.")
    }

    /// Opens a screen, or says that one of its kind is already on top.
    mutating func show(_ screen: Screen, otherwise words: String) -> [Action] {
        if top.isSameKind(as: screen) { return [.inform(words)] }
        screens.append(screen)
        return []
    }

    /// Tells every screen, or only the one on top, what happened. Returns the actions they ask for, without duplicates.
    mutating func tell(_ news: News, onlyTop: Bool = false, in session: inout Session, on display: Display) -> [Action] {
        var actions: [Action] = []
        for place in onlyTop ? screens.indices.suffix(1) : screens.indices[...] {
            let isOnTop = place == screens.count - 1
            for action in screens[place].model.receive(news, isOnTop: isOnTop, in: &session, on: display) where !actions.contains(action) {
                actions.append(action)
            }
        }
        return actions
    }
}

extension Screen {
    /// Whether the screen is nothing without what is typed in it.
    fileprivate var livesOnTyping: Bool {
        switch self {
        case .palette, .regions: true
        case .accounts, .configurations, .projects, .details, .unconfigured, .reasons, .columns, .destinations, .plan, .run, .results,
            .earlierRuns, .earlierRun, .copy, .profiles, .help, .signIn, .question, .code:
            false
        }
    }

    /// Whether this is the page of a sign-in.
    var isSignIn: Bool {
        if case .signIn = self { true } else { false }
    }

    /// Whether this asks for a code.
    var asksForCode: Bool {
        if case .code = self { true } else { false }
    }
}
