/// The screens, one above the other, and what is typed for the one on top.
struct ScreenStack: Equatable, Sendable {
    /// The screens, the one on top last; the first is the list of configurations, always.
    private(set) var screens: [Screen] = [.configurations(ConfigurationsScreen())]
    /// What is being typed for the screen on top.
    var prompt: TextPrompt?

    /// How many screens there are.
    var count: Int { screens.count }

    /// The screen on top.
    var top: Screen {
        get { screens[screens.count - 1] }
        set { screens[screens.count - 1] = newValue }
    }

    /// The screens below it.
    var below: ArraySlice<Screen> { screens.dropLast() }

    /// Puts a screen on top.
    mutating func push(_ screen: Screen) { screens.append(screen) }

    /// Closes the screen on top, unless it is the only one.
    mutating func pop() -> Screen? { screens.count > 1 ? screens.removeLast() : nil }

    /// Closes everything but the list of configurations, which begins anew. A code that is asked for still is.
    mutating func closeAll() {
        screens = [.configurations(ConfigurationsScreen())] + screens.filter(\.asksForCode)
        if prompt?.purpose != .code { prompt = nil }
    }

    /// Puts a question on top of everything but a code that is asked for; what was being typed is given up.
    mutating func ask(_ question: Question) {
        let question = Screen.question(QuestionScreen(question))
        if top.asksForCode { return screens.insert(question, at: screens.count - 1) }
        prompt = nil
        screens.append(question)
    }

    /// Asks for a code above everything else.
    mutating func ask(for code: CodeScreen) {
        withdrawCode()
        screens.append(.code(code))
        prompt = TextPrompt(.code)
    }

    /// Takes the question for a code away.
    mutating func withdrawCode() {
        screens.removeAll(where: \.asksForCode)
        if prompt?.purpose == .code { prompt = nil }
    }

    /// Puts the run's screen on top.
    mutating func showRun() {
        closeRun()
        screens.append(.run(RunScreen()))
    }

    /// The run has ended, or another screen takes its place.
    mutating func closeRun() {
        screens.removeAll { if case .run = $0 { true } else { false } }
    }

    /// !: the results, and with a run in progress the run, or the results above it.
    mutating func showResults(during run: LiveRun?) -> [Action] {
        let isRunOnTop = if case .run = top { true } else { false }
        if run != nil, !isRunOnTop {
            showRun()
            return []
        }
        if isRunOnTop { screens.removeAll { if case .results = $0 { true } else { false } } }
        return show(.results(ResultsScreen()), otherwise: "This is the page. Esc goes back.")
    }

    /// Puts a screen on top, or says that one of its kind is there already.
    mutating func show(_ screen: Screen, otherwise words: String) -> [Action] {
        if top.isSameKind(as: screen) { return [.inform(words)] }
        screens.append(screen)
        return []
    }

    /// Tells every screen, or the one on top alone, what happened; what they want done, each thing once.
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
    /// Whether this asks for a code.
    var asksForCode: Bool {
        if case .code = self { true } else { false }
    }
}
